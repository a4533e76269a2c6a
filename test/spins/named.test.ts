import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../src/lattice/lattice.ts';
import { randomDirection } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { type ConfigurationName, namedConfiguration } from '../../src/spins/named.ts';

const lattice = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });

const spinsOf = (configuration: Float64Array): number[][] =>
  Array.from({ length: configuration.length / 3 }, (_, i) => [...configuration.subarray(3 * i, 3 * i + 3)]);

it('ferromagnet: all spins along z', () => {
  expect(spinsOf(namedConfiguration('ferromagnet', lattice('kagome', 2, 1)))).toEqual(Array(6).fill([0, 0, 1]));
});

describe('neel', () => {
  const z = (given: Lattice) =>
    spinsOf(namedConfiguration('neel', given)).map(([x, y, component]) => {
      expect([x, y]).toEqual([0, 0]);
      return component;
    });

  it('is the chessboard on a square lattice, up at site 0', () => {
    expect(z(lattice('square', 4, 2))).toEqual([1, -1, 1, -1, -1, 1, -1, 1]);
  });

  it('follows the graph: basis sites of honeycomb, odd open lattices', () => {
    expect(z(lattice('honeycomb', 2, 2))).toEqual([1, -1, 1, -1, 1, -1, 1, -1]);
    expect(z(createLattice({ kind: 'square', size: [3, 1], boundary: ['open', 'open'] }))).toEqual([1, -1, 1]);
  });

  it.each([lattice('square', 5, 4), lattice('triangular', 4, 4), lattice('kagome', 2, 2), lattice('chain', 1)])(
    'does not exist on $spec.size $spec.kind: odd rings',
    (given) => {
      const { kind, size } = given.spec;
      const build = () => namedConfiguration('neel', given);
      expect(build).toThrow(InputError);
      expect(build).toThrow(
        `neel: expected nearest neighbours without odd rings, found some on the ${size.join(' × ')} ${kind} lattice\n  did you mean spiral?`,
      );
    },
  );
});

describe('spiral', () => {
  it('turns in the xy-plane by the wave vector, exactly at quarters', () => {
    const spins = namedConfiguration('spiral', lattice('chain', 5), { waveVector: [0.25] });
    expect(spinsOf(spins)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [-1, 0, 0],
      [0, -1, 0],
      [1, 0, 0],
    ]);
  });

  it('counts turns along each primitive vector; any wave vector will do', () => {
    const waveVector = [0.15, -0.4];
    spinsOf(namedConfiguration('spiral', lattice('triangular', 3, 4), { waveVector })).forEach(([x, y, z], site) => {
      const angle = 2 * Math.PI * (0.15 * (site % 3) - 0.4 * Math.floor(site / 3));
      expect(x).toBeCloseTo(Math.cos(angle), 14);
      expect(y).toBeCloseTo(Math.sin(angle), 14);
      expect(z).toBe(0);
    });
  });

  it('takes the place of a basis site in its cell into account', () => {
    const waveVector = [0.5, 0.25];
    const [a, b, c] = spinsOf(namedConfiguration('spiral', lattice('kagome', 1, 1), { waveVector }));
    expect([a, b]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(c[0]).toBeCloseTo(Math.SQRT1_2, 15);
    expect(c[1]).toBeCloseTo(Math.SQRT1_2, 15);
  });

  it('makes one turn along every direction when not told otherwise', () => {
    const given = lattice('square', 4, 6);
    expect(namedConfiguration('spiral', given)).toEqual(
      namedConfiguration('spiral', given, { waveVector: [1 / 4, 1 / 6] }),
    );
  });

  it.each([[[0.5]], [[0.5, Number.NaN]]])('refuses wave vector %j', (waveVector) => {
    const build = () => namedConfiguration('spiral', lattice('square', 4, 4), { waveVector });
    expect(build).toThrow(InputError);
    expect(build).toThrow(`expected 2 finite numbers, turns per primitive vector, found [${waveVector.join(', ')}]`);
  });
});

describe('random', () => {
  it('draws site by site from stream 0 of the seed', () => {
    const random = philoxStream(7, 0);
    const expected = new Float64Array(12);
    for (const site of [0, 1, 2, 3]) randomDirection(random, expected, 3 * site);
    expect(namedConfiguration('random', lattice('square', 2, 2), { seed: 7 })).toEqual(expected);
  });

  it('depends on the seed, 0 where none is given', () => {
    const given = lattice('square', 2, 2);
    expect(namedConfiguration('random', given)).toEqual(namedConfiguration('random', given, { seed: 0 }));
    expect(namedConfiguration('random', given)).not.toEqual(namedConfiguration('random', given, { seed: 1 }));
  });
});

it('refuses other names', () => {
  const build = () => namedConfiguration('néel' as ConfigurationName, lattice('chain', 2));
  expect(build).toThrow(InputError);
  expect(build).toThrow(
    'expected the name neel, ferromagnet, spiral, random, 120-degree, stripe, tetrahedral, q0, sqrt3, skyrmion-crystal, found "néel"\n  did you mean neel?',
  );
});
