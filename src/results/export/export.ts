/** A run in one file for other programs. */
import { InputError } from '../../errors.ts';
import { withPackagesFor } from '../../store/optional-packages.ts';
import { writeOutput, writePieces } from '../../store/store.ts';
import { nearest } from '../../words/nearest.ts';
import type { ExportSource } from './source.ts';

const FORMATS = ['h5', 'csv', 'json', 'npy', 'ovf', 'ovf-binary'] as const;
export type Format = (typeof FORMATS)[number];

type Write = (file: string, source: ExportSource) => Promise<void>;

/** Each format loads what it needs. */
const writers: Readonly<Record<Format, () => Promise<Write>>> = {
  h5: async () => {
    const { hdf5Writer, writeRunData } = await withPackagesFor('HDF5 files', () => import('./hdf5.ts'));
    const write = await hdf5Writer();
    return (file, { run }) => writeOutput(file, (path) => write(path, (root) => writeRunData(root, run)));
  },
  csv: async () => {
    const { csvPieces } = await import('./csv.ts');
    return (file, source) => writePieces(file, () => csvPieces(source));
  },
  json: async () => {
    const { jsonPieces } = await import('./json.ts');
    return (file, source) => writePieces(file, () => jsonPieces(source));
  },
  npy: async () => {
    const { npyPieces } = await import('./equilibrium-configurations.ts');
    return (file, source) => writePieces(file, () => npyPieces(source));
  },
  ovf: async () => {
    const { ovfFilePieces } = await import('./equilibrium-configurations.ts');
    return (file, source) => writePieces(file, () => ovfFilePieces(source, false));
  },
  'ovf-binary': async () => {
    const { ovfFilePieces } = await import('./equilibrium-configurations.ts');
    return (file, source) => writePieces(file, () => ovfFilePieces(source, true));
  },
};

/** Whether a file has spins of one lattice and nothing that says more: of a study it takes a folder. */
export const holdsSpinsAlone = (format: Format): boolean => ['npy', 'ovf', 'ovf-binary'].includes(format);

/** How names of files in a format end. */
export const extensionOf = (format: Format): string => format.replace('-binary', '');

/** The format that a user names. Throws InputError for one that there is not. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((known) => known === name);
  if (format) return format;
  const meant = nearest(name, [...FORMATS, 'hdf5'])?.replace('hdf5', 'h5');
  const suggestion = meant ? `\n  did you mean ${meant}?` : '';
  throw new InputError(`--format: expected h5, csv, json, npy, ovf or ovf-binary, found ${name}${suggestion}`);
}

/**
 * The whole file or, whatever happens, the one that was there before; "-" is standard output. Throws InputError when it cannot be written, MissingPackageError
 * when its format takes a package that is not installed.
 */
export async function exportRun(format: Format, file: string, source: ExportSource): Promise<void> {
  const write = await writers[format]();
  await write(file, source);
}
