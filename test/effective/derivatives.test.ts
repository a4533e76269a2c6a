/** Symmetries of every model; forces and gradients against differences; WebAssembly against its twin, to the bit. */
import { describe, expect, it } from 'vitest';
import type { SymmetryOperation } from '../../src/lattice/lattice.ts';
import { pointGroup, translations } from '../../src/lattice/symmetry.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { permuteConfiguration, rotateConfiguration } from '../../src/spins/transform.ts';
import { modelOf, systems } from './systems.ts';

const ROTATION = [
  [2 / 3, -1 / 3, 2 / 3],
  [2 / 3, 2 / 3, -1 / 3],
  [-1 / 3, 2 / 3, 2 / 3],
];
const ROTOINVERSION = ROTATION.map((row) => row.map((value) => -value));

/** Small, since a step across a kink of ReLU would be no derivative; rounding is then up to 2e-9. */
const STEP = 1e-6;
const DIRECTIONS = [0, 1, 2, 3, 4];

describe.each(systems)('$name', (system) => {
  const model = modelOf(system);
  const spins = namedConfiguration('random', model.lattice, { seed: 3 });
  const energy = model.energy(spins);
  const force = new Float64Array(spins.length);
  const gradient = new Float64Array(model.parameters.length);

  const moved = ({ image }: SymmetryOperation) => permuteConfiguration(spins, image);
  const shifted = translations(model.lattice).map(moved);
  const reflected = pointGroup(model.lattice).map(moved);
  const turned = [ROTATION, ROTOINVERSION].map((matrix) => rotateConfiguration(spins, matrix));
  const changes = (configurations: readonly Float64Array[]) =>
    configurations.map((other) => Math.abs(model.energy(other) / energy - 1));
  // The first of translations and point group is the identity.
  const [kept, broken] = {
    all: [[...shifted, ...reflected, ...turned], []],
    translations: [shifted, [...reflected.slice(1), ...turned]],
    none: [[], [...shifted.slice(1), ...reflected.slice(1), ...turned]],
  }[system.symmetry ?? 'all'];

  it(`is invariant under ${system.symmetry ?? 'O(3), translations and the point group'}, and under nothing else of these`, () => {
    for (const change of changes(kept)) expect(change).toBeLessThan(1e-10);
    for (const change of changes(broken)) expect(change).toBeGreaterThan(1e-6);
  });

  it('has one energy, whatever else is asked for', () => {
    expect(model.energyAndForce(spins, force)).toBe(energy);
    expect(model.energyAndGradient(spins, gradient)).toBe(energy);
    expect(gradient[0]).toBe(1);
  });

  it('has the force −∂E/∂S and the gradient ∂E/∂θ', () => {
    model.energyAndForce(spins, force);
    model.energyAndGradient(spins, gradient);
    for (const seed of DIRECTIONS) {
      expectSlope(
        slopeAlong(model.parameters, seed, () => model.energy(spins)),
        gradient,
      );
      expectSlope(
        slopeAlong(spins, seed, () => model.energy(spins)),
        force.map((f) => -f),
      );
    }
  });

  it('is bit-identical in WebAssembly and in TypeScript', () => {
    const results = (['wasm', 'typescript'] as const).map((engine) => {
      const one = modelOf(system, engine);
      return [
        one.energy(spins),
        one.energyAndForce(spins, force),
        ...force,
        one.energyAndGradient(spins, gradient),
        ...gradient,
      ];
    });
    expect(new Uint8Array(Float64Array.from(results[0]).buffer)).toEqual(
      new Uint8Array(Float64Array.from(results[1]).buffer),
    );
  });
});

interface Slope {
  readonly direction: Float64Array;
  readonly value: number;
}

/** d f/dε of values + ε × (a random direction), to fourth order; the values are put back. */
function slopeAlong(values: Float64Array, seed: number, f: () => number): Slope {
  const start = values.slice();
  const direction = new Float64Array(values.length);
  fillNormal(philoxStream(seed, 1), direction);
  const at = (step: number) => {
    for (let k = 0; k < values.length; k++) values[k] = start[k] + step * direction[k];
    return f();
  };
  const difference = (step: number) => (at(step) - at(-step)) / (2 * step);
  const value = (4 * difference(STEP) - difference(2 * STEP)) / 3;
  values.set(start);
  return { direction, value };
}

function expectSlope({ direction, value }: Slope, derivative: Float64Array): void {
  const expected = derivative.reduce((sum, slope, k) => sum + slope * direction[k], 0);
  const scale = derivative.reduce((sum, slope, k) => sum + Math.abs(slope * direction[k]), 0);
  expect(Math.abs(value - expected)).toBeLessThan(1e-8 * scale);
}
