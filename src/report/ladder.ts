/** A tempered run in words: a line for each temperature, and how its ladder works. */
import type { LadderSummary, RungSummary } from '../results/summary/ladder.ts';
import type { LadderExchanges } from '../results/summary/ladder-exchanges.ts';
import { type Estimate, formatEstimate } from '../statistics/estimate.ts';
import { count } from '../words/count.ts';
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

export function ladderText(summary: LadderSummary): string {
  const [{ summary: lowest }] = summary.rungs;
  const measured = lowest.samples.reduce((sum, length) => sum + length, 0);
  const parts = [
    `${methodWords(summary)}, tempered: ${count(measured, 'sample')} at each of ${summary.rungs.length} temperatures in ${count(lowest.samples.length, 'chain')}`,
    table([headers(lowest.observables), ...summary.rungs.map((rung, k) => row(rung, summary, k))]),
    [
      ...missingLines(summary),
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

const shownOf = (observables: RungSummary['summary']['observables']) => SHOWN.filter(([name]) => name in observables);

const headers = (observables: RungSummary['summary']['observables']): string[] => [
  'T',
  ...shownOf(observables).map(([, words]) => words),
  'order',
  'τ of it',
  'acceptance',
  'exchange upwards',
  'from the top',
];

function row({ temperature, summary }: RungSummary, { exchange, roundTrips }: LadderSummary, k: number): string[] {
  const { observables, orderParameter, acceptance } = summary;
  const order = orderParameter === null ? undefined : observables[orderParameter];
  return [
    shortened(temperature),
    ...shownOf(observables).map(([name]) => cell(observables[name])),
    orderParameter ?? '–',
    order?.kind === 'estimate' ? order.tau.toPrecision(3) : '–',
    percent(acceptance.rate),
    k < exchange.length ? percent(exchange[k].rate) : '',
    percent(roundTrips.fromHighest[k]),
  ];
}

/** Six digits tell temperatures of a range apart; `report --json` has all. */
const shortened = (temperature: number): string => String(Number(temperature.toPrecision(6)));

/** The words on how much would be enough are as wide as three columns. */
const cell = (estimate: Estimate): string => (estimate.kind === 'insufficient' ? MISSING : formatEstimate(estimate));
const MISSING = 'n/a';

export const percent = (rate: number | null): string => (rate === null ? '–' : `${(100 * rate).toFixed(1)} %`);

function missingLines({ rungs }: LadderSummary): string[] {
  const shown = rungs.flatMap(({ summary: { observables } }) =>
    shownOf(observables).map(([name]) => observables[name]),
  );
  return shown.some(({ kind }) => kind === 'insufficient') ? [`${MISSING}: not enough data for an error bar`] : [];
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
