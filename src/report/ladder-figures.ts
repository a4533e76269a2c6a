/** The pictures of a tempered run: observables against temperature, and the exchange rates along its ladder. */

import type { StudyRow } from '../results/study/study-rows.ts';
import type { PairRate } from '../results/summary/better-ladder.ts';
import type { LadderReport } from '../results/summary/ladder.ts';
import { TEMPERATURE } from '../results/summary/point-runs.ts';
import type { Axis, Point, Series } from './figures/figure-spec.ts';
import type { RunFigure } from './run-figures.ts';
import { drawnFigure } from './study/drawn-figure.ts';
import { axisOf } from './study/study-curves.ts';
import { studyFigures } from './study/study-figures.ts';

/** What holds for the figures of observables. */
export const HOW_LADDERS_ARE_READ =
  'Bars are one standard deviation; those of different temperatures are correlated, because configurations are exchanged. Lines only guide the eye.';

/** `rows`: of all temperatures; `names`: the observables that are shown; `source`: what was computed, for captions. */
export function ladderFigures(
  { exchange }: LadderReport,
  rows: readonly StudyRow[],
  names: readonly string[],
  source: string,
): RunFigure[] {
  const axis = axisOf(
    TEMPERATURE,
    [TEMPERATURE],
    rows.map(({ values }) => values[TEMPERATURE] as number),
  );
  return [
    ...studyFigures([TEMPERATURE], rows, names, source, HOW_LADDERS_ARE_READ),
    ...exchangeFigure(exchange, axis, source),
  ];
}

/** A step from each temperature to the next one. */
function exchangeFigure(exchange: readonly PairRate[], x: Axis, source: string): RunFigure[] {
  const known = exchange.flatMap(({ between, rate }) => (rate === null ? [] : [{ between, rate }]));
  if (known.length === 0) return [];
  const series: Series = {
    name: 'rate',
    points: known.map(({ between: [a, b], rate }): Point => ({ x: Math.sqrt(a * b), y: rate })),
    shape: 'points',
    curve: known.flatMap(({ between, rate }): Point[] => [...between.map((end) => ({ x: end, y: rate })), GAP]),
  };
  const note =
    'Each line reaches from a temperature of the ladder to the next one: the mean probability with which these exchange their configurations.';
  const y = { label: 'exchange rate', domain: [0, 1] as const };
  return [drawnFigure('exchange-rates', { x, y, series: [series] }, { note, howToRead: '', source })];
}

const GAP: Point = { x: Number.NaN, y: Number.NaN };
