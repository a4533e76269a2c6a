/** Blocks have the sites that they should, in order, anywhere with the same probability. */
import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { blockSize, randomBlock } from '../../src/sampling/inner/random-block.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { linearModel } from './models.ts';

const LATTICES = [
  { kind: 'square', size: [5, 3] },
  { kind: 'chain', size: [7], boundary: ['open'] },
  { kind: 'kagome', size: [4, 3], boundary: ['periodic', 'open'] },
  { kind: 'cubic', size: [4, 2, 3] },
] as const;

describe.each(LATTICES)('$kind $size', (spec) => {
  const lattice = createLattice(spec);
  const draw = (side: number, seed: number) => randomBlock(lattice, side)(philoxStream(seed, 1));

  /** The block written out: cells whose coordinates are first, first + 1, … modulo the sizes, for every place that there is. */
  function allBlocks(side: number): string[] {
    const { size } = lattice.spec;
    const places = size.map((length) => Array.from({ length: side < length ? length : 1 }, (_, k) => k));
    const product = places.reduce<number[][]>((rest, xs) => rest.flatMap((r) => xs.map((x) => [...r, x])), [[]]);
    return product.map((first) =>
      Array.from({ length: lattice.siteCount }, (_, site) => site)
        .filter((site) => {
          let cell = Math.floor(site / lattice.basisCount);
          return size.every((length, d) => {
            const x = cell % length;
            cell = Math.floor(cell / length);
            return (x - first[d] + length) % length < side;
          });
        })
        .join(),
    );
  }

  it.each([1, 2, 3])('side %i: every block, as often as any other', (side) => {
    const expected = allBlocks(side);
    const counts = new Map<string, number>();
    const random = philoxStream(9, 1);
    const drawBlock = randomBlock(lattice, side);
    for (let k = 0; k < 400 * expected.length; k++) {
      const sites = drawBlock(random);
      expect(sites.length).toBe(blockSize(lattice, side));
      counts.set(sites.join(), (counts.get(sites.join()) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set(expected));
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(5 * 20);
  });

  it('as large as the lattice it draws no random number, and is all sites', () => {
    const random = philoxStream(3, 1);
    expect([...randomBlock(lattice, 7)(random)]).toEqual(Array.from({ length: lattice.siteCount }, (_, k) => k));
    expect(random.position).toBe(0);
  });

  it('nothing else moves', () => {
    const before = namedConfiguration('random', lattice, { seed: 2 });
    const spins = before.slice();
    const kernel = heatBathKernel(linearModel(lattice, [0.1]), 0.05, { sweeps: 2, drawSites: () => draw(2, 5) });
    kernel.advance(spins, philoxStream(5, 2));
    const moved = Array.from({ length: lattice.siteCount }, (_, i) => i).filter((i) => spins[3 * i] !== before[3 * i]);
    expect(moved).toEqual([...draw(2, 5)]);
  });
});

it.each([0, 2.5, Number.NaN])('a side of %s is refused', (side) => {
  expect(() => randomBlock(createLattice(LATTICES[0]), side)).toThrow(
    `block: expected a whole number of unit cells, 1 or more, found ${side}`,
  );
});
