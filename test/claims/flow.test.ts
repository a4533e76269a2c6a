/** Verdicts on flows, from numbers that are written down. */
import { expect, it } from 'vitest';
import { evenCost, type Known, pairOf } from '../../claims/analysis/flow-rates.ts';
import { exponentOf, growthOf } from '../../claims/flow/outcome.ts';
import { plan } from '../../claims/flow/plan.ts';
import { flow } from '../../claims/flow/target.ts';
import type { FlowResult, FlowTask } from '../../claims/workshop/tasks/flow.ts';
import type { TaskArgument, TaskName } from '../../claims/workshop/tasks.ts';
import type { Workshop } from '../../claims/workshop/workshop.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec } from '../../src/spec/spec.ts';
import { expectComplete } from './canned.ts';
import { type CannedRun, cannedRuns, estimate } from './canned-runs.ts';

/** The effective share of a flow, and the milliseconds of its proposals. */
interface Flows {
  readonly share: (task: FlowTask, sites: number) => number;
  readonly milliseconds: number;
}

const LOG_Z = 100;

/** A flow that is as good as it is said to be; the error of a share is a hundredth. */
function flowOf(task: FlowTask, { share: shareOf, milliseconds }: Flows): FlowResult {
  const sites = modelParameters(resolveSpec(task.spec)).lattice.siteCount;
  const value = shareOf(task, sites) * (1 + 0.001 * task.seed);
  const share = { value, error: 0.01 * value };
  const rate = { effective: share, milliseconds: { value: milliseconds, error: 0.01 * milliseconds } };
  return {
    siteCount: sites,
    layers: Math.round(task.rounds * sites),
    parameters: 100,
    training: { exactEvaluations: task.budget, seconds: 2 },
    exactMilliseconds: 0.1,
    quality: {
      share,
      acceptance: { value: 0.9 * value, error: 0.01 },
      variance: { value: -Math.log(value), error: 0.01 },
      logMean: { value: LOG_Z - sites * Math.log(4 * Math.PI), error: 0.01 },
      dominated: value < 0.05,
    },
    weighted: value < 0.05 ? { ...rate, effective: null } : rate,
    decided: { ...rate, acceptance: 0.5 },
  };
}

/** A workshop whose other samplers have τ = 1 and take 0.1 ms a step. */
const workshop = (flows: Flows, annealed = LOG_Z) =>
  cannedRuns(
    ({ sampling: { samples } }): CannedRun => ({
      summary: {
        observables: {
          staggeredMagnetization2: estimate(0.3, 0.01, { effectiveSamples: samples / 2 }),
          logPartitionFunction: estimate(annealed, 0.01),
        },
        cost: {
          ...{ exactEvaluations: samples, effectiveEvaluations: 0, seconds: 0 },
          parts: { exact: 0, inner: 0, measurement: 0 },
          trials: { exactEvaluations: 0, seconds: 0 },
          training: { exactEvaluations: 0, seconds: 0 },
        },
        acceptance: { rate: 0.5, predicted: null, inner: null, byChain: [] },
      },
    }),
    (async (_label: string, task: TaskName, argument: unknown) => {
      if (task === 'flow') return flowOf(argument as FlowTask, flows);
      if (task === 'four-spins') return LOG_Z;
      const { runs, rounds } = argument as TaskArgument<'step-times'>;
      return runs.map(() => Array.from({ length: rounds }, () => ({ exact: 0.05, inner: 0.05, measurement: 0.1 })));
    }) as Workshop['compute'],
  );

const QUESTION = 'This can be used for flow-based sampling';
const LAYERS = 'More layers make a flow better';
const EVALUATION = 'On the linear model a flow is worth more';
const SECOND = 'Per second, too,';
const HMC = 'Without any Markov chain';
const SITES = 'As sole proposals flows lose with volume';
const ATTENTION = 'Attention makes flows better';
const EQUIVARIANCE = 'Equivariance makes flows better';
const CLASSICAL = 'For spins alone';
const PARTITION = 'Flows from uniform spins give log Z';
const ALL = [QUESTION, LAYERS, EVALUATION, SECOND, HMC, SITES, ATTENTION, EQUIVARIANCE, CLASSICAL, PARTITION];

