/** Learned models with the spins' own energy added: derivatives, fits that leave it alone, and weights of versions that learned it too. */
import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { modelCard } from '../../src/effective/weights/card.ts';
import { loadModel, modelWeights } from '../../src/effective/weights/model-files.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { fitModel } from '../../src/training/fit/fit.ts';
import { ALL_TERMS, energyByFormula } from '../exact/classical/systems.ts';

const lattice = createLattice({ kind: 'square', size: [4, 3] });
const parameters = { ...MODEL_DEFAULTS, lattice, temperature: 0.2, ...ALL_TERMS };
const configurations = Array.from({ length: 40 }, (_, seed) => namedConfiguration('random', lattice, { seed }));

it.each(['linear', 'transformer', 'nodal'])('%s: the learned energy and that of the formulas', (kind) => {
  const model = createEffectiveModel(parameters, { kind });
  const free = createEffectiveModel({ ...MODEL_DEFAULTS, lattice, temperature: 0.2 }, { kind });
  fillNormal(philoxStream(1, 1), model.parameters);
  free.parameters.set(model.parameters);
  const [force, bare] = [new Float64Array(36), new Float64Array(36)];
  for (const spins of configurations.slice(0, 5)) {
    const wanted = free.energy(spins) + energyByFormula(parameters, spins);
    expect(model.energy(spins)).toBeCloseTo(wanted, 9);
    expect(model.energyAndGradient(spins, new Float64Array(model.parameters.length))).toBeCloseTo(wanted, 9);
    expect(model.energyAndForce(spins, force)).toBeCloseTo(wanted, 9);
    free.energyAndForce(spins, bare);
    const tangent = Float64Array.of(-spins[1], spins[0], 0);
    const at = (step: number) => {
      const moved = spins.slice();
      const [x, y, z] = [0, 1, 2].map((c) => spins[c] + step * tangent[c]);
      moved.set([x, y, z].map((value) => value / Math.hypot(x, y, z)));
      return energyByFormula(parameters, moved);
    };
    const slope = tangent.reduce((sum, value, c) => sum + value * (force[c] - bare[c]), 0);
    expect(-slope).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 6);
  }
});

it('a fit finds the couplings of the electrons, whatever the spins have of their own', () => {
  const couplings = createEffectiveModel({ ...MODEL_DEFAULTS, lattice }, { kind: 'linear', shells: 3 });
  couplings.parameters.set([5, 0.3, -0.2, 0.1]);
  const training = configurations.map((spins) => ({
    spins,
    freeEnergy: couplings.energy(spins) + energyByFormula(parameters, spins),
  }));
  const model = createEffectiveModel(parameters, { kind: 'linear', shells: 3 });
  fitModel(model, { training, heldOut: [] }, { temperature: 0.2 });
  for (const [k, value] of couplings.parameters.entries()) expect(model.parameters[k]).toBeCloseTo(value, 5);
});

it('weights of versions that learned the whole are loaded as the whole', () => {
  const model = createEffectiveModel(parameters, { kind: 'linear' });
  fillNormal(philoxStream(1, 1), model.parameters);
  const card = modelCard(model);
  const { learned: _, ...older } = card;
  const [loaded, whole] = [card, older].map((one) => loadModel(parameters, one, modelWeights(model)));
  for (const spins of configurations.slice(0, 3)) {
    expect(loaded.energy(spins)).toBe(model.energy(spins));
    expect(whole.energy(spins)).toBeCloseTo(model.energy(spins) - energyByFormula(parameters, spins), 9);
  }
});
