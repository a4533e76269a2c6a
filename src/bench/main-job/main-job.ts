/** The main job of the README, from its command to its table, in a fresh process. Installation is no part of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { LAUNCHER } from '../launcher.ts';
import type { Conditions, PartReport } from '../result.ts';
import { type Moment, partsOf } from './parts.ts';
import { processorTime, processorTimeOfChildren } from './processor-time.ts';

const SPEC = fileURLToPath(new URL('../../../examples/talk-6x6.toml', import.meta.url));
const MISSING = 'not measured: only a checkout has its spec';

/** Runs it once, whatever the number of rounds: it takes as long as several other parts together. `spec`: the file of the README's first run, unless said otherwise. */
export async function benchMainJob({ progress }: Pick<Conditions, 'progress'>, spec = SPEC): Promise<PartReport> {
  if (!existsSync(LAUNCHER) || !existsSync(spec)) return { rivals: { 'main job': MISSING }, results: [] };
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-'));
  try {
    const parts = partsOf(await momentsOf([LAUNCHER, 'run', spec, '--out', join(folder, 'run'), '--events', '-']));
    progress('run');
    const kind = { route: 'process', engine: 'node', size: [6, 6], ratios: {} } as const;
    return { rivals: {}, results: parts.map((part) => ({ ...kind, ...part })) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command that tells events on its standard output, and its directory first of all on its standard error. */
async function momentsOf([program, ...parameters]: readonly string[]): Promise<Moment[]> {
  const moments: Moment[] = [];
  const before = processorTimeOfChildren() ?? 0;
  const began = performance.now();
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  const note = (type: string, processor: number | undefined) =>
    void moments.push({ type, wall: performance.now() - began, processor });
  const words = listen(child, (type) => note(type, processorTime(child.pid as number)));
  const [code] = await once(child, 'close');
  const after = processorTimeOfChildren();
  note('exit', after === undefined ? undefined : after - before);
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} failed\n${words.join('')}`);
  return moments;
}

/** Tells the types of events as they come; returns what the command says on standard error, which grows. */
function listen(child: ChildProcess, tell: (type: string) => void): string[] {
  const words: string[] = [];
  const { stdout, stderr } = child as { stdout: Readable; stderr: Readable };
  stderr.once('data', () => tell('directory'));
  stderr.on('data', (text) => void words.push(String(text)));
  createInterface({ input: stdout }).on('line', (line) => tell(JSON.parse(line).type));
  return words;
}
