/** Options that several commands share. */
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../errors.ts';
import type { ModelOptions } from '../exact/create.ts';

export interface ModelChoices {
  readonly set?: readonly string[];
  readonly route?: 'quaternion' | 'complex' | 'dense';
  readonly engine?: 'wasm' | 'typescript';
  readonly json?: boolean;
}

/** Adds the options `--set`, `--route`, `--engine`, `--json`. */
export function addModelChoices(command: Command): Command {
  return command
    .option('--set <section.key=value>', 'override one value of the spec (repeatable)', collect)
    .addOption(
      new Option('--route <name>', 'method, instead of the fastest').choices(['quaternion', 'complex', 'dense']),
    )
    .addOption(new Option('--engine <name>', 'kernels, instead of the fastest').choices(['wasm', 'typescript']))
    .option('--json', 'machine-readable output');
}

/** The directory for the run of a spec unless its user says otherwise: runs/ and its name. */
export const runDirectory = (file: string): string => `runs/${basename(file).replace(/\.toml$/, '')}`;

/** The name of a directory, for --out of a run. "-" means standard output elsewhere; a folder of that name is ./-. */
export function directoryName(text: string): string {
  if (text !== '-') return text;
  throw new InvalidArgumentError('Expected a directory: a run is no single file that standard output could take.');
}

/** What is said to `--points` where there are none. */
export const notOfOneRun = (): InputError =>
  new InputError('--points: expected a study, which has points, found a single run');

/** Collects the values of a repeatable option. */
export const collect = (value: string, values: readonly string[] = []) => [...values, value];

/** Numbers of electrons per site that leave room for more and for fewer. */
export function electronsPerSite(text: string): number[] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.every((value) => value > 0 && value < 2)) return values;
  throw new InvalidArgumentError('expected electrons per site, greater than 0 and less than 2, as in 0.5,0.8.');
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value > 0)) throw new InvalidArgumentError('Expected a positive integer.');
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError(`Expected at most ${Number.MAX_SAFE_INTEGER}.`);
  return value;
}

/** The choices that the model itself knows; those that were not made are left out. */
export const modelOptions = ({ route, engine }: ModelChoices): ModelOptions => ({
  ...(route ? { route } : {}),
  ...(engine ? { engine } : {}),
});
