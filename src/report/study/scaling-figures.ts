/** The pictures of data collapses: points of all sizes on one curve. */
import type { StudyScaling } from '../../results/study/scaling.ts';
import type { Series } from '../figures/figure-spec.ts';
import { observableWords } from '../observable-words.ts';
import type { RunFigure } from '../run-figures.ts';
import { suffixOf, wordsAt } from './at-words.ts';
import { drawnFigure } from './drawn-figure.ts';
import { symbolOf } from './study-curves.ts';
import { sizeWords } from './study-tables.ts';

/** What holds for all of these figures. */
export const HOW_SIZES_COLLAPSE =
  'Points of all sizes at the critical point and the exponents of the table; the line is the master curve in the window of the fit, to which points beyond its ends do not belong. Bars are one standard deviation.';

export function scalingFigures(scaling: readonly StudyScaling[], keys: readonly string[], source: string): RunFigure[] {
  return scaling.flatMap((one) =>
    one.collapsed && one.master ? [figureOf(one, one.collapsed, one.master, keys, source)] : [],
  );
}

function figureOf(
  one: StudyScaling,
  collapsed: NonNullable<StudyScaling['collapsed']>,
  master: NonNullable<StudyScaling['master']>,
  keys: readonly string[],
  source: string,
): RunFigure {
  const symbol = symbolOf(one.key, keys);
  const lengths = [...new Set(collapsed.map(({ size }) => size))];
  const series = lengths.map(
    (length, k): Series => ({
      name: sizeWords(one.sizes[k]),
      points: collapsed.flatMap(({ size, distance, value, error }) =>
        size === length ? [{ x: distance, y: value, error }] : [],
      ),
      shape: 'points',
    }),
  );
  const line: Series = { name: 'master curve', points: master.map(([x, y]) => ({ x, y })), shape: 'line', inInk: true };
  return drawnFigure(
    `scaling-${one.observable}${suffixOf(one, keys)}`,
    { x: { label: `(${symbol} − ${symbol}_c) L^(1/ν)` }, y: { label: scaledLabel(one) }, series: [...series, line] },
    { note: noteOf(one, keys), howToRead: HOW_SIZES_COLLAPSE, source },
  );
}

const SCALED: Readonly<Record<string, string>> = {
  leadingOrder2: 'm² L^(2β/ν)',
  leadingSusceptibility: 'χ L^(−γ/ν)',
};

const scaledLabel = ({ observable }: StudyScaling): string => SCALED[observable] ?? observableWords(observable).label;

function noteOf(one: StudyScaling, keys: readonly string[]): string {
  const { chiSquare = 0, degrees, correction } = one;
  const corrected = correction == null ? '' : `, less a correction to scaling of L^(−${correction})`;
  return [wordsAt(one, keys), `χ² = ${chiSquare.toFixed(1)} for ${degrees} degrees of freedom${corrected}.`]
    .filter(Boolean)
    .join(' ');
}
