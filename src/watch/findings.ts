/** What a run has found so far: the numbers of its report. */
import type { RunData } from '../results/summary/run-data.ts';
import { runJson } from '../results/summary/run-json.ts';
import { summaryOf } from '../results/summary/summary.ts';
import { formatEstimate } from '../statistics/estimate.ts';
import type { Findings, ObservableState } from './state.ts';
import { drawnSeries } from './stretches.ts';
import { warningsOf } from './warnings.ts';

export function findings(data: RunData): Findings {
  const summary = summaryOf(data);
  const { observables } = runJson(summary);
  const withText = Object.entries(observables).map(([name, estimate]): [string, ObservableState] => [
    name,
    { ...estimate, text: formatEstimate(summary.observables[name]) },
  ]);
  const { rate, predicted, inner } = summary.acceptance;
  return {
    samples: summary.samples.reduce((sum, count) => sum + count, 0),
    observables: Object.fromEntries(withText),
    series: drawnSeries(data, summary.observables),
    acceptance: { rate, predicted, inner },
    warnings: warningsOf(summary),
  };
}
