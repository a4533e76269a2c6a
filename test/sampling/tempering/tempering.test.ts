/**
 * Every temperature of a ladder has the averages of its system, with every kind of sampler: within 4 sigma, with fixed seeds; and each mistake that an exchange can be
 * made with is found beyond 5.
 */
import { describe, expect, it } from 'vitest';
import { effectiveHmc } from '../../../src/sampling/inner/effective-hmc.ts';
import type { Sampler } from '../../../src/sampling/interfaces/sampler.ts';
import { reweightingSampler } from '../../../src/sampling/samplers/reweighting.ts';
import { selfLearningSampler } from '../../../src/sampling/samplers/self-learning.ts';
import type { Replica } from '../../../src/sampling/tempering/exchange.ts';
import { badModel } from '../models.ts';
import { largestPull, type Pull } from '../pulls.ts';
import { SAMPLERS } from '../samplers.ts';
import { doubleBonds, fourByFour, type System, twoSites } from '../systems.ts';
import { ladderPulls, withClassicalExchange } from './ladders.ts';
import {
  CLASSICAL_PART_FORGOTTEN,
  correctedTwice,
  IMPORTANCE_COMES_ALONG,
  REWEIGHTED_BY_WEIGHT,
  RIGHT,
} from './traps.ts';

const TWO_SITES = [twoSites(20), twoSites(5)];
const WITH_EXCHANGE = [withClassicalExchange(20), withClassicalExchange(12), withClassicalExchange(5)];
const LADDERS = {
  'two sites': TWO_SITES,
  'two sites with classical exchange': WITH_EXCHANGE,
  '2 × 2': [doubleBonds(10), doubleBonds(5)],
  '4 × 4': [fourByFour(0.05), fourByFour(0.1), fourByFour(0.2)],
};
const RUN = { seed: 3, warmUp: 500, samples: 12_000 };
/** Fewer on 16 sites, which take longer. */
const samplesOf = ([{ model }]: readonly System[]): number =>
  model.parameters.lattice.siteCount === 16 ? 4000 : RUN.samples;

const badOne = ({ model: { parameters } }: Pick<Replica, 'model'>) =>
  badModel(parameters.lattice, (parameters.lattice.siteCount > 4 ? 0.1 : 0.8) * parameters.temperature, 3);

/** Samples of a model that has little to do with the weight, reweighted. */
const badlyReweighted = (system: System): Sampler =>
  reweightingSampler(system.model, effectiveHmc(badOne(system), system.model.parameters.temperature));

const KINDS: Readonly<Record<string, (system: System) => Sampler>> = {
  local: SAMPLERS.local,
  hmc: SAMPLERS['hybrid Monte Carlo'],
  'self-learning': SAMPLERS['self-learning, linear model, heat bath'],
  'self-learning with a bad model': SAMPLERS['self-learning, bad model'],
  'delayed acceptance': SAMPLERS['delayed acceptance'],
  reweighting: SAMPLERS.reweighting,
  'reweighting of a bad model': badlyReweighted,
  'self-learning with a bad flow': SAMPLERS['self-learning and flow, bad'],
  'reweighting with a bad flow': SAMPLERS['reweighting and flow, bad'],
  'a method of its own at each temperature': (system) =>
    (system.model.parameters.temperature < 0.15 ? SAMPLERS.local : SAMPLERS.reweighting)(system),
};

/** Models are learned for the others, and few samples of 16 sites have nearly all of the weight of a bad one. */
const isPossible = (kind: string, name: string): boolean =>
  (name !== 'two sites with classical exchange' || ['local', 'hmc', 'reweighting of a bad model'].includes(kind)) &&
  (name !== '4 × 4' || kind !== 'reweighting of a bad model');

/** Of all ladders and samplers. */
const all: Pull[] = [];

describe.each(Object.entries(LADDERS))('%s', (name, systems) => {
  it.each(Object.keys(KINDS).filter((kind) => isPossible(kind, name)))('%s', (kind) => {
    const pulls = ladderPulls(systems, KINDS[kind], { ...RUN, samples: samplesOf(systems) });
    all.push(...pulls);
    expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
  });
});

it('strays from the known averages as often as chance has it', () => {
  const beyond = (sigma: number) => all.filter(({ pull }) => Math.abs(pull) > sigma).length;
  expect(all.length).toBeGreaterThan(180);
  // Expected are 9 and 0.5; values of one chain fluctuate together.
  expect(beyond(2)).toBeLessThan(18);
  expect(beyond(3)).toBeLessThan(4);
  expect(Math.abs(all.reduce((sum, { pull }) => sum + pull, 0) / all.length)).toBeLessThan(0.4);
});

/** One energy for all temperatures, whose weights are not the same. */
const shared = badModel(TWO_SITES[0].model.parameters.lattice, 0.1, 3);
const SELF_LEARNING = ({ model }: System): Sampler =>
  selfLearningSampler(model, effectiveHmc(shared, model.parameters.temperature, { trajectories: 1 }));
const CORRECTED_TWICE = correctedTwice(() => shared.energy);

const TRAPS = [
  ['corrections of proposals, times β', TWO_SITES, SELF_LEARNING, { round: CORRECTED_TWICE, samples: 60_000 }],
  ['the classical part, left out', WITH_EXCHANGE, SAMPLERS.local, { round: CLASSICAL_PART_FORGOTTEN }],
  ['averages by label instead of temperature', TWO_SITES, SAMPLERS.local, { followsLabels: true }],
  ['W between replicas that follow W_eff', TWO_SITES, badlyReweighted, { round: REWEIGHTED_BY_WEIGHT }],
  ['the weights of samples, taken along', TWO_SITES, badlyReweighted, { round: IMPORTANCE_COMES_ALONG }],
] as const;

describe('caught', () => {
  it.each(TRAPS)('%s', (_, systems, samplerOf, mistake) => {
    expect(largestPull(ladderPulls(systems, samplerOf, { ...RUN, ...mistake }))).toBeGreaterThan(5);
  });

  it.each([
    ['local', SAMPLERS.local],
    ['reweighting of a bad model', badlyReweighted],
    ['self-learning of a bad model', SELF_LEARNING],
  ] as const)('and nothing where there is no mistake: %s', (_, samplerOf) => {
    expect(largestPull(ladderPulls(TWO_SITES, samplerOf, { ...RUN, round: RIGHT }))).toBeLessThan(4);
  });
});
