/** A run in words: observables with error bars, rates, costs, and whether the chains still depend on their starts. */
import type { RunTraining } from '../chain/learning/models.ts';
import type { Costs, TimePart } from '../results/summary/costs.ts';
import type { RunSummary } from '../results/summary/summary.ts';
import { type Estimate, formatEstimate } from '../statistics/estimate.ts';
import { percent } from '../words/percent.ts';
import { fillingLines } from './filling.ts';
import { flowRows } from './flow.ts';
import { largestWords } from './order.ts';
import { usedSymmetryWords } from './symmetry-words.ts';
import { table } from './table.ts';
import { thermalisationText } from './thermalisation.ts';
import { choiceTexts, couplingTexts, untriedTexts } from './training.ts';

/** Structure factors come by the dozen; the text leaves them to `report --json`. */
const TOO_MANY = /^structureFactor_/;

export function runText(summary: RunSummary): string {
  const { samples, method, thermalisation, choice, symmetries, model } = summary;
  const measured = samples.reduce((sum, length) => sum + length, 0);
  const parts = [
    `${method}: ${measured} samples in ${samples.length} chains`,
    observableTable(summary),
    ...orderTexts(summary),
    ...fillingTexts(summary),
    table(rateRows(summary)),
    ...couplingTexts(model),
    ...untriedTexts((model?.training ?? {}) as Partial<RunTraining>),
    ...(choice ? choiceTexts(choice) : []),
    table([['where the time went'], ...timeRows(summary.cost)]),
    `symmetries used          ${usedSymmetryWords(symmetries)}\n${thermalisationText(thermalisation)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function observableTable({ observables }: RunSummary): string {
  const shown = Object.entries(observables).filter(([name]) => !TOO_MANY.test(name));
  return table([['observable', 'value', 'τ', 'samples/2τ', 'R̂'], ...shown.map(([name, e]) => [name, ...cells(e)])]);
}

function orderTexts(summary: RunSummary): string[] {
  const words = largestWords(summary);
  return words ? [`largest S(q): ${words.value} at q = Σ_d (n_d/L_d) b_d, ${words.place}`] : [];
}

function fillingTexts(summary: RunSummary): string[] {
  const lines = fillingLines(summary);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

/** Value with error, τ, effective samples, R̂; empty where there is none, as of a constant. */
export function cells(estimate: Estimate): string[] {
  if (estimate.kind === 'insufficient') return [formatEstimate(estimate), '', '', ''];
  if (estimate.kind === 'constant') return [formatEstimate(estimate), 'constant', '', ''];
  const { tau, effectiveSamples, rHat } = estimate;
  return [formatEstimate(estimate), tau.toPrecision(3), effectiveSamples.toFixed(0), rHat?.toFixed(3) ?? ''];
}

/** Name and value of what a run reports besides observables; values that are not known are left out. */
export function rateRows({ acceptance, cost, efficiency, model, flow }: RunSummary): string[][] {
  const known = (rate: number | null) => (rate === null ? [] : [percent(rate)]);
  const number = (value: number | null | undefined) => (value == null ? [] : [threeDigits(value)]);
  const name = efficiency?.observable ?? '';
  return [
    ...modelRows(model, cost),
    ...flowRows(flow),
    ['acceptance', ...known(acceptance.rate)],
    ['predicted for a Gaussian residual', ...known(acceptance.predicted)],
    ['acceptance of the inner chain', ...known(acceptance.inner)],
    ['exact evaluations', cost.exactEvaluations.toFixed(0)],
    ...(cost.trials.exactEvaluations > 0 ? [['of these in trials', cost.trials.exactEvaluations.toFixed(0)]] : []),
    ['seconds of one core', ...number(cost.seconds)],
    [`effective samples of ${name} per second of one core`, ...number(efficiency?.perSecond)],
    ['the same, measurements not counted', ...number(efficiency?.perSecondOfSampling)],
  ].filter(({ length }) => length > 1);
}

function modelRows(model: RunSummary['model'], { training }: Costs): string[][] {
  const learned =
    training.exactEvaluations > 0 ? [['exact evaluations to learn from', training.exactEvaluations.toFixed(0)]] : [];
  if (!model) return learned;
  const { loss } = model.training as unknown as RunTraining;
  return [
    ['learned model', `${model.kind}, ${Object.keys(model.parameters).length} parameters`],
    ...learned,
    ['mean squared error of β(F − E), held out', loss.heldOut.toPrecision(3)],
  ];
}

const PARTS: Readonly<Record<TimePart, string>> = {
  filling: 'search for μ',
  training: 'training',
  trials: 'trials of proposals',
  inner: 'inner chain',
  exact: 'exact weight',
  measurement: 'measurement',
  rest: 'everything else',
};

/** Part, seconds of one core, share of the whole; parts that are not known or took none are left out. */
export function timeRows({ parts, seconds }: Costs): string[][] {
  const known = Object.keys(PARTS).flatMap((part) => {
    const time = parts[part as TimePart];
    return time ? [[PARTS[part as TimePart], time] as const] : [];
  });
  const whole = seconds + (parts.training ?? 0) + (parts.filling ?? 0);
  return known.map(([part, time]) => [part, `${threeDigits(time)} s`, `${((100 * time) / whole).toFixed(1)} %`]);
}

/** 0.0123, 1.23, 12.3, 1230; no exponents for what people compare. */
const threeDigits = (value: number): string => (value === 0 ? '0' : Number(value.toPrecision(3)).toString());
