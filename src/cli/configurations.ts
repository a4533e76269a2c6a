/** Configurations that a user names, or has in a file: the options of several commands. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';

export interface ConfigurationChoices {
  readonly spins?: string;
  readonly named?: string;
  readonly seed?: number;
  readonly normalise?: boolean;
}

/** Adds the options `--spins`, `--named`, `--seed`, `--normalise`. */
export function addConfigurationChoices(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--spins <file>',
        'configurations: JSON, columns, .npy, OVF, a segment or an export of a run; - reads standard input',
      ).conflicts('named'),
    )
    .option(
      '--named <names>',
      'named configurations, separated by commas: neel, ferromagnet, spiral, random, 120-degree, stripe, tetrahedral, q0, sqrt3, skyrmion-crystal:PERIOD',
    )
    .addOption(new Option('--seed <number>', 'seed of --named random (default: 0)').argParser(wholeNumber))
    .option('--normalise', 'scale spins to length 1 instead of refusing those that are not');
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError(`Expected a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}

/** Whether a user has named configurations, or a file of them; throws InputError for a seed without use. */
export function hasConfigurations({ spins, named, seed }: ConfigurationChoices): boolean {
  if (seed !== undefined && !(named && namesOf(named).includes('random')))
    throw new InputError('expected --seed together with --named random only');
  return spins !== undefined || named !== undefined;
}

/** The names of `--named`. */
export const namesOf = (named: string): string[] => named.split(',').map((name) => name.trim());

/** The configurations that a user has chosen, 3N numbers each. */
export async function configurationsFor(lattice: Lattice, options: ConfigurationChoices): Promise<Float64Array[]> {
  const { spins = '-', named, seed = 0, normalise = false } = options;
  if (named) {
    const { namedConfiguration, parseConfigurationName } = await import('../spins/named.ts');
    return namesOf(named).map((text) => {
      const { name, period } = parseConfigurationName(text);
      return namedConfiguration(name, lattice, { seed, period });
    });
  }
  const { readSpins } = await import('../store/spins/read-spins.ts');
  return readSpins(spins, { lattice, normalise, normaliseName: '--normalise' });
}
