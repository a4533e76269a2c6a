/** Energies against the formulas written out; what single parameters and options do. */
import { expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { type Neighbours, type ReferenceModel, referenceEnergy } from './reference.ts';
import { modelOf, parametersOf } from './systems.ts';

/** Shells of the square lattice, from the definition: all displacements with these two components, in any order and with any signs. */
const SHELLS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [2, 0],
  [2, 1],
  [2, 2],
  [3, 0],
];

function squareNeighbours(lx: number, ly: number): Neighbours {
  return (site, shell) => {
    const [a, b] = SHELLS[shell];
    const signed = [
      [a, b],
      [b, a],
    ].flatMap(([x, y]) => [
      [x, y],
      [-x, y],
      [x, -y],
      [-x, -y],
    ]);
    const displacements = [...new Map(signed.map(([x, y]) => [`${x + 0},${y + 0}`, [x, y]])).values()];
    const [x, y] = [site % lx, Math.floor(site / lx)];
    return displacements.map(([dx, dy]) => ((x + dx + 3 * lx) % lx) + lx * ((y + dy + 3 * ly) % ly));
  };
}

/** Reads the parameters of a model by their names. */
function referenceOf(model: EffectiveModel, choice: EffectiveChoice, size: readonly [number, number]): ReferenceModel {
  const value = (name: string) => {
    const k = model.parameterNames.indexOf(name);
    if (k < 0) throw new Error(`no parameter ${name}`);
    return model.parameters[k];
  };
  const { shells = 6, smeared = shells as number, blocks = 1, window = 0 } = choice;
  const neighbours = squareNeighbours(...size);
  const numbers = Array.from({ length: shells as number }, (_, s) => s + 1);
  const range = (length: number) => Array.from({ length }, (_, k) => k);
  const siteCount = size[0] * size[1];
  return {
    siteCount,
    neighbours,
    constant: value('E0'),
    couplings: numbers.map((s) => value(`J_${s}`)),
    crossCouplings: choice.crossReadout
      ? range(blocks).map((l) => [0, ...numbers.slice(0, smeared)].map((s) => value(`output ${l} J_${s}`)))
      : [],
    blocks: range(blocks).map((b) =>
      ['Q', 'K', 'V'].map((w) =>
        [0, ...numbers.slice(0, smeared)].map((s) => value(`block ${b + 1} W_${w} shell ${s}`)),
      ),
    ),
    attends: (i, j) => window === 0 || range(window + 1).some((s) => neighbours(i, s).includes(j)),
    divisor: choice.normalised ? siteCount : 1,
  };
}

const cases: [string, [number, number], EffectiveChoice][] = [
  ['paper form, 3 blocks', [6, 6], { kind: 'transformer', shells: 6, blocks: 3 }],
  ['cross readout', [6, 4], { kind: 'transformer', shells: 4, blocks: 2, crossReadout: true }],
  ['normalised', [5, 5], { kind: 'transformer', shells: 3, blocks: 2, normalised: true }],
  ['window', [7, 5], { kind: 'transformer', shells: 2, blocks: 2, window: 3 }],
  ['two smeared shells', [6, 5], { kind: 'transformer', shells: 4, smeared: 2, blocks: 2, crossReadout: true }],
  ['one smeared shell', [4, 5], { kind: 'transformer', shells: 3, smeared: 1, blocks: 2, window: 2 }],
  ['a torus smaller than its shells', [3, 2], { kind: 'transformer', shells: 6, blocks: 2, crossReadout: true }],
  ['no blocks', [4, 4], { kind: 'transformer', shells: 6, blocks: 0 }],
];

it.each(cases)('follows the formula: %s', (_, size, choice) => {
  const model = modelOf({ lattice: { kind: 'square', size }, choice });
  const reference = referenceOf(model, choice, size);
  for (let seed = 0; seed < 3; seed++) {
    const spins = namedConfiguration('random', model.lattice, { seed });
    const expected = referenceEnergy(reference, spins);
    expect(Math.abs(model.energy(spins) - expected)).toBeLessThan(1e-12 * Math.abs(expected));
  }
});

const sixBySix = parametersOf({ kind: 'square', size: [6, 6] });
const spins = namedConfiguration('random', sixBySix.lattice, { seed: 4 });

it('has 3(n_s + 1) parameters per block and n_s + 1', () => {
  const { parameters } = createEffectiveModel(sixBySix, { kind: 'transformer', shells: 6, blocks: 3 });
  expect(parameters).toHaveLength(3 * 3 * 7 + 7);
  const cross = createEffectiveModel(sixBySix, { kind: 'transformer', blocks: 2, shells: 'all', crossReadout: true });
  expect(cross.parameters).toHaveLength(2 * 3 * 10 + 3 * 10);
});

it('is the linear model where W_V = 0 in all blocks', () => {
  const model = modelOf({ lattice: sixBySix.lattice.spec, choice: { kind: 'transformer', shells: 6, blocks: 2 } });
  model.parameterNames.forEach((name, k) => {
    if (name.includes('W_V')) model.parameters[k] = 0;
  });
  const linear = createEffectiveModel(sixBySix, { kind: 'linear', shells: 6 });
  linear.parameters.set(model.parameters.subarray(0, 7));
  expect(model.energy(spins)).toBeCloseTo(linear.energy(spins), 12);
});

it('does the same with a window around the whole lattice as without', () => {
  const choice: EffectiveChoice = { kind: 'transformer', shells: 3, blocks: 2 };
  const lattice = { kind: 'square', size: [4, 4] } as const;
  const [all, window] = [choice, { ...choice, window: 5 }].map((one) => modelOf({ lattice, choice: one }));
  const some = namedConfiguration('random', all.lattice, { seed: 1 });
  expect(window.energy(some)).toBeCloseTo(all.energy(some), 12);
});

it('has no energy where a parameter or a spin is not a number', () => {
  const model = modelOf({ lattice: sixBySix.lattice.spec, choice: { kind: 'transformer', shells: 6, blocks: 2 } });
  const broken = spins.slice();
  broken[17] = Number.NaN;
  expect(model.energy(broken)).toBeNaN();
  for (let k = 0; k < model.parameters.length; k++) {
    const value = model.parameters[k];
    model.parameters[k] = Number.NaN;
    expect(model.energy(spins)).toBeNaN();
    model.parameters[k] = value;
  }
  expect(model.energy(spins)).not.toBeNaN();
});
