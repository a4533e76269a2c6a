/** The layout of a run directory: RUN/spec.toml, RUN/resolved.toml, RUN/chain-001/segment-001.sqlite, … */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { readingTrouble } from './file-reasons.ts';

export const specFile = (directory: string): string => join(directory, 'spec.toml');
export const resolvedFile = (directory: string): string => join(directory, 'resolved.toml');

/** The spins that chains begin with, where a spec names a file of them. */
export const startFile = (directory: string): string => join(directory, 'start.npy');

/** The runs of a study, STUDY/points/NAME/. */
export const pointsFolder = (directory: string): string => join(directory, 'points');

/** The folder of the learned models. */
export const modelFolder = ({ directory, modelFolder: folder = 'models' }: ModelPlace): string =>
  join(directory, folder);

/** Where models lie. */
export interface ModelPlace {
  readonly directory: string;
  readonly modelFolder?: string | undefined;
}

/** Chains are numbered from 1, as their folders. */
export const chainName = (chain: number): string => `chain-${padded(chain)}`;
export const chainFolder = (directory: string, chain: number): string => join(directory, chainName(chain));

/** Segments of a chain are numbered from 1, in the order of their creation. */
export const segmentFile = (directory: string, chain: number, segment: number): string =>
  join(chainFolder(directory, chain), `segment-${padded(segment)}.sqlite`);

/** Numbers of the chains that have a folder, ascending. */
export function chainNumbers(directory: string): number[] {
  return numbers(directory, /^chain-(\d+)$/);
}

/** Numbers of the segments of a chain, ascending; none when the chain has no folder yet. */
export function segmentNumbers(directory: string, chain: number): number[] {
  return numbers(chainFolder(directory, chain), /^segment-(\d+)\.sqlite$/);
}

const padded = (number: number): string => String(number).padStart(3, '0');

function numbers(folder: string, pattern: RegExp): number[] {
  return entriesOf(folder)
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Names in a folder, none where there is no such folder. Throws InputError or StorageError when it cannot be read. */
export function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new InputError(`${folder}: expected a directory, found a file there or in its path`);
    throw readingTrouble(folder, 'expected a directory to read', error) ?? error;
  }
}