async function verdicts(flows: Flows, annealed?: number) {
  const reproduction = await flow.reproduce(workshop(flows, annealed));
  expectComplete(reproduction);
  return ALL.map((claim) => reproduction.findings.find((one) => one.claim.startsWith(claim))?.verdict);
}

/** A share that falls with the number of sites and grows with layers; `by` conditioner. */
const falling =
  (by: Readonly<Record<string, number>>) =>
  ({ rounds, choice: { conditioner = 'attention' } }: FlowTask, sites: number) =>
    by[conditioner] * (0.5 + 0.2 * rounds) * Math.exp(-0.01 * sites);

it('confirms what flows are hoped to do', async () => {
  const share = falling({ attention: 1, shells: 0.8, components: 0.6 });
  expect(await verdicts({ share, milliseconds: 0.01 })).toEqual(Array(10).fill('holds'));
});

it('refutes it, and says where too few proposals decide', async () => {
  const share = ({ base, rounds, choice, spec }: FlowTask, sites: number) => {
    if (base === 'uniform' && sites === 16 && spec.model?.temperature === 0.1) return 0.03;
    if (rounds !== 1) return rounds === 0 ? 0.5 : 0.1;
    return choice.conditioner === 'attention' ? 3.2 / sites : 0.3;
  };
  const found = await verdicts({ share, milliseconds: 10 }, LOG_Z + 1);
  expect(found).toEqual([...Array(5).fill('does not hold'), 'holds', ...Array(4).fill('does not hold')]);
});

it('finds flows of use that are better by exact evaluation alone', async () => {
  const share = falling({ attention: 1.2, shells: 1.2, components: 1.2 });
  const [question, , evaluation, second] = await verdicts({ share, milliseconds: 10 });
  expect([question, evaluation, second]).toEqual(['holds in part', 'holds', 'does not hold']);
});

it('trains every flow once', async () => {
  const labels: string[] = [];
  const { compute, ...others } = workshop({ share: () => 0.5, milliseconds: 1 });
  const counting = ((label: string, ...rest: [TaskName, never]) => {
    labels.push(label);
    return compute(label, ...rest);
  }) as Workshop['compute'];
  await flow.reproduce({ ...others, compute: counting });
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => label.startsWith('flow')).length).toBeGreaterThan(plan(true).sizes.length);
});

it('knows at which cost of the exact weight two samplers are equal', () => {
  const sure = (value: number) => ({ value, error: 0 });
  const sampler = (name: string, perEvaluation: number, milliseconds: number): Known => ({
    ...{ name, isFlow: false, perEvaluation: sure(perEvaluation) },
    perSecond: sure((1000 * perEvaluation) / milliseconds),
  });
  const samplers = [sampler('better', 0.8, 2), sampler('cheaper', 0.6, 0.2)];
  const pair = pairOf(samplers, 'better', 'cheaper') as [Known, Known];
  const cost = evenCost(pair) as number;
  expect(0.8 / (2 + cost)).toBeCloseTo(0.6 / (0.2 + cost), 12);
  expect(evenCost([pair[1], pair[0]])).toBeUndefined();
  expect(pairOf(samplers, 'better', 'another')).toBeUndefined();
});

it('gives fits that are none larger errors', () => {
  const exponent = { value: -2, error: 0.1 };
  const law = { exponent, degrees: 4, probability: 0.5, at: () => 1 };
  expect(exponentOf({ ...law, chiSquare: 3 })).toEqual(exponent);
  expect(growthOf({ ...law, chiSquare: 100 })).toEqual({ value: 2, error: expect.closeTo(0.5, 12) });
});
