/** The tutorial from a spec to a table: docs/guide/tutorial.md. */
import { join } from 'node:path';
import { blocks, lines, spinformer, write } from './printed.ts';

const TALK = 'examples/talk-6x6.toml';
/** Rows of a table of observables that are enough to see what more samples do. */
const FEW = /^(observable|energyPerSite|staggeredMagnetization2|specificHeatPerSite) /;
const BASELINE = 'examples/linear-6x6.toml';

/** `runs`: a temporary folder. */
export function printTalk(runs: string): void {
  const [talk, short, baseline] = ['talk', 'short', 'baseline'].map((name) => join(runs, name));
  write('check', spinformer('check', TALK).stdout);
  const run = spinformer('run', TALK, '--out', talk);
  write('training', lines(run.stderr, /^training:/));
  write('run', run.stdout);
  write('status', spinformer('status', talk).stdout);
  write('extend', lines(spinformer('extend', talk, '--samples', '8000').stdout, FEW));
  write('short', blocks(spinformer('run', TALK, '--out', short, '--set', 'sampling.samples=12').stdout)[1]);
  const card = join(talk, 'models/effective.json');
  write('evaluate', spinformer('evaluate', TALK, '--named', 'neel', '--model', card).stdout);
  write('train', spinformer('train', BASELINE, '--out', baseline).stdout);
}
