/** DIR/bits.json: the fingerprint of the machine that began the work of a directory. Others must have the same one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../errors.ts';
import { writeFile } from '../store/files.ts';
import { hostWords } from '../store/machine.ts';
import { reading } from '../store/trouble.ts';
import { bitsOfThisMachine } from './bits.ts';

interface Bits {
  readonly bits: string;
  /** The machine that they are of, for people. */
  readonly machine: string;
}

const fileOf = (directory: string): string => join(directory, 'bits.json');

/**
 * Compares this machine with the one that began the work, or says that it is this one. Throws StorageError, naming both machines, where their bits differ, before anything is written; InputError or StorageError
 * where the directory cannot be written to.
 */
export function requireSameBits(directory: string): void {
  const here: Bits = { bits: bitsOfThisMachine(), machine: hostWords() };
  const known = bitsIn(directory);
  if (!known) writeFile(fileOf(directory), `${JSON.stringify(here)}\n`);
  else if (known.bits !== here.bits) throw otherBits(directory, here, known);
}

function bitsIn(directory: string): Bits | undefined {
  const file = fileOf(directory);
  if (!existsSync(file)) return undefined;
  const text = reading(file, 'expected the fingerprint of a machine', () => readFileSync(file, 'utf8'));
  try {
    const { bits, machine } = JSON.parse(text);
    if (typeof bits === 'string') return { bits, machine: String(machine) };
  } catch {
    // Said below, with what to do.
  }
  throw new StorageError(`${file}: damaged: remove it; the next task writes it anew`);
}

const otherBits = (directory: string, here: Bits, known: Bits): StorageError =>
  new StorageError(
    `${here.machine} computes other bits than ${known.machine}, where the work of ${directory} began
  expected ${known.bits}, found ${here.bits} for the same short chains
  nothing was computed or written here: leave one of the two machines out (sbatch --exclude), and have its processor and memory tested
  where this one is to be trusted, or the program has been built anew: remove ${fileOf(directory)}`,
  );
