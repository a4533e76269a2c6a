/** Configurations from JSON: {"configurations": [[[x, y, z], …], …]}, sites in the order of the lattice. */
import { InputError } from '../errors.ts';
import { placeName, placesIn } from '../spec/place.ts';
import { shortened } from '../spec/writing.ts';
import { validateConfiguration } from '../spins/validate.ts';
import { findJsonFault } from './json-fault.ts';

interface SpinsFileOptions {
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
  try {
    // Nothing is known about `sites` yet: finding that out is what the function is for.
    return validateConfiguration(sites as number[][], siteCount, { normalise });
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${where}, ${error.message}`) : error;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (value: unknown): string => shortened(JSON.stringify(value));
