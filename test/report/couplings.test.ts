import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { modelCard } from '../../src/effective/weights/card.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { couplingTexts } from '../../src/report/training.ts';
import { couplingsOf } from '../../src/results/summary/run-json.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const lattice = createLattice({ kind: 'square', size: [6, 6] });
const parameters = {
  ...MODEL_DEFAULTS,
  lattice,
  temperature: 0.1,
};

function learned(choice: EffectiveChoice | EffectiveChoice[]) {
  const model = createEffectiveModel(parameters, choice);
  model.parameters.forEach((_, k) => {
    model.parameters[k] = k === 0 ? 2 : 0.5 / k;
  });
  return model;
}

it('are those of E = E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j, shell by shell', () => {
  const model = learned({ kind: 'linear', shells: 'all' });
  const couplings = couplingsOf(modelCard(model));
  expect(couplings.map(([name]) => name)).toEqual(lattice.minimalImageShells.map((shell) => `J_${shell}`));
  const spins = namedConfiguration('random', lattice, { seed: 1 });
  const dot = (i: number, j: number) => [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
  const energy = couplings.reduce(
    (sum, [name, value]) =>
      sum - value * lattice.bonds(Number(name.slice(2))).reduce((total, { from, to }) => total + dot(from, to), 0),
    2,
  );
  expect(model.energy(spins)).toBeCloseTo(energy, 10);
});

it('are listed below the sentence on their sign', () => {
  const [text] = couplingTexts(modelCard(learned({ kind: 'linear', shells: 2 })));
  expect(text).toBe(`learned couplings, E = E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j: J_s > 0 is ferromagnetic
J_1  0.5000
J_2  0.2500`);
});

it('are of linear models alone', () => {
  const transformer = { kind: 'transformer', shells: 1, blocks: 1 };
  expect(couplingsOf(modelCard(learned(transformer)))).toEqual([]);
  expect(couplingsOf(modelCard(learned([{ kind: 'linear', shells: 1 }, transformer])))).toEqual([]);
  expect(couplingTexts(undefined)).toEqual([]);
});
