/** What a figure shows, as data: figures are described by their callers and drawn in one place. */

export interface Axis {
  /** What is drawn, in words or symbols. */
  readonly label: string;
  /** Unit, shown in brackets behind the label; left out for pure numbers. */
  readonly unit?: string;
  readonly scale?: 'linear' | 'log';
  /** Least and greatest value; from the data where left out. */
  readonly domain?: readonly [number, number];
  /** Values at which ticks are wanted; chosen by the scale where left out. */
  readonly ticks?: readonly number[];
  /** Words for these ticks, as many; their numbers where left out. */
  readonly tickNames?: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
  /** One standard deviation of y. */
  readonly error?: number;
  /** One standard deviation of x. */
  readonly xError?: number;
}

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
  /** What is drawn; `both` where left out. A line alone is for series too dense for symbols. */
  readonly shape?: 'line' | 'points' | 'both';
  /** A curve below the points, in their colour, with a band of one standard deviation where it has errors; NaN leaves a gap. */
  readonly curve?: readonly Point[];
  /** Whether it is drawn in the colour of letters, with dots for symbols: it belongs to all other series. */
  readonly inInk?: boolean;
}

/** A dashed line across the figure, at a value of one axis. */
export interface Reference {
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly label: string;
}

export interface FigureSpec {
  /** One sentence: what one sees, or what is plotted. */
  readonly title?: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly references?: readonly Reference[];
  /** Where names stand. `ends`: beside the last point of each series. `above`: a row over the figure. A single series has none. `ends` where left out. */
  readonly names?: 'ends' | 'above';
  /** What makes the figure reproducible: lattice, T, seeds, exact evaluations; broken into lines as needed. */
  readonly caption: string;
  /** Width in pixels; 720, the width of a page, where left out. */
  readonly width?: number;
  /** Height of the axes with their labels, in pixels; 400 where left out. */
  readonly height?: number;
}
