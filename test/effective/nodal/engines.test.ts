/** Kernels of both engines: the same bytes, and products against their definition. */
import { describe, expect, it } from 'vitest';
import type { Blocks, NodalKernels, Product } from '../../../src/effective/nodal/kernels.ts';
import { nodalModel } from '../../../src/effective/nodal/nodal.ts';
import { createNodal } from '../../../src/effective/nodal/nodal-engines.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { shake, systems } from './systems.ts';

describe.each(systems)('both engines give the same bytes: %s', (_, parameters) => {
  it('energy, force and gradient', () => {
    const [wasm, typescript] = (['wasm', 'typescript'] as const).map((engine) => {
      const model = nodalModel(parameters, { kind: 'nodal' }, engine);
      shake(model.parameters);
      const spins = namedConfiguration('random', parameters.lattice, { seed: 5 });
      const force = new Float64Array(spins.length);
      const gradient = new Float64Array(model.parameters.length);
      const energies = [
        model.energyAndForce(spins, force),
        model.energyAndGradient(spins, gradient),
        model.energy(spins),
      ];
      return { energies, force, gradient };
    });
    expect(wasm).toEqual(typescript);
    expect(new Set(wasm.energies).size).toBe(1);
  });
});

const random = (count: number) => {
  const stream = philoxStream(count, 1);
  return Float64Array.from({ length: count }, () => 2 * stream.nextUniform() - 1);
};
const arrays = () => ({ left: random(400), right: random(400), out: random(400) });
const both = (make: (kernels: NodalKernels<Blocks>) => () => void) =>
  (['wasm', 'typescript'] as const).map((engine) => {
    const kernels: NodalKernels<Blocks> = createNodal(engine, arrays());
    make(kernels)();
    return (kernels.arrays as unknown as ReturnType<typeof arrays>).out;
  });

describe.each([
  [1, 2],
  [3, 4],
  [4, 6],
  [5, 2],
  [6, 10],
  [8, 8],
  [9, 12],
])('products of %d rows and %d columns', (rows, columns) => {
  const inner = 7;
  const product = (kernels: NodalKernels<Blocks>, isTransposed: boolean, adds: boolean): Product => {
    const { left, right, out } = kernels.arrays as unknown as ReturnType<typeof arrays>;
    return {
      left: isTransposed
        ? { array: left, start: 5, row: 1, column: rows + 1 }
        : { array: left, start: 5, row: inner + 2 },
      right: { array: right, start: 3, row: columns + 1 },
      out: { array: out, start: 1, row: columns + 2 },
      shape: { rows, inner, columns },
      adds,
    };
  };

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('transposed %s, added %s', (isTransposed, adds) => {
    const [wasm, typescript] = both((kernels) => kernels.product(product(kernels, isTransposed, adds)));
    expect(wasm).toEqual(typescript);
    const before = arrays();
    for (let p = 0; p < rows; p++)
      for (let q = 0; q < columns; q++) {
        const at = 1 + p * (columns + 2) + q;
        let sum = adds ? before.out[at] : 0;
        for (let k = 0; k < inner; k++) {
          const l = isTransposed ? 5 + p + k * (rows + 1) : 5 + p * (inner + 2) + k;
          sum += before.left[l] * before.right[3 + k * (columns + 1) + q];
        }
        expect(wasm[at]).toBeCloseTo(sum, 13);
      }
  });
});

it('with a period, elements on and below the diagonals of blocks are those of the whole product', () => {
  const make = (period?: number) => (kernels: NodalKernels<Blocks>) => {
    const { left, right, out } = kernels.arrays as unknown as ReturnType<typeof arrays>;
    const shape = { rows: 12, inner: 4, columns: 12 };
    return kernels.product({
      left: { array: left, start: 0, row: 4 },
      right: { array: right, start: 0, row: 12 },
      out: { array: out, start: 0, row: 12 },
      shape,
      ...(period ? { period } : {}),
    });
  };
  const [whole] = both(make());
  for (const period of [6, 12])
    for (const triangles of both(make(period)))
      for (let p = 0; p < 12; p++)
        for (let q = 0; q < 12; q++)
          if (q % period <= p % period) expect(triangles[12 * p + q]).toBe(whole[12 * p + q]);
});

it.each([2, 4, 6, 12, 18, 20, 24, 30])('sparse combinations of rows of %d numbers', (width) => {
  const matrix = { rowStart: [0, 2, 2, 5], column: [3, 0, 1, 2, 3], value: [0.5, -1.25, 3, 1 / 3, -0.1] };
  const [wasm, typescript] = (['wasm', 'typescript'] as const).map((engine) => {
    const kernels = createNodal(engine, {
      rowStart: Int32Array.from(matrix.rowStart),
      column: Int32Array.from(matrix.column),
      value: Float64Array.from(matrix.value),
      from: random(4 * width),
      to: 3 * width,
    });
    kernels.combination(kernels.arrays, kernels.arrays.from, kernels.arrays.to, width)();
    return kernels.arrays.to;
  });
  expect(wasm).toEqual(typescript);
  const from = random(4 * width);
  for (let c = 0; c < width; c++) expect(wasm[c]).toBeCloseTo(0.5 * from[3 * width + c] - 1.25 * from[c], 14);
  expect(wasm.subarray(width, 2 * width).every((value) => value === 0)).toBe(true);
});
