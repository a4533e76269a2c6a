/** The efficiency of samplers: rates from the counters of a run, and which sampler is said to be the best. */
import { expect, it } from 'vitest';
import { breakEven, overtakingCost, type Performance } from '../../claims/analysis/performance.ts';
import { efficiency } from '../../claims/efficiency/target.ts';
import type { StepTime } from '../../claims/workshop/tasks/step-times.ts';
import type { TaskArgument, TaskName } from '../../claims/workshop/tasks.ts';
import type { Workshop } from '../../claims/workshop/workshop.ts';
import type { Spec } from '../../src/spec/spec.ts';
import { type CannedRun, cannedRuns, estimate } from './canned-runs.ts';

/** The milliseconds of exact weight and inner chain, and τ. */
interface Law {
  readonly exact: number;
  readonly inner: number;
  readonly tau: number;
}

type Laws = Readonly<Record<'local' | 'hmc' | 'linear' | 'transformer' | 'nodal' | 'auto', Law>>;

const kindOf = (label: string): keyof Laws => {
  const kinds = ['linear', 'transformer', 'nodal', 'auto', 'local'] as const;
  return kinds.find((kind) => label.includes(kind)) ?? 'hmc';
};

/** A workshop in whose runs half of the time is measurement and training takes two seconds. */
const workshop = (laws: Laws, isShort: (spec: Spec) => boolean = () => false) =>
  cannedRuns(
    (spec): CannedRun => {
      const { method, samples, warmUp } = spec.sampling;
      const learns = !['local', 'hmc'].includes(method);
      const { tau } = laws[(learns ? spec.effective.kind : method) as keyof Laws];
      const effectiveSamples = samples / (2 * tau);
      const observables = isShort(spec)
        ? { staggeredMagnetization2: { kind: 'insufficient', samples, tau, needed: 2 * samples } as const }
        : { staggeredMagnetization2: estimate(0.3, 0.01, { tau, tauError: 0.05 * tau, effectiveSamples }) };
      const parts = { exact: 0, inner: 0, measurement: 0 };
      // A hundred exact evaluations and half a second for trials, which are counted apart.
      const trials = { exactEvaluations: 100, seconds: learns ? 0.5 : 0 };
      const training = { exactEvaluations: 400, seconds: learns ? 1.5 : 0 };
      const all = { exactEvaluations: samples + warmUp + trials.exactEvaluations, effectiveEvaluations: 0, seconds: 0 };
      return {
        summary: {
          observables,
          cost: { ...all, parts, trials, training },
          acceptance: { rate: method === 'reweighting' ? null : 0.5, predicted: null, inner: null, byChain: [] },
        },
      };
    },
    // Every second round takes a per cent longer than the mean, the others a per cent less.
    (async (_label: string, task: TaskName, { runs, rounds }: TaskArgument<'step-times'>): Promise<StepTime[][]> => {
      expect(task).toBe('step-times');
      return runs.map((label) => {
        const { exact, inner } = laws[kindOf(label)];
        return Array.from({ length: rounds }, (_, round) => {
          const factor = round % 2 === 0 ? 1.01 : 0.99;
          return { exact: factor * exact, inner: factor * inner, measurement: factor * (exact + inner) };
        });
      });
    }) as Workshop['compute'],
  );

const FAST = { exact: 0.1, inner: 0.05, tau: 1 };
const LAWS: Laws = {
  local: { exact: 0.2, inner: 0, tau: 20 },
  hmc: { exact: 0.6, inner: 0, tau: 2 },
  linear: FAST,
  // More effective samples by evaluation, fewer by second.
  transformer: { exact: 0.1, inner: 0.4, tau: 0.7 },
  nodal: { exact: 0.1, inner: 2, tau: 0.6 },
  auto: FAST,
};

const verdicts = async (laws: Partial<Laws>) =>
  (await efficiency.reproduce(workshop({ ...LAWS, ...laws }))).findings.map(({ verdict }) => verdict);

