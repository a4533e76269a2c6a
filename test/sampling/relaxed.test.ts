/** A chain that begins by another sampler: it leaves a place where it would be stuck, changes in the warm-up only, and resumes where it was. */
import { expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { relaxedSampler } from '../../src/sampling/samplers/relaxed.ts';
import { runChain } from '../../src/sampling/samplers/run-chain.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { badModel, linearModel } from './models.ts';
import { fourByFour } from './systems.ts';

const { model } = fourByFour(0.05);
const { lattice, temperature } = model.parameters;
const neel = namedConfiguration('neel', lattice);

/**
 * A fair model of typical spins whose energy is far too high where they are all but ordered, +30 T in the Néel state: there W/W_eff is larger than
 * wherever a proposal could go.
 */
function trapped() {
  const fair = linearModel(lattice, [-0.008, 0.0105, 0.0053, -0.0011, 0.0161]);
  const steep = {
    lattice,
    energy: (spins: Float64Array) => steep.energyAndForce(spins, new Float64Array(spins.length)),
    energyAndForce(spins: Float64Array, force: Float64Array) {
      const order = neel.reduce((sum, value, c) => sum + (value * spins[c]) / lattice.siteCount, 0);
      const energy = fair.energyAndForce(spins, force);
      for (let c = 0; c < force.length; c++) {
        force[c] -= (30 * temperature * 16 * order ** 15 * neel[c]) / lattice.siteCount;
      }
      return energy + 30 * temperature * order ** 16;
    },
  };
  return selfLearningSampler(model, effectiveHmc(steep, temperature));
}

const moves = (sampler: ReturnType<typeof trapped>) =>
  runChain(sampler, sampler.start(neel), philoxStream(1, 1), { warmUp: 60, samples: 200, measure: () => ({}) }).totals
    .accepted;

it('frees a chain that starts where it would be stuck', () => {
  expect(moves(trapped())).toBe(0);
  expect(moves(relaxedSampler(hmcSampler(model), trapped(), 50))).toBeGreaterThan(50);
});

it('continues bit-identically from its settings, in the relaxation and after it', () => {
  const bad = () => selfLearningSampler(model, effectiveHmc(badModel(lattice, temperature, 3), temperature));
  const create = () => relaxedSampler(hmcSampler(model), bad(), 10);
  for (const interruption of [4, 10, 15]) {
    const whole = create();
    const state = whole.start(neel);
    const random = philoxStream(2, 1);
    let resumed: { sampler: ReturnType<typeof create>; state: typeof state; position: number } | undefined;
    for (let step = 0; step < 30; step++) {
      if (step === interruption) {
        const sampler = create();
        sampler.restore(JSON.parse(JSON.stringify(whole.settings())));
        resumed = { sampler, state: { ...state, spins: state.spins.slice() }, position: random.position };
      }
      whole.step(state, random);
      if (step < 20) whole.adapt?.();
    }
    if (!resumed) throw new Error('not interrupted');
    const again = philoxStream(2, 1, resumed.position);
    for (let step = interruption; step < 30; step++) {
      resumed.sampler.step(resumed.state, again);
      if (step < 20) resumed.sampler.adapt?.();
    }
    expect(resumed.state).toEqual(state);
  }
});
