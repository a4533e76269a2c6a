/** Configurations from JSON: {"configurations": [[[x, y, z], …], …]}, sites in the order of the lattice, or what `export --format json` writes. */
import { InputError } from '../../errors.ts';
import { placeName, placesIn } from '../../spec/place.ts';
import { shortened } from '../../spec/writing.ts';
import { placed, type SpinsOptions } from '../../spins/formats/configurations.ts';
import { validatedOn } from '../../spins/validate.ts';
import { findJsonFault } from './json-fault.ts';

/**
 * Reads every configuration as Float64Array(3N): x y z of site 0, of site 1, …
 *
 * Throws InputError with the file, the configuration, the site (both counted from 0), what was expected and what was found.
 */
export function parseJsonSpins(text: string, file: string, options: SpinsOptions): Float64Array[] {
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
  const list = isObject(document) ? (document.configurations ?? exported(document)) : undefined;
  if (Array.isArray(list) && list.length > 0) return list;
  const found =
    isObject(document) && !list
      ? `the keys ${Object.keys(document).join(', ') || '(none)'}`
      : written(list ?? document);
  throw new InputError(`${file}: expected {"configurations": [[[x, y, z], …], …]}, found ${found}`);
}

/** The configurations of all chains of an export, of a tempered run at its lowest temperature, which comes first; undefined of anything else. */
function exported({ chains, temperatures }: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (Array.isArray(temperatures) && isObject(temperatures[0])) return exported(temperatures[0]);
  if (!Array.isArray(chains)) return undefined;
  const kept = chains.flatMap((chain) =>
    isObject(chain) && Array.isArray(chain.configurations) ? chain.configurations : [],
  );
  return kept.every(isObject) ? kept.map(({ spins }) => spins) : undefined;
}

function configuration(sites: unknown, where: string, options: SpinsOptions): Float64Array {
  const { lattice, normalise, normaliseName } = options;
  const lengthHint = `${normaliseName} scales spins to length 1`;
  // Nothing is known about `sites` yet: finding that out is what the function is for.
  return placed(where, () => validatedOn(lattice, sites as number[][], { normalise, lengthHint }));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (value: unknown): string => shortened(JSON.stringify(value));
