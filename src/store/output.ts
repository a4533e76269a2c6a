/** Outputs that a user asks for: to a file, or to whatever else the path leads to. */
import { createReadStream, createWriteStream, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
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

/**
 * Files are written in one piece, see `writeInOnePiece`; pipes, sockets, devices, open descriptors (/dev/fd/63) and standard output ("-") are written to and never
 * replaced; nor are the files that a run is made of. `fill` writes to the empty file whose name it is given. Throws InputError where the path cannot be written.
 */
export async function writeOutput(path: string, fill: (file: string) => void): Promise<void> {
  const target = writing(path, () => targetOf(path));
  refuseFileOfRun(path, target);
  if ('path' in target && isFileOrNothing(path, target.path)) {
    writeInOnePiece(path, fill);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-'));
  const file = join(folder, 'output');
  let descriptor: number;
  try {
    writing(path, () => fill(file));
    descriptor = openSync(file, 'r');
  } finally {
    // An open file needs no name, and none is left behind if a signal ends the program.
    rmSync(folder, { recursive: true });
  }
  await copy(descriptor, target).catch((error) => writing(path, () => ignoreClosed(error)));
}

function isFileOrNothing(path: string, target: string): boolean {
  const stats = writing(path, () => statSync(target, { throwIfNoEntry: false }));
  // A directory is refused there.
  return !stats || stats.isFile() || stats.isDirectory();
}

async function copy(descriptor: number, target: Target): Promise<void> {
  const source = createReadStream('', { fd: descriptor });
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
