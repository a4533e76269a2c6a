/** A run in words: observables with error bars, rates, costs. */
import type { RunTraining } from '../run/job/effective.ts';
import type { RunSummary } from '../run/summary/summary.ts';
import { type Estimate, formatEstimate } from '../statistics/estimate.ts';
import { table } from './table.ts';

/** Structure factors come by the dozen; the text leaves them to `report --json`. */
const TOO_MANY = /^structureFactor_/;

export function runText(summary: RunSummary): string {
  const { samples, method } = summary;
  const measured = samples.reduce((sum, length) => sum + length, 0);
  const lines = [`${method}: ${measured} samples in ${samples.length} chains`, '', observableTable(summary), ''];
  return [...lines, table(rateRows(summary)), ''].join('\n');
}

function observableTable({ observables }: RunSummary): string {
  const shown = Object.entries(observables).filter(([name]) => !TOO_MANY.test(name));
  return table([['observable', 'value', 'τ', 'samples/2τ', 'R̂'], ...shown.map(([name, e]) => [name, ...cells(e)])]);
}

function cells(estimate: Estimate): string[] {
  if (estimate.kind === 'insufficient') return [formatEstimate(estimate), '', '', ''];
  const { tau, effectiveSamples, rHat } = estimate;
  return [formatEstimate(estimate), tau.toPrecision(3), effectiveSamples.toFixed(0), rHat?.toFixed(3) ?? ''];
}

function rateRows({ acceptance, cost, observables, model }: RunSummary): string[][] {
  const percent = (rate: number | null) => (rate === null ? [] : [`${(100 * rate).toFixed(1)} %`]);
  const order = observables.staggeredMagnetization2 ?? observables.magnetization2;
  const efficiency =
    order?.kind === 'estimate' && cost.seconds > 0 ? [(order.effectiveSamples / cost.seconds).toPrecision(3)] : [];
  return [
    ...modelRows(model),
    ['acceptance', ...percent(acceptance.rate)],
    ['predicted for a Gaussian residual', ...percent(acceptance.predicted)],
    ['acceptance of the inner chain', ...percent(acceptance.inner)],
    ['exact evaluations', cost.exactEvaluations.toFixed(0)],
    ['seconds of one core', cost.seconds.toPrecision(3)],
    ['effective samples of the order parameter per second', ...efficiency],
  ].filter(({ length }) => length > 1);
}

function modelRows(model: RunSummary['model']): string[][] {
  if (!model) return [];
  const { cost, loss } = model.training as unknown as RunTraining;
  return [
    ['learned model', `${model.kind}, ${Object.keys(model.parameters).length} parameters`],
    ['exact evaluations to learn from', cost.exactEvaluations.toFixed(0)],
    ['mean squared error of β(F − E), held out', loss.heldOut.toPrecision(3)],
  ];
}

/** The same for programs: null where there is not enough data. */
export function runJson({ observables, ...rest }: RunSummary): object {
  const values = Object.entries(observables).map(([name, estimate]) => {
    const { kind, ...numbers } = estimate;
    return [name, kind === 'estimate' ? numbers : { mean: null, error: null, ...numbers }];
  });
  return { observables: Object.fromEntries(values), ...rest };
}
