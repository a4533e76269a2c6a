/**
 * Writes docs/guide/output/: what the commands of the tutorial print, from running them, in a temporary folder: `node scripts/tutorial-output.ts`.
 *
 * To be run again when commands print something else. Only times depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const output = join(root, 'docs/guide/output');
const runs = mkdtempSync(join(tmpdir(), 'spinformer-tutorial-'));

const TALK = 'examples/talk-6x6.toml';
/** Rows of a table of observables that are enough to see what more samples do. */
const FEW = /^(observable|energyPerSite|staggeredMagnetization2|specificHeatPerSite) /;
const BASELINE = 'examples/linear-6x6.toml';

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

function spinformer(...words: string[]): Printed {
  const { status, stdout, stderr } = spawnSync(join(root, 'spinformer'), words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`spinformer ${words.join(' ')}: ${stderr}`);
  return { stdout, stderr };
}

function write(name: string, text: string): void {
  writeFileSync(join(output, `${name}.txt`), `${text.trimEnd()}\n`);
}

const training = ({ stderr }: Printed): string => lines(stderr, /^training:/);
const lines = (text: string, wanted: RegExp): string =>
  text
    .split('\n')
    .filter((line) => wanted.test(line))
    .join('\n');
const block = (text: string, number: number): string => text.trim().split('\n\n')[number];

mkdirSync(output, { recursive: true });
const [talk, short, baseline] = ['talk', 'short', 'baseline'].map((name) => join(runs, name));

write('check', spinformer('check', TALK).stdout);
const run = spinformer('run', TALK, '--out', talk);
write('training', training(run));
write('run', run.stdout);
write('status', spinformer('status', talk).stdout);
write('extend', lines(spinformer('extend', talk, '--samples', '8000').stdout, FEW));
write('short', block(spinformer('run', TALK, '--out', short, '--set', 'sampling.samples=12').stdout, 1));
const card = join(talk, 'models/effective.json');
write('evaluate', spinformer('evaluate', TALK, '--named', 'neel', '--model', card).stdout);
write('train', spinformer('train', BASELINE, '--out', baseline).stdout);
rmSync(runs, { recursive: true });
