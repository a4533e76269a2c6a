/** Acceptance against the number of attention blocks, beside the models that are no transformers. */
import type { Point } from '../../report/figures/spec.ts';
import type { RunTraining } from '../../run/job/effective.ts';
import { LOG_RATIO } from '../../run/job/program.ts';
import type { SpecInput } from '../../run/spec/spec.ts';
import { formatWithError } from '../../statistics/format.ts';
import { acceptanceOf, type MeasuredAcceptance } from '../acceptance.ts';
import { type Combined, combined } from '../seeds.ts';
import type { Finding, Reproduction, Target } from '../target.ts';
import type { RunResult, Workshop } from '../workshop.ts';

type Effective = NonNullable<SpecInput['effective']>;

interface Entry {
  readonly name: string;
  readonly effective: Effective;
  readonly exactEvaluations: number;
  /** Of a transformer in the paper's form. */
  readonly blocks?: number;
}

interface Outcome {
  readonly entry: Entry;
  readonly measured: readonly MeasuredAcceptance[];
  readonly heldOut: readonly number[];
  readonly rate: Combined;
}

const TEMPERATURE = 0.05;

function entries(isQuick: boolean): Entry[] {
  const depths = isQuick ? [1, 2, 3] : [1, 2, 3, 4, 5, 6];
  const budget = isQuick ? 1500 : 4000;
  return [
    { name: 'linear, 4 shells', effective: { kind: 'linear', shells: 4 }, exactEvaluations: 200 },
    { name: 'linear, all shells', effective: { kind: 'linear' }, exactEvaluations: 200 },
    ...depths.map((blocks) => ({
      ...{ name: `transformer, 6 shells, ${blocks} block${blocks > 1 ? 's' : ''}`, blocks, exactEvaluations: budget },
      effective: { kind: 'transformer', shells: 6, blocks } as const,
    })),
    {
      ...{ name: 'transformer, all shells, cross readout, 2 blocks', exactEvaluations: budget },
      effective: { kind: 'transformer', blocks: 2, crossReadout: true },
    },
    { name: 'nodal', effective: { kind: 'nodal' }, exactEvaluations: isQuick ? 300 : 1000 },
    {
      ...{ name: 'nodal + transformer, 1 block', exactEvaluations: isQuick ? 600 : 2500 },
      effective: { kind: ['nodal', 'transformer'], blocks: 1 },
    },
  ];
}

export const acceptance: Target = {
  name: 'acceptance',
  title: 'Acceptance against the number of attention blocks',
  talk:
    'On 6 × 6 sites at T = 0.05 the acceptance of self-learning Monte Carlo rises with the number of attention blocks, from about 21 % of the linear model, and the acceptance is ' +
    'related to the loss.',
  method:
    'Every model is learned by the self-learning loop from random spins, then frozen. Proposals are decorrelated: the inner chain runs until it has forgotten where it began, since short ' +
    'inner chains are accepted more often and prove nothing. The linear model of the talk is a truncated one; the same model with all nine shells stands beside it.',
  async reproduce(workshop) {
    const seeds = workshop.isQuick ? [1] : [1, 2, 3];
    const outcomes = await Promise.all(entries(workshop.isQuick).map((entry) => outcomeOf(workshop, entry, seeds)));
    return reproduction(outcomes, seeds);
  },
};

async function outcomeOf(workshop: Workshop, entry: Entry, seeds: readonly number[]): Promise<Outcome> {
  const samples = workshop.isQuick ? 1000 : 4000;
  const results = await Promise.all(
    seeds.map((seed) =>
      workshop.run(`${entry.name}, seed ${seed}`, {
        lattice: { size: [6, 6] },
        model: { temperature: TEMPERATURE },
        effective: entry.effective,
        training: { exactEvaluations: entry.exactEvaluations },
        sampling: { chains: 1, samples, warmUp: 100, proposal: 'decorrelated', seed },
      }),
    ),
  );
  const measured = results.map(({ data }) => acceptanceOf(data.measured(LOG_RATIO)));
  return {
    entry,
    measured,
    heldOut: results.map(heldOutError),
    rate: combined(measured.map(({ rate, error }) => ({ value: rate, error }))),
  };
}

function heldOutError({ data }: RunResult): number {
  if (!data.model) throw new Error(`${data.run.directory}: no learned model`);
  return (data.model.training as unknown as RunTraining).loss.heldOut;
}

