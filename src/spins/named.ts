/** Configurations that have a name. A configuration is a Float64Array(3N): x y z of site 0, of site 1, … */
import { InputError } from '../errors.ts';
import { nearestSublattices } from '../lattice/bipartition.ts';
import { clearMissing } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { places } from '../lattice/sites.ts';
import { cosTurns, sinTurns } from '../numeric/elementary.ts';
import { philoxStream } from '../numeric/philox.ts';
import { nearest } from '../words/nearest.ts';
import { hotSpins } from './hot.ts';
import { TEXTURES, type TextureName, textureOn } from './textures.ts';

const SIMPLE = ['neel', 'ferromagnet', 'spiral', 'random'] as const satisfies readonly ConfigurationName[];

/** The names of configurations. */
export type ConfigurationName = 'neel' | 'ferromagnet' | 'spiral' | 'random' | TextureName;

/** All names, in the order of the documentation. */
export const CONFIGURATION_NAMES: readonly ConfigurationName[] = [
  ...SIMPLE,
  ...(Object.keys(TEXTURES) as TextureName[]),
];

/** What a named configuration depends on besides its lattice. */
export interface ConfigurationOptions {
  /** Seed of random spins; 0 where left out. */
  readonly seed?: number | undefined;
  /** Wave vector of a spiral, in turns per primitive vector; one full turn along every direction of the lattice where left out. */
  readonly waveVector?: readonly number[] | undefined;
  /** Cells from one skyrmion of a crystal to the next. */
  readonly period?: number | undefined;
}

/**
 * The configuration of this name. ferromagnet: all along z. neel: z and −z on the two sublattices of the nearest-neighbour graph, z at site 0. spiral: in the
 * xy-plane, at angle q·r to x; rotate it for another plane. random: isotropic and independent, stream 0 of the seed.
 * Triangular lattice: 120-degree (three sublattices in the xy-plane), stripe, tetrahedral (four sublattices). Square and cubic lattice: stripe. Kagome: q0 and sqrt3, the two 120-degree
 * states of wave vector 0 and of the √3 × √3 cell. Square and triangular lattice: skyrmion-crystal of a period.
 *
 * Spins that the lattice is missing are 0. Throws InputError where there is none on the lattice, or with its sizes, and says which would do.
 */
export function namedConfiguration(
  name: ConfigurationName,
  lattice: Lattice,
  options: ConfigurationOptions = {},
): Float64Array {
  return clearMissing(lattice, onAllSites(name, lattice, options));
}

function onAllSites(name: ConfigurationName, lattice: Lattice, options: ConfigurationOptions): Float64Array {
  switch (name) {
    case 'ferromagnet':
      return fromSites(lattice, () => [0, 0, 1]);
    case 'neel':
      return neel(lattice);
    case 'spiral':
      return spiral(lattice, options.waveVector ?? lattice.spec.size.map((length) => 1 / length));
    case 'random':
      return hotSpins(lattice, philoxStream(options.seed ?? 0, 0));
    default:
      return textureOn(known(name), lattice, options.period);
  }
}

/** A name as users write it: that of a crystal is followed by its period, as in skyrmion-crystal:6. Throws InputError for one that there is not. */
export function parseConfigurationName(text: string): {
  readonly name: ConfigurationName;
  readonly period?: number | undefined;
} {
  const [, name, period] = /^(skyrmion-crystal):(\d+)$/.exec(text) ?? [undefined, text];
  return { name: known(name), period: period === undefined ? undefined : Number(period) };
}

function known<Name extends string>(name: Name): Name & ConfigurationName {
  if ((CONFIGURATION_NAMES as readonly string[]).includes(name)) return name as Name & ConfigurationName;
  const meant = nearest(name, CONFIGURATION_NAMES);
  const hint = meant ? `\n  did you mean ${meant}?` : '';
  throw new InputError(`expected the name ${CONFIGURATION_NAMES.join(', ')}, found "${name}"${hint}`);
}

function fromSites(lattice: Lattice, spin: (site: number) => readonly [number, number, number]): Float64Array {
  return Float64Array.from(Array.from({ length: lattice.siteCount }, (_, site) => spin(site)).flat());
}

function neel(lattice: Lattice): Float64Array {
  const sign = nearestSublattices(lattice);
  if (sign) return fromSites(lattice, (site) => [0, 0, sign[site]]);
  const { kind, size } = lattice.spec;
  throw new InputError(
    `neel: expected nearest neighbours without odd rings, found some on the ${size.join(' × ')} ${kind} lattice\n  did you mean spiral?`,
  );
}

function spiral(lattice: Lattice, waveVector: readonly number[]): Float64Array {
  const { size } = lattice.spec;
  if (waveVector.length !== size.length || !waveVector.every(Number.isFinite)) {
    const found = `[${waveVector.join(', ')}]`;
    throw new InputError(
      `waveVector: expected ${size.length} finite numbers, turns per primitive vector, found ${found}`,
    );
  }
  const { scale, basis: points } = lattice.infinite;
  const turns = places(lattice.infinite, size).map(({ cell, basis }) =>
    waveVector.reduce((sum, q, d) => sum + q * (cell[d] + points[basis][d] / scale), 0),
  );
  return fromSites(lattice, (site) => [cosTurns(turns[site]), sinTurns(turns[site]), 0]);
}
