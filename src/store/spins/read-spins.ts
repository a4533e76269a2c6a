/** Configurations from a file, whatever its format, which its contents tell and not its name. */
import { readFileSync } from 'node:fs';
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
  return begins(bytes, HDF5) ? readHdf5(bytes, fileName(path), options) : spinsOf(bytes, path, options);
}

/** The same for a file in any of these formats but HDF5, whose library is loaded at leisure. */
export function readSpinsAtOnce(path: string, options: SpinsOptions): Float64Array[] {
  const bytes = reading(path, `expected a ${WANTED} to read`, () => readFileSync(path));
  if (!begins(bytes, HDF5)) return spinsOf(bytes, path, options);
  throw new InputError(
    `${path}: expected spins in a format that runs begin with, which is any but HDF5: that needs a package that a run does without\n  spinformer export --format npy writes the same spins`,
  );
}

function spinsOf(bytes: Uint8Array, path: string, options: SpinsOptions): Float64Array[] {
  const file = fileName(path);
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

async function readHdf5(bytes: Uint8Array, file: string, options: SpinsOptions): Promise<Float64Array[]> {
  const { parseHdf5Spins } = await withPackagesFor('HDF5 files', () => import('./hdf5-spins.ts'));
  return parseHdf5Spins(bytes, file, options);
}

const begins = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, k) => bytes[k] === byte);
