/** Configurations from JSON: {"configurations": [[[x, y, z], …], …]}, sites in the order of the lattice. */
import { InputError } from '../errors.ts';
import { findJsonFault } from './json-fault.ts';
import { placeName, placesIn } from './spec/place.ts';
import { shortened } from './spec/writing.ts';

/** How far the length of a spin may be from 1. */
const UNIT_TOLERANCE = 1e-8;

export interface SpinsFileOptions {
  readonly siteCount: number;
  /** Scale every spin to length 1 instead of refusing those that are not. */
  readonly normalise: boolean;
}

/**
 * Every configuration as Float64Array(3N): x y z of site 0, of site 1, …
 *
 * Throws InputError with the file, the configuration, the site (both counted from 0), what was expected and what was found.
 */
export function parseConfigurations(text: string, file: string, options: SpinsFileOptions): Float64Array[] {
  const configurations = listOfConfigurations(parse(text, file), file);
  return configurations.map((sites, index) => configuration(sites, `${file}: configuration ${index}`, options));
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = findJsonFault(text);
    if (!fault) throw error;
    const place = placeName(placesIn(text, file)(fault.offset, fault.offset));
    const where = [place, ...nameOfPath(fault.path)].join(': ');
    throw new InputError(`${where}: expected ${fault.expected}, found ${shortened(fault.found)}`);
  }
}

/** ["configurations", 0, 3, 1] is y of site 3 of configuration 0. */
function nameOfPath([key, configuration, site, component]: readonly (string | number)[]): string[] {
  if (key !== 'configurations' || configuration === undefined) return [];
  const parts = [`configuration ${configuration}`];
  if (site !== undefined) parts.push(`site ${site}`);
  if (component !== undefined) parts.push('xyz'[Number(component)] ?? `component ${component}`);
  return [parts.join(', ')];
}

function listOfConfigurations(document: unknown, file: string): readonly unknown[] {
  const list = isObject(document) ? document.configurations : undefined;
  if (Array.isArray(list) && list.length > 0) return list;
  const found =
    isObject(document) && !list
      ? `the keys ${Object.keys(document).join(', ') || '(none)'}`
      : written(list ?? document);
  throw new InputError(`${file}: expected {"configurations": [[[x, y, z], …], …]}, found ${found}`);
}

function configuration(sites: unknown, where: string, { siteCount, normalise }: SpinsFileOptions): Float64Array {
  if (!Array.isArray(sites)) throw new InputError(`${where}: expected a list of [x, y, z], found ${written(sites)}`);
  if (sites.length !== siteCount)
    throw new InputError(`${where}: expected ${siteCount} spins, one per site, found ${sites.length}`);
  const spins = new Float64Array(3 * siteCount);
  sites.forEach((spin, site) => {
    spins.set(unitVector(spin, `${where}, site ${site}`, normalise), 3 * site);
  });
  return spins;
}

function unitVector(spin: unknown, where: string, normalise: boolean): readonly number[] {
  if (!Array.isArray(spin) || spin.length !== 3 || !spin.every(Number.isFinite))
    throw new InputError(`${where}: expected three numbers [x, y, z], found ${written(spin)}`);
  const length = lengthOf(spin);
  if (length === 0)
    throw new InputError(`${where}: expected a unit vector, found ${written(spin)}, which has no direction`);
  if (normalise) return spin.map((component) => component / length);
  if (Math.abs(length - 1) <= UNIT_TOLERANCE) return spin;
  const found = `${written(spin)} of length ${length}`;
  throw new InputError(`${where}: expected a unit vector, found ${found}\n  did you mean to give --normalise?`);
}

/** By the largest component first, which neither overflows nor depends on the engine. */
function lengthOf(spin: readonly number[]): number {
  const largest = Math.max(...spin.map(Math.abs));
  if (largest === 0) return 0;
  const [x, y, z] = spin.map((component) => component / largest);
  return largest * Math.sqrt(x * x + y * y + z * z);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON has no word for numbers beyond the largest. */
const written = (value: unknown): string =>
  shortened(JSON.stringify(value, (_, part) => (part === Infinity || part === -Infinity ? String(part) : part)));
