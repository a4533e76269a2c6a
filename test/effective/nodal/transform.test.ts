/** The transform to real waves against sums of cosines, and the stages on rings. */
import { describe, expect, it } from 'vitest';
import { axisStages, axisWaves } from '../../../src/effective/nodal/axis-waves.ts';
import { applyAll, operatorOf } from '../../../src/effective/nodal/orbitals.ts';
import { realTransform } from '../../../src/effective/nodal/transform.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { cellOf } from '../../../src/lattice/sites.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';

const lattices: LatticeSpec[] = [
  { kind: 'chain', size: [6] },
  { kind: 'chain', size: [5], twist: [0.5] },
  { kind: 'square', size: [4, 6] },
  { kind: 'square', size: [3, 4], twist: [0.5, 1] },
  { kind: 'square', size: [4, 4], twist: [-0.5, 1.5] },
  { kind: 'triangular', size: [4, 3] },
  {
    kind: 'square',
    size: [
      [3, 1],
      [-1, 3],
    ],
    twist: [0.5, 0],
  },
  {
    kind: 'square',
    size: [
      [4, 2],
      [-2, 4],
    ],
  },
  { kind: 'cubic', size: [2, 4, 3], twist: [0, 0.5, 0.5] },
];

describe.each(lattices)('waves of %j', (spec) => {
  const lattice = createLattice(spec);
  const { siteCount } = lattice;
  const twist = lattice.spec.twist;
  const random = philoxStream(7, 0);
  const order = Array.from({ length: siteCount }, (_, site) => (site * 7 + 3) % siteCount);
  const isOrder = new Set(order).size === siteCount;
  const places = isOrder ? order : [...order.keys()];
  const transform = realTransform(lattice, twist, places);

  it('are orthonormal', () => {
    const rows = Float64Array.from({ length: 2 * siteCount }, () => random.nextUniform());
    const back = applyAll([...transform.forward, ...transform.backward], rows, 2);
    for (let c = 0; c < rows.length; c++) expect(back[c]).toBeCloseTo(rows[c], 13);
  });

  it('make operators diagonal that commute with translations', () => {
    const value = Float64Array.from({ length: siteCount }, () => random.nextUniform());
    // f_k = f_−k: −k has the number of −n − 2θ.
    const matrix = operatorOf(
      transform,
      transform.momentum
        .map((k) => k)
        .reduce((all, k, wave) => {
          all[wave] = value[k];
          return all;
        }, new Float64Array(siteCount)),
    );
    const even = evenPart(value, transform.momentum);
    const cells = places.map((site) => cellOf(lattice, site));
    for (let i = 0; i < siteCount; i++)
      for (let j = 0; j < siteCount; j++) {
        const sum = even.reduce((total, f, k) => total + f * Math.cos(2 * Math.PI * turns(k, i, j)), 0);
        expect(matrix[i * siteCount + j]).toBeCloseTo(sum / siteCount, 12);
      }

    function turns(k: number, i: number, j: number): number {
      const n = cellOf(lattice, k);
      return n.reduce((sum, m, d) => sum + ((m + twist[d]) * (cells[i][d] - cells[j][d])) / lattice.spec.size[d], 0);
    }

    /** The value of every momentum, that of −k where only this one is listed. */
    function evenPart(values: Float64Array, momentum: Int32Array): Float64Array {
      const listed = new Set(momentum);
      return values.map((own, k) => (listed.has(k) ? own : values[minus(k)]));
    }

    function minus(k: number): number {
      const { size } = lattice.spec;
      const n = cellOf(lattice, k).map((m, d) => (((-m - 2 * twist[d]) % size[d]) + size[d]) % size[d]);
      return n.reduceRight((sum, m, d) => m + size[d] * sum, 0);
    }
  });
});

it.each([1, 2, 3, 6, 8, 12, 16, 24])(
  'stages on a ring of %d points multiply to its waves, twisted or not',
  (length) => {
    for (const twist of [0, 0.5]) {
      const waves = axisWaves(length, twist);
      const stages = axisStages(length, waves);
      const product = stages.reduce((all, stage) =>
        stage.map((row) => all[0].map((_, x) => row.reduce((s, v, k) => s + v * all[k][x], 0))),
      );
      waves.forEach(({ turns, cosine, sine }) => {
        const norm = Math.sqrt((sine === undefined ? 1 : 2) / length);
        for (let x = 0; x < length; x++) {
          expect(product[cosine][x]).toBeCloseTo(norm * Math.cos((2 * Math.PI * turns * x) / length), 13);
          if (sine !== undefined)
            expect(product[sine][x]).toBeCloseTo(norm * Math.sin((2 * Math.PI * turns * x) / length), 13);
        }
      });
    }
  },
);

it('folds long rings', () => {
  expect(axisStages(24, axisWaves(24, 0))).toHaveLength(3);
  expect(axisStages(6, axisWaves(6, 0))).toHaveLength(1);
});