function reproduction(outcomes: readonly Outcome[], seeds: readonly number[]): Reproduction {
  const evaluations = outcomes.map(({ entry }) => entry.exactEvaluations);
  const source = `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; seeds ${seeds.join(', ')}; ${Math.min(...evaluations)} to ${Math.max(...evaluations)} exact evaluations to learn from.`;
  const paper = outcomes.filter(({ entry }) => entry.blocks !== undefined);
  const others = outcomes.filter(({ entry }) => entry.blocks === undefined);
  return {
    figures: [
      {
        name: 'blocks',
        spec: {
          title: 'More blocks are accepted more often; so are better models without attention',
          x: { label: 'attention blocks', ticks: paper.map(({ entry }) => entry.blocks ?? 0) },
          y: { label: 'acceptance of decorrelated proposals', domain: [0, 1] },
          series: [
            { name: 'transformer, 6 shells', points: paper.map(({ entry, rate }) => point(entry.blocks ?? 0, rate)) },
            {
              name: 'predicted, erfc(σ/2)',
              points: paper.map(({ entry, measured }) => ({ x: entry.blocks ?? 0, y: meanOf(measured, 'predicted') })),
              shape: 'line',
            },
          ],
          references: others.map(({ entry, rate }) => ({ axis: 'y', value: rate.value, label: entry.name })),
          names: 'above',
          caption: source,
        },
      },
      {
        name: 'prediction',
        spec: {
          title: 'The residual predicts the acceptance: erfc(σ/2), not exp(−σ)',
          x: { label: 'mean squared error σ² of β(F − E)', scale: 'log' },
          y: { label: 'acceptance of decorrelated proposals', domain: [0, 1] },
          series: [
            {
              name: 'measured',
              shape: 'points',
              points: sorted(outcomes).map(({ measured, rate }) => point(meanOf(measured, 'meanSquaredError'), rate)),
            },
            ...(['predicted', 'predictedExponential'] as const).map((key) => ({
              name: key === 'predicted' ? 'erfc(σ/2)' : 'exp(−σ)',
              shape: 'line' as const,
              points: sorted(outcomes).map(({ measured }) => ({
                x: meanOf(measured, 'meanSquaredError'),
                y: meanOf(measured, key),
              })),
            })),
          ],
          names: 'above',
          caption: `${source} σ² over the proposals of each chain.`,
        },
      },
    ],
    tables: [{ title: 'Acceptance of decorrelated proposals', rows: tableRows(outcomes) }],
    findings: findings(outcomes, paper),
  };
}

const point = (x: number, { value, error }: Combined): Point => ({ x, y: value, error });

const meanOf = (measured: readonly MeasuredAcceptance[], key: keyof MeasuredAcceptance): number =>
  measured.reduce((sum, one) => sum + one[key], 0) / measured.length;

const sorted = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes.toSorted((a, b) => meanOf(a.measured, 'meanSquaredError') - meanOf(b.measured, 'meanSquaredError'));

function tableRows(outcomes: readonly Outcome[]): string[][] {
  const head = ['model', 'exact evaluations', 'acceptance', 'erfc(σ/2)', 'exp(−σ)', 'σ², proposals', 'σ², held out'];
  const rows = outcomes.map(({ entry, measured, heldOut, rate }) => [
    entry.name,
    String(entry.exactEvaluations),
    formatWithError(rate.value, rate.error),
    meanOf(measured, 'predicted').toFixed(3),
    meanOf(measured, 'predictedExponential').toFixed(3),
    meanOf(measured, 'meanSquaredError').toPrecision(3),
    (heldOut.reduce((sum, value) => sum + value, 0) / heldOut.length).toPrecision(3),
  ]);
  return [head, ...rows];
}

function findings(outcomes: readonly Outcome[], paper: readonly Outcome[]): Finding[] {
  const rates = paper.map(({ rate }) => rate);
  const drops = rates
    .slice(1)
    .filter(({ value, error }, k) => value < rates[k].value - 2 * Math.hypot(error, rates[k].error));
  const words = rates.map(({ value, error }) => formatWithError(value, error)).join(', ');
  const rateOf = (name: string) => outcomes.find(({ entry }) => entry.name === name)?.rate as Combined;
  const linear = rateOf('linear, all shells');
  const truncated = rateOf('linear, 4 shells');
  const best = outcomes.reduce((a, b) => (b.rate.value > a.rate.value ? b : a));
  const deviation = Math.max(
    ...outcomes.map(({ measured, rate }) => Math.abs(meanOf(measured, 'predicted') - rate.value)),
  );
  const exponential = Math.max(
    ...outcomes.map(({ measured, rate }) => Math.abs(meanOf(measured, 'predictedExponential') - rate.value)),
  );
  return [
    {
      claim: 'The acceptance rises with the number of attention blocks.',
      found: `With 1 to ${paper.length} blocks: ${words}.`,
      verdict:
        drops.length > 0 ? 'does not hold' : rates[rates.length - 1].value > rates[0].value ? 'holds' : 'undecided',
    },
    {
      claim: 'Attention is far ahead of the linear model.',
      found:
        `Of the linear model with four shells, ${formatWithError(truncated.value, truncated.error)}, yes; with all shells, at 200 exact evaluations and no training to speak of, it is accepted ` +
        `${formatWithError(linear.value, linear.error)}.`,
      verdict: 'holds in part',
    },
    {
      claim: 'The loss tells the acceptance.',
      found: `erfc(σ/2) is off by ${deviation.toFixed(3)} at most, exp(−σ) by ${exponential.toFixed(3)}.`,
      verdict: deviation < 0.05 ? 'holds' : 'holds in part',
    },
    {
      claim: 'Attention is all you need (with a question mark on the slides).',
      found: `The best model here is ${best.entry.name}: ${formatWithError(best.rate.value, best.rate.error)}. What it knows besides is physics: the levels at the Fermi energy.`,
      verdict: 'does not hold',
    },
  ];
}
