/** A step of the tour: what it tells, what it asks, and the chains that answer. */
import type { Running } from '../engine/frame.ts';
import type { Fields } from '../state/fields.ts';
import type { Measured } from './measured.ts';

/** A chain of a step under a short name, sampled to its end. */
export interface TourRun {
  readonly name: string;
  readonly fields: Fields;
}

/** What a reader predicts in words, and which of these words the measurement bears out. */
export interface Choice {
  readonly kind: 'choice';
  readonly asks: string;
  /** The words of every option by its name. */
  readonly options: Readonly<Record<string, string>>;
  /** `measured`: of all chains of the step, in their order. */
  readonly answer: (measured: readonly Measured[]) => Found;
}

export interface Found {
  /** Name of an option. */
  readonly option: string;
  /** The numbers that decide, with their errors. */
  readonly numbers: string;
}

/** A share between 0 and 1 that a reader predicts. */
export interface Share {
  readonly kind: 'share';
  readonly asks: string;
  readonly answer: (measured: readonly Measured[]) => Running;
}

export interface Bar {
  readonly name: string;
  readonly value: Running;
}

/** Bars that grow while the chains run; from 0 to `most`, or to the largest value. */
export interface Bars {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly most?: number | undefined;
  /** A value to compare with. */
  readonly mark?: { readonly value: number; readonly words: string } | undefined;
}

export interface TourStep {
  readonly title: string;
  /** Paragraphs before the question. */
  readonly tells: readonly string[];
  readonly question: Choice | Share;
  readonly runs: readonly TourRun[];
  /** `measured`: of the chains that have begun. */
  readonly bars: (measured: readonly Measured[]) => Bars;
  /** Paragraphs after the answer. */
  readonly explains: readonly string[];
}
