/** A tempered run in words: a line for each temperature, and how its ladder works. */
import { unknownObservable } from '../results/study/table-rows.ts';
import type { LadderSummary, RungSummary } from '../results/summary/ladder.ts';
import type { LadderExchanges } from '../results/summary/ladder-exchanges.ts';
import { type Estimate, formatEstimate } from '../statistics/estimate.ts';
import { count } from '../words/count.ts';
import { percent } from '../words/percent.ts';
import { table } from './table.ts';

/** The observables of the table, as far as a lattice has them; `report --json` has all. */
const SHOWN = [
  ['energyPerSite', 'energy/N'],
  ['specificHeatPerSite', 'C/N'],
  ['density', 'density'],
  ['magnetization2', 'm²'],
  ['staggeredMagnetization2', 'm_s²'],
  ['nearestNeighbourCorrelation', 'neighbours'],
  ['scalarChirality', 'chirality'],
] as const;

/** `chosen`: the observables of the table in place of the usual ones. Throws InputError for a name that the run does not have. */
export function ladderText(summary: LadderSummary, chosen?: readonly string[]): string {
  const [{ summary: lowest }] = summary.rungs;
  const columns = chosen ? chosenColumns(summary, chosen) : usualColumns(lowest.observables);
  const measured = lowest.samples.reduce((sum, length) => sum + length, 0);
  const parts = [
    `${methodWords(summary)}, tempered: ${count(measured, 'sample')} at each of ${summary.rungs.length} temperatures in ${count(lowest.samples.length, 'chain')}`,
    table([headers(columns), ...summary.rungs.map((rung, k) => row(columns, rung, summary, k))]),
    [
      ...missingLines(columns, summary),
      roundTripWords(summary),
      FROM_THE_TOP,
      ...suggestionWords(summary),
      ...costLines(summary),
    ].join('\n'),
    ...warningTexts(summary),
  ];
  return `${parts.join('\n\n')}\n`;
}

const methodWords = ({ rungs }: LadderSummary): string =>
  [...new Set(rungs.map(({ summary }) => summary.method))].join(', ');

/** Names of observables, with what stands above them. */
type Columns = readonly (readonly [name: string, words: string])[];

const usualColumns = (observables: RungSummary['summary']['observables']): Columns =>
  SHOWN.filter(([name]) => name in observables);

function chosenColumns({ rungs }: LadderSummary, chosen: readonly string[]): Columns {
  const known = new Set(rungs.flatMap(({ summary }) => Object.keys(summary.observables)));
  const strange = chosen.find((name) => !known.has(name));
  if (strange !== undefined && known.size > 0) throw unknownObservable(strange, [...known], 'the run');
  return chosen.map((name) => [name, name]);
}

const headers = (columns: Columns): string[] => [
  'T',
  ...columns.map(([, words]) => words),
  'order',
  'τ of it',
  'acceptance',
  'exchange upwards',
  'from the top',
];

function row(
  columns: Columns,
  { temperature, summary }: RungSummary,
  { exchange, roundTrips }: LadderSummary,
  k: number,
): string[] {
  const { observables, orderParameter, acceptance } = summary;
  const order = orderParameter === null ? undefined : observables[orderParameter];
  return [
    shortened(temperature),
    ...columns.map(([name]) => cell(observables[name])),
    orderParameter ?? '–',
    order?.kind === 'estimate' ? order.tau.toPrecision(3) : '–',
    percentOrDash(acceptance.rate),
    k < exchange.length ? percentOrDash(exchange[k].rate) : '',
    percentOrDash(roundTrips.fromHighest[k]),
  ];
}

/** Six digits tell temperatures of a range apart; `report --json` has all. */
const shortened = (temperature: number): string => String(Number(temperature.toPrecision(6)));

/** The words on how much would be enough are as wide as three columns. */
function cell(estimate: Estimate | undefined): string {
  if (!estimate) return '–';
  return estimate.kind === 'insufficient' ? MISSING : formatEstimate(estimate);
}
const MISSING = 'n/a';

export const percentOrDash = (rate: number | null): string => (rate === null ? '–' : percent(rate));

function missingLines(columns: Columns, { rungs }: LadderSummary): string[] {
  const cells = rungs.flatMap(({ summary: { observables } }) => columns.map(([name]) => cell(observables[name])));
  return cells.includes(MISSING) ? [`${MISSING}: not enough data for an error bar`] : [];
}

const FROM_THE_TOP =
  'from the top: share of the configurations that were at the highest temperature later than at the lowest; it jumps at a bottleneck';

export function roundTripWords({ roundTrips: { count: trips, perThousandSteps } }: LadderExchanges): string {
  return `round trips through the ladder  ${trips}, ${perThousandSteps.toPrecision(3)} per 1000 steps of a chain`;
}

export function suggestionWords({ suggestedTemperatures }: LadderExchanges): string[] {
  if (!suggestedTemperatures) return [];
  return [`configurations should travel faster through temperatures = [${suggestedTemperatures.join(', ')}]`];
}

function costLines({ rungs }: LadderSummary): string[] {
  const sum = (value: (rung: RungSummary) => number) => rungs.reduce((total, rung) => total + value(rung), 0);
  const seconds = sum(({ summary: { cost } }) => cost.seconds + cost.training.seconds);
  const exact = sum(({ summary: { cost } }) => cost.exactEvaluations + cost.training.exactEvaluations);
  return [
    `exact evaluations, those to learn from included  ${exact.toFixed(0)}; seconds of one core  ${Number(seconds.toPrecision(3))}`,
  ];
}

function warningTexts({ rungs }: LadderSummary): string[] {
  const lines = rungs.flatMap(({ temperature, summary }) =>
    summary.thermalisation.warnings.map((warning) => `WARNING: T = ${temperature}: ${warning}`),
  );
  return lines.length > 0 ? [lines.join('\n')] : [];
}
