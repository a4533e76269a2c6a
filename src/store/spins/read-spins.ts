/** Configurations from a file, whatever its format, which its contents tell and not its name. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { InputError } from '../../errors.ts';
import { parseColumns } from '../../spins/formats/columns.ts';
import type { SpinsOptions } from '../../spins/formats/configurations.ts';
import { NPY_MAGIC } from '../../spins/formats/npy.ts';
import { parseNpySpins } from '../../spins/formats/npy-spins.ts';
import { isOvf, parseOvf } from '../../spins/formats/ovf.ts';
import { decodeText, otherEncoding } from '../decode-text.ts';
import { withPackagesFor } from '../optional-packages.ts';
import { fileName, readBytes } from '../read-text.ts';
import { reading } from '../trouble.ts';
import { parseJsonSpins } from './json-spins.ts';
import { parseSegmentSpins } from './segment-spins.ts';

const WANTED = 'file of spins';
const WANTED_TO_READ = `expected a ${WANTED} to read`;

/** Where binary data have a NUL, nearly always. */
const BEGINNING = 512;

/** Beginnings of files that are no text. */
const SQLITE = [...'SQLite format 3'].map((letter) => letter.charCodeAt(0));
const HDF5 = [0x89, 0x48, 0x44, 0x46];
const ZIP = [0x50, 0x4b, 3, 4];
const OOMMF = [...'# OOMMF'].map((letter) => letter.charCodeAt(0));
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Reads all configurations of a file, x y z of site 0, of site 1, …; "-" is standard input. JSON, columns, .npy, OVF 2.0, a segment of a run, or an export of one. Throws InputError with
 * the place, what was expected and what was found.
 */
export async function readSpins(path: string, options: SpinsOptions): Promise<Float64Array[]> {
  const bytes = await readBytes(path, WANTED);
  if (begins(bytes, HDF5)) await loadHdf5();
  return spinsOf(bytes, path, options);
}

/** The same for those that cannot wait. HDF5, whose package takes time to load, must have been prepared for. */
export const readSpinsAtOnce = (path: string, options: SpinsOptions): Float64Array[] =>
  spinsOf(
    reading(path, WANTED_TO_READ, () => readFileSync(path)),
    path,
    options,
  );

/** Loads what readSpinsAtOnce needs for this file; nothing where it is no HDF5, or not there. A pipe, which can be read once only, is left alone. Throws MissingPackageError. */
export async function prepareToRead(path: string): Promise<void> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  if (
    begins(
      reading(path, WANTED_TO_READ, () => beginningOf(path)),
      HDF5,
    )
  )
    await loadHdf5();
}

function beginningOf(path: string): Uint8Array {
  const bytes = new Uint8Array(HDF5.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes);
    return bytes;
  } finally {
    closeSync(file);
  }
}

let hdf5: typeof import('./hdf5-spins.ts') | undefined;

async function loadHdf5(): Promise<void> {
  hdf5 ??= await withPackagesFor('HDF5 files', () => import('./hdf5-spins.ts'));
}

function spinsOf(bytes: Uint8Array, path: string, options: SpinsOptions): Float64Array[] {
  const file = fileName(path);
  if (begins(bytes, HDF5)) return readHdf5(bytes, file, options);
  if (begins(bytes, NPY_MAGIC)) return parseNpySpins(bytes, file, options);
  if (begins(bytes, SQLITE)) return parseSegmentSpins(path, options);
  if (begins(bytes, ZIP))
    throw new InputError(
      `${file}: expected one array, found a ZIP file, as numpy.savez writes\n  did you mean numpy.save?`,
    );
  return parseText(bytes, file, options);
}

function parseText(bytes: Uint8Array, file: string, options: SpinsOptions): Float64Array[] {
  // The data may be binary.
  if (begins(bytes, OOMMF)) return parseOvf(bytes, file, options);
  if (!otherEncoding(bytes) && bytes.subarray(0, BEGINNING).includes(0))
    throw new InputError(
      `${file}: expected JSON, columns, .npy, OVF 2.0, or a segment or an export of a run, found other binary data`,
    );
  // Spreadsheets on Windows write a byte order mark.
  const text = decodeText(begins(bytes, BYTE_ORDER_MARK) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes, file);
  if (isOvf(text)) return parseOvf(new TextEncoder().encode(text), file, options);
  if (/^\s*[[{]/.test(text)) return parseJsonSpins(text, file, options);
  return parseColumns(text, file, options);
}

function readHdf5(bytes: Uint8Array, file: string, options: SpinsOptions): Float64Array[] {
  if (hdf5) return hdf5.parseHdf5Spins(bytes, file, options);
  throw new InputError(
    `${file}: expected spins in a format that can be read at once, found HDF5, for which the command loads a package\n  spinformer export --format npy writes the same spins`,
  );
}

const begins = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, k) => bytes[k] === byte);
