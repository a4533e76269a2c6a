/** Outputs that a user asks for: to a file, or to whatever else the path leads to. */
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeInOnePiece } from './files.ts';
import { linkTarget, type Target } from './link-target.ts';
import { refuseFileOfRun } from './protected-files.ts';
import { writing } from './trouble.ts';

/** The name of standard output, wherever a file to write is asked for. */
const STANDARD_OUTPUT = '-';

const targetOf = (path: string): Target => (path === STANDARD_OUTPUT ? { descriptor: 1 } : linkTarget(path));

/** Whether what is written to `path` goes to standard output, which then holds nothing else. */
export function isStandardOutput(path: string): boolean {
  const target = writing(path, () => targetOf(path));
  return 'descriptor' in target && target.descriptor === 1;
}

type Pieces = Iterable<string | Uint8Array>;

/**
 * Writes a text, or bytes, that `make` yields piece by piece, so that no more than one of them is in memory.
 *
 * Files are written in one piece, see `writeInOnePiece`; pipes, sockets, devices, open descriptors (/dev/fd/63) and standard output ("-") are written to and never
 * replaced; nor are the files that a run is made of. What `make` throws before it returns leaves pipes unopened. Throws InputError where the path cannot be written.
 */
export async function writePieces(path: string, make: () => Pieces): Promise<void> {
  const target = outputTarget(path);
  if (isFile(path, target)) writeInOnePiece(path, (file) => writeAll(file, make()));
  else await deliver(path, Readable.from(make()), target);
}

/**
 * The same for what needs the name of a file to write to: `fill` is given that of an empty one. Pipes and the like get what it holds in the end.
 */
export async function writeOutput(path: string, fill: (file: string) => void): Promise<void> {
  const target = outputTarget(path);
  if (isFile(path, target)) writeInOnePiece(path, fill);
  else await deliver(path, createReadStream('', { fd: filledFile(path, fill) }), target);
}

function outputTarget(path: string): Target {
  const target = writing(path, () => targetOf(path));
  refuseFileOfRun(path, target);
  return target;
}

function writeAll(file: string, pieces: Pieces): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

/** A descriptor of a file without a name. */
function filledFile(path: string, fill: (file: string) => void): number {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-'));
  const file = join(folder, 'output');
  try {
    writing(path, () => fill(file));
    return openSync(file, 'r');
  } finally {
    // An open file needs no name, and none is left behind if a signal ends the program.
    rmSync(folder, { recursive: true });
  }
}

/** Whether a file is to be made or replaced. */
function isFile(path: string, target: Target): boolean {
  if ('descriptor' in target) return false;
  const stats = writing(path, () => statSync(target.path, { throwIfNoEntry: false }));
  // A directory is refused later.
  return !stats || stats.isFile() || stats.isDirectory();
}

const deliver = (path: string, source: Readable, target: Target): Promise<void> =>
  copy(source, target).catch((error) => writing(path, () => ignoreClosed(error)));

async function copy(source: Readable, target: Target): Promise<void> {
  if ('path' in target) {
    const isSocket = statSync(target.path).isSocket();
    if (isSocket) await send(source, target.path);
    else await pipeline(source, createWriteStream(target.path));
    return;
  }
  const { descriptor: number } = target;
  // Those two are open already, and may not block.
  if (number === 1) await pipeline(source, process.stdout, { end: false });
  else if (number === 2) await pipeline(source, process.stderr, { end: false });
  else await pipeline(source, createWriteStream('', { fd: number }));
}

/** Sends the output to its reader; done when all is sent: the other side may keep its end open for as long as it likes. */
async function send(source: Readable, path: string): Promise<void> {
  const socket = connect(path);
  await pipeline(source, socket, { end: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.end(resolve);
  });
  socket.destroy();
}

/** A reader that leaves early has what it wanted. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
