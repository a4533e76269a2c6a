/** The pictures of a study: its observables against the first swept number. */
import type { StudyRow } from '../../results/study/study-rows.ts';
import { estimateOf } from '../../results/summary/run-json.ts';
import type { Point, Series } from '../figures/figure-spec.ts';
import { observableWords } from '../observable-words.ts';
import type { RunFigure } from '../run-figures.ts';
import { drawnFigure } from './drawn-figure.ts';
import { type Curve, type Curves, studyCurves } from './study-curves.ts';

/** Curves of one figure: as many as colours and symbols tell apart. */
const MOST_CURVES = 12;

/** Points of a curve from which on it has no room for symbols and bars. */
const DENSE = 100;

/** What holds for all of these figures. */
export const HOW_TO_READ = 'Bars are one standard deviation; lines only guide the eye.';

/** A figure per observable for which there are points. `source`: what was computed, for captions; `howToRead`: what holds for all of them. */
export function studyFigures(
  keys: readonly string[],
  rows: readonly StudyRow[],
  names: readonly string[],
  source: string,
  howToRead = HOW_TO_READ,
): RunFigure[] {
  const curves = studyCurves(keys, rows);
  return curves ? names.flatMap((name) => figureOf(name, curves, source, howToRead)) : [];
}

function figureOf(name: string, { axis, curves }: Curves, source: string, howToRead: string): RunFigure[] {
  const all = curves.map((curve) => seriesOf(curve, name)).filter((one) => heightsOf(one).some(isKnown));
  if (all.length === 0) return [];
  const series = evenly(all, MOST_CURVES);
  const left =
    series.length < all.length ? `${series.length} of ${all.length} curves; all of them are in table.csv. ` : '';
  const dense = series.some(({ curve }) => curve) ? 'Points lie so close that their bars are drawn as bands. ' : '';
  const note = `${left}${dense}${hasGaps(series) ? 'Gaps are points without enough data.' : ''}`.trim();
  const spec = { x: axis, y: observableWords(name), series };
  return [drawnFigure(name, spec, { note, howToRead, source })];
}

function seriesOf({ name, points }: Curve, observable: string): Series {
  const drawn = withoutEnds(points.map(({ x, row }) => ({ x, ...heightOf(row, observable) })));
  return drawn.length > DENSE ? { name, points: [], curve: drawn, shape: 'line' } : { name, points: drawn };
}

/** NaN where there is no number: the line has a gap there. */
export function heightOf({ observables }: StudyRow, name: string): Omit<Point, 'x'> {
  const estimate = observables[name] && estimateOf(observables[name]);
  if (!estimate || estimate.kind === 'insufficient') return { y: NaN };
  const { mean, error, resolution = 0 } = estimate;
  return { y: mean, error: Math.sqrt(error * error + resolution * resolution) };
}

const isKnown = ({ y }: Point): boolean => Number.isFinite(y);

/** Points without a number at the ends of a curve would make the axis longer for nothing. */
function withoutEnds(points: readonly Point[]): Point[] {
  const first = points.findIndex(isKnown);
  return first < 0 ? [] : points.slice(first, points.findLastIndex(isKnown) + 1);
}

const hasGaps = (series: readonly Series[]): boolean =>
  series.some((one) => heightsOf(one).some((point) => !isKnown(point)));

const heightsOf = ({ points, curve = points }: Series): readonly Point[] => curve;

/** At most so many, the first and the last among them. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, k) => all[Math.round((k * (all.length - 1)) / (most - 1))]);
}
