/** What a runner relies on: checkpoints, counts, states that others have moved. */
import { describe, expect, it } from 'vitest';
import type { LocalUpdater, SpinFermionModel } from '../../src/exact/model.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { screenedKernel } from '../../src/sampling/inner/screened.ts';
import type { ReversibleKernel } from '../../src/sampling/interfaces/reversible-kernel.ts';
import type { ChainState, Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { metropolis } from '../../src/sampling/moves/metropolis.ts';
import { localSampler } from '../../src/sampling/samplers/local.ts';
import { resumeChain, runChain } from '../../src/sampling/samplers/run-chain.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { linearModel } from './models.ts';
import { numbered } from './numbered.ts';
import { SAMPLERS } from './samplers.ts';
import { fourByFour } from './systems.ts';

const SYSTEM = fourByFour(0.1);
const { model } = SYSTEM;
const START = namedConfiguration('random', model.parameters.lattice, { seed: 1 });
const measure = ({ spins, logWeight, logImportance }: ChainState) => numbered([logWeight, logImportance, ...spins]);

describe.each(Object.keys(SAMPLERS))('%s', (name) => {
  it('continues bit for bit from a checkpoint, in warm-up and after', () => {
    const whole = SAMPLERS[name](SYSTEM);
    const [state, random] = [whole.start(START), philoxStream(3, 1)];
    const [broken, brokenRandom] = [whole.start(START), philoxStream(3, 1)];
    let sampler: Sampler = SAMPLERS[name](SYSTEM);
    for (let step = 0; step < 12; step++) {
      const outcome = whole.step(state, random);
      expect(sampler.step(broken, brokenRandom)).toEqual(outcome);
      if (step < 6) {
        whole.adapt?.();
        sampler.adapt?.();
      }
      const settings = JSON.parse(JSON.stringify(sampler.settings()));
      expect(settings).toEqual(whole.settings());
      expect([broken.spins, broken.logWeight, broken.logImportance, brokenRandom.position]).toEqual([
        ...[state.spins, state.logWeight, state.logImportance, random.position],
      ]);
      sampler = SAMPLERS[name](SYSTEM);
      sampler.restore(settings);
    }
    expect(state.spins).not.toEqual(START);
  });

  it('keeps log W of its spins, at unit length', () => {
    const sampler = SAMPLERS[name](SYSTEM);
    const state = sampler.start(START);
    for (let step = 0; step < 20; step++) sampler.step(state, philoxStream(3, step));
    expect(Math.abs(state.logWeight - model.logWeight(state.spins))).toBeLessThan(1e-9);
    for (let i = 0; i < state.spins.length; i += 3) {
      expect(Math.abs(Math.hypot(...state.spins.subarray(i, i + 3)) - 1)).toBeLessThan(1e-14);
    }
  });
});

it('adapts in warm-up only, and counts the samples only', () => {
  const sampler = SAMPLERS['hybrid Monte Carlo'](SYSTEM);
  const state = sampler.start(START);
  const { totals, series } = runChain(sampler, state, philoxStream(1, 1), { warmUp: 5, samples: 7, measure });
  expect(sampler.settings().adaptations).toBe(5);
  expect([totals.proposed, totals.exactEvaluations, Object.keys(series).length, series[0].length]).toEqual([
    7, 35, 50, 7,
  ]);
});

it('a local step follows spins that something else has moved', () => {
  const sampler = localSampler(model);
  const state = sampler.start(START);
  sampler.step(state, philoxStream(1, 1));
  const other = namedConfiguration('random', model.parameters.lattice, { seed: 2 });
  state.spins.set(other);
  const fresh = localSampler(model).start(other);
  sampler.step(state, philoxStream(1, 2));
  localSampler(model).step(fresh, philoxStream(1, 2));
  expect(state).toEqual(fresh);
});

it('a local step starts from its spins alone: every change of log W is bit-identical after an interruption', () => {
  const changes = (interrupted: boolean) => {
    const seen: number[] = [];
    const watched: SpinFermionModel = {
      ...model,
      localUpdater(spins) {
        const updater = model.localUpdater(spins);
        const propose: LocalUpdater['propose'] = (...move) => {
          seen.push(updater.propose(...move));
          return seen[seen.length - 1];
        };
        return Object.create(updater, { propose: { value: propose } });
      },
    };
    let sampler = localSampler(watched);
    const [state, random] = [sampler.start(START), philoxStream(4, 1)];
    for (let step = 0; step < 10; step++) {
      sampler.step(state, random);
      if (interrupted) sampler = localSampler(watched);
    }
    return seen;
  };
  expect(changes(true)).toEqual(changes(false));
});

describe('an inner chain that goes nowhere', () => {
  const idle: ReversibleKernel = {
    name: 'idle',
    logDensity: () => 1,
    advance: () => ({ logDensityBefore: 1, logDensityAfter: 1, proposed: 4, accepted: 0, evaluations: 8 }),
    settings: () => ({}),
    restore: () => {},
  };

  it('is not a proposal and costs no exact evaluation', () => {
    const sampler = selfLearningSampler(model, idle);
    const outcome = sampler.step(sampler.start(START), philoxStream(1, 1));
    expect(outcome).toMatchObject({ proposed: 0, accepted: 0, exactEvaluations: 0, innerProposed: 4 });
    expect(outcome.logRatio).toBeNaN();
  });

  it('is not screened either', () => {
    const screen = screenedKernel(linearModel(model.parameters.lattice, [0.1]), 0.1, idle, 3);
    expect(screen.advance(START.slice(), philoxStream(1, 1))).toMatchObject({ proposed: 0, evaluations: 25 });
  });
});

it('a ratio that is not a number is an error, an impossible proposal is not', () => {
  expect(() => metropolis(Number.NaN, philoxStream(1, 1))).toThrow('not a number');
  expect(metropolis(-Infinity, philoxStream(1, 1))).toBe(false);
  expect(metropolis(Infinity, philoxStream(1, 1))).toBe(true);
});

describe.each(Object.keys(SAMPLERS))('%s in memory', (name) => {
  it('goes on bit for bit from the checkpoint of a chain', () => {
    const sampler = SAMPLERS[name](SYSTEM);
    const plan = { samples: 4, measure };
    const first = runChain(sampler, sampler.start(START), philoxStream(5, 1), { ...plan, warmUp: 3 });
    const { checkpoint } = first;
    const kept = structuredClone(checkpoint);
    const again = [1, 2].map(() => resumeChain(SAMPLERS[name](SYSTEM), checkpoint, plan));
    const whole = SAMPLERS[name](SYSTEM);
    const long = runChain(whole, whole.start(START), philoxStream(5, 1), { warmUp: 3, samples: 8, measure });
    for (const { series } of again)
      for (const [key, values] of Object.entries(series)) expect(values).toEqual(long.series[Number(key)].slice(4));
    expect(checkpoint).toEqual(kept);
    expect(again[0].checkpoint).toEqual(long.checkpoint);
  });
});

describe('a chain in memory refuses', () => {
  const run = (plan: object, sampler = localSampler(model)) =>
    runChain(sampler, sampler.start(START), philoxStream(5, 1), { samples: 3, measure: () => ({ a: 1 }), ...plan });

  it.each([
    ['samples', 1.5],
    ['samples', Number.NaN],
    ['samples', -1],
    ['warmUp', '3'],
  ])('%s = %s', (key, value) => {
    expect(() => run({ [key]: value })).toThrow(`${key}: expected a whole number of steps, 0 or more, found ${value}`);
  });

  it('names that change', () => {
    let calls = 0;
    const measure = () => (calls++ === 0 ? { a: 1 } : { b: 1 });
    expect(() => run({ measure })).toThrow('measure: expected the names a every time, found b at sample 1');
  });

  it('the checkpoint of another sampler', () => {
    const { checkpoint } = run({});
    const hybrid = SAMPLERS['hybrid Monte Carlo'](SYSTEM);
    expect(() => resumeChain(hybrid, checkpoint, { samples: 1, measure: () => ({}) })).toThrow(
      'expected the checkpoint of a chain of',
    );
  });
});
