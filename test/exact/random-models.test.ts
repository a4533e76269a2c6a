/** Hundreds of random models on all lattices against full diagonalisation: always inside the bound that the model states. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters, SpinFermionModel } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeKind } from '../../src/lattice/kinds/index.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { philoxStream, type RandomStream } from '../../src/numeric/philox.ts';
import { type ConfigurationName, namedConfiguration } from '../../src/spins/named.ts';

const CASES = 300;
const KINDS = ['chain', 'square', 'triangular', 'honeycomb', 'kagome', 'cubic'] as const satisfies LatticeKind[];
const LONGEST = { chain: 13, square: 5, triangular: 4, honeycomb: 3, kagome: 3, cubic: 3 };

function choices(random: RandomStream) {
  const between = (low: number, high: number) => low + (high - low) * random.nextUniform();
  const pick = <T>(values: readonly T[]): T => values[Math.floor(values.length * random.nextUniform())];
  return { between, pick };
}

function randomLattice(random: RandomStream): Lattice {
  const { between, pick } = choices(random);
  const kind = pick(KINDS);
  const dimension = kind === 'chain' ? 1 : kind === 'cubic' ? 3 : 2;
  const directions = Array.from({ length: dimension });
  const boundary = directions.map(() => pick(['periodic', 'periodic', 'open'] as const));
  return createLattice({
    kind,
    size: directions.map(() => Math.floor(between(1, LONGEST[kind] + 1))),
    boundary,
    twist: boundary.map((side) => (side === 'open' ? 0 : pick([0, 0, 0.5, 0.25, between(-1, 1)]))),
  });
}

function randomModel(random: RandomStream): ModelParameters {
  const { between, pick } = choices(random);
  return {
    lattice: randomLattice(random),
    hopping: pick([[1], [1], [1, -0.3], [1, 0, 0.5], [0.5, between(-1, 1), between(-1, 1)], []]),
    coupling: pick([1, 1, 0, 16, between(-16, 16)]),
    chemicalPotential: pick([0, 0, between(-4, 4)]),
    temperature: pick([10, 1, 0.2, 0.05, 0.05, 0.01, 0.002]),
    exchange: pick([[], [0.1], [0.05, -0.1]]),
    field: pick([
      [0, 0, 0],
      [0.1, -0.2, 0.3],
    ]),
    tolerance: pick([1e-8, 1e-8, 1e-10]),
  };
}

const describeModel = ({ lattice, ...rest }: ModelParameters) => JSON.stringify({ ...lattice.spec, ...rest });

const FORCE_ERROR = 1e-8;
/** Error per site, in units of what one level can contribute: T² to the energy fluctuation, T to the cross fluctuation, 1 otherwise. */
const AVERAGE_ERROR = 1e-9;

describe.each(Array.from({ length: 10 }, (_, part) => part))('random models, part %i', (part) => {
  it('stay inside their bounds', () => {
    for (let n = 0; n < CASES / 10; n++) {
      const seed = 10_000 * part + n;
      const random = philoxStream(seed, 9);
      const parameters = randomModel(random);
      const name = choices(random).pick<ConfigurationName>(['random', 'random', 'ferromagnet', 'spiral']);
      const spins = namedConfiguration(name, parameters.lattice, { seed });
      compare(parameters, spins, `seed ${seed}: ${name} ${describeModel(parameters)}`);
    }
  });
});

function compare(parameters: ModelParameters, spins: Float64Array, label: string): void {
  const exact = createModel(parameters, { route: 'dense' });
  const exactForce = new Float64Array(spins.length);
  const exactLogWeight = exact.logWeightAndForce(spins, exactForce);
  const fastest = createModel(parameters);
  const models = fastest.route === 'quaternion' ? [fastest, createModel(parameters, { route: 'complex' })] : [fastest];
  for (const model of models) {
    const force = new Float64Array(spins.length);
    const logWeight = model.logWeightAndForce(spins, force);
    expect(model.logWeight(spins), label).toBe(logWeight);
    expect(Math.abs(logWeight - exactLogWeight), label).toBeLessThan(model.errorBound + exact.errorBound);
    expect(worstDifference(force, exactForce), label).toBeLessThan(FORCE_ERROR);
  }
  compareAverages(fastest, exact, spins, label);
  expect(worstDifference(fastest.spectrum(spins), exact.spectrum(spins)), label).toBeLessThan(1e-12 * 30);
}

function compareAverages(model: SpinFermionModel, exact: SpinFermionModel, spins: Float64Array, label: string): void {
  const { temperature, lattice } = model.parameters;
  const found = model.measure(spins);
  const wanted = exact.measure(spins);
  const { logWeight: _, freeEnergy: __, ...averages } = wanted;
  for (const [key, value] of Object.entries(averages)) {
    const power = { energyFluctuation: 2, crossFluctuation: 1 }[key] ?? 0;
    const scale = Math.max(1, temperature) ** power;
    const difference = Math.abs(found[key as keyof typeof averages] - value) / (scale * lattice.siteCount);
    expect(difference, `${key}, ${label}`).toBeLessThan(AVERAGE_ERROR);
  }
  expect(found.freeEnergy).toBe(-temperature * found.logWeight);
}

function worstDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((worst, value, k) => Math.max(worst, Math.abs(value - b[k])), 0);
}