it('counts effective samples per second and per exact evaluation', async () => {
  const { tables, figures } = await efficiency.reproduce(workshop(LAWS));
  const [rates, measured, evaluations, costs] = tables.map(({ rows }) => rows);
  // 1/(2τ) by step, in 0.15 ms, and in twice that.
  const linear = (rows: readonly (readonly string[])[]) => rows.find(([name]) => name === 'self-learning, linear');
  expect(linear(rates)?.slice(1, 3)).toEqual(['3330(170)', '3330(170)']);
  expect(linear(measured)?.[1]).toBe('1670(80)');
  expect(linear(evaluations)?.[1]).toBe('0.50(2)');
  expect(rates.find(([name]) => name.includes('nodal'))).toContain('left out');
  expect(linear(costs)?.slice(1, 7)).toEqual(['0.500', '1.00(5)', '0.10', '0.050', '0.15', '2.0']);
  for (const { rows } of tables) expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  expect(figures.map(({ spec }) => spec.series.length)).toEqual([7, 7]);
});

it('says which sampler is the best, by which measure, and why', async () => {
  expect(await verdicts({})).toEqual(['holds', 'holds in part', 'holds', 'does not hold', 'holds', 'holds']);
  const { findings } = await efficiency.reproduce(workshop(LAWS));
  // The best does, the nodal determinant does not: 1/(1.2 · 2.1) beside 1/(4 · 0.6).
  expect(findings[1].found).toContain('self-learning, nodal 0.95(7) at L = 4');
  // 0.7 · 0.4 − 1 · 0.05 = 0.3 · 0.77
  expect(findings[3].found).toContain('ahead where an exact weight costs 0.77(19) ms');
});

it('says the contrary where the numbers do', async () => {
  const slow = { exact: 10, inner: 0, tau: 20 };
  expect(await verdicts({ linear: slow, transformer: slow, nodal: slow, auto: slow })).toEqual([
    ...['does not hold', 'does not hold', 'undecided', 'undecided', 'does not hold', 'does not hold'],
  ]);
  expect((await verdicts({ auto: { ...FAST, tau: 1.6 } }))[5]).toBe('does not hold');
  expect((await verdicts({ auto: { ...FAST, tau: 1.28 } }))[5]).toBe('undecided');
});

it('says where chains were too short', async () => {
  const short = workshop(LAWS, ({ lattice, sampling }) => lattice.size[0] === 8 && sampling.method === 'local');
  const { tables } = await efficiency.reproduce(short);
  expect(tables[0].rows.find(([name]) => name === 'local Metropolis')?.[3]).toBe('not enough data');
});

it('breaks even when the time saved is the time of the training', () => {
  const at = (rate: number, more: Partial<Performance> = {}) =>
    ({ perSecond: { value: rate, error: 0.1 * rate }, training: 3, ...more }) as Performance;
  const { value, error } = breakEven(at(1000), at(250));
  // 1000 samples take 1 s instead of 4.
  expect(value).toBeCloseTo(1000, 9);
  // The errors of 1 s and of 4 s, over the 3 s between them.
  expect(error).toBeCloseTo((1000 * Math.hypot(0.1, 0.4)) / 3, 9);
  expect(breakEven(at(200), at(250)).value).toBe(Number.POSITIVE_INFINITY);
  const chain = (tau: number, inner: number) => at(1, { tau: { value: tau, error: 0.1 }, inner });
  const overtaking = overtakingCost(chain(1, 5), chain(3, 1));
  // 1 · (c + 5) = 3 · (c + 1) at c = 1; by τ, c changes as −4 · 1/2² and 4 · 3/2².
  expect(overtaking?.value).toBeCloseTo(1, 12);
  expect(overtaking?.error).toBeCloseTo(0.1 * Math.hypot(3, 1), 12);
  expect(overtakingCost(chain(2.8, 5), chain(3, 1))).toBeUndefined();
});
