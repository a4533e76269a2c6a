/** Configurations that have a name. A configuration is a Float64Array(3N): x y z of site 0, of site 1, … */
import { InputError } from '../errors.ts';
import { bipartition } from '../lattice/bipartition.ts';
import { cells } from '../lattice/create.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { randomDirection } from '../numeric/directions.ts';
import { cosTurns, sinTurns } from '../numeric/elementary.ts';
import { philoxStream } from '../numeric/philox.ts';

export type ConfigurationName = 'neel' | 'ferromagnet' | 'spiral' | 'random';

export interface ConfigurationOptions {
  /** For random spins; 0 where left out. */
  readonly seed?: number;
  /** For a spiral: turns per primitive vector; one full turn along each periodic direction where left out. */
  readonly waveVector?: readonly number[];
}

/**
 * ferromagnet: all along z. neel: z and −z on the two sublattices of the nearest-neighbour graph; `InputError` where there are none.
 * spiral: in the xy-plane, the angle growing by `waveVector`. random: isotropic, independent.
 */
export function namedConfiguration(
  name: ConfigurationName,
  lattice: Lattice,
  options: ConfigurationOptions = {},
): Float64Array {
  switch (name) {
    case 'ferromagnet':
      return fromSites(lattice, () => [0, 0, 1]);
    case 'neel':
      return neel(lattice);
    case 'spiral':
      return spiral(lattice, options.waveVector ?? lattice.spec.size.map((length) => 1 / length));
    case 'random':
      return random(lattice, options.seed ?? 0);
    default:
      throw new InputError(`expected the name neel, ferromagnet, spiral or random, found "${name}"`);
  }
}

function fromSites(lattice: Lattice, spin: (site: number) => readonly [number, number, number]): Float64Array {
  return Float64Array.from(Array.from({ length: lattice.siteCount }, (_, site) => spin(site)).flat());
}

function neel(lattice: Lattice): Float64Array {
  const sign = bipartition(
    lattice.siteCount,
    lattice.bonds(1).map(({ from, to }) => [from, to] as const),
  );
  if (!sign) {
    const { kind, size } = lattice.spec;
    throw new InputError(
      `the nearest neighbours of a ${size.join(' × ')} ${kind} lattice form odd rings, so it has no Néel state; try "spiral"`,
    );
  }
  return fromSites(lattice, (site) => [0, 0, sign[site]]);
}

function spiral(lattice: Lattice, waveVector: readonly number[]): Float64Array {
  const { size } = lattice.spec;
  if (waveVector.length !== size.length) {
    throw new InputError(
      `waveVector: expected ${size.length} numbers, turns per primitive vector, found ${waveVector.length}`,
    );
  }
  const turns = cells(size).map((cell) => cell.reduce((sum, n, d) => sum + n * waveVector[d], 0));
  return fromSites(lattice, (site) => {
    const angle = turns[Math.floor(site / lattice.basisCount)];
    return [cosTurns(angle), sinTurns(angle), 0];
  });
}

function random(lattice: Lattice, seed: number): Float64Array {
  const stream = philoxStream(seed, 0);
  const spins = new Float64Array(3 * lattice.siteCount);
  for (let site = 0; site < lattice.siteCount; site++) randomDirection(stream, spins, 3 * site);
  return spins;
}
