/** What reading a run costs: reports and exports of a run at two of its lengths. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processorTimeOfChildren } from '../../src/bench/main-job/processor-time.ts';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Samples per chain. */
export const LENGTHS = [2500, 25_000];
export const CHAINS = 4;

const SPEC = `
[lattice]
size = [4, 4]
[model]
temperature = 0.1
[effective]
kind = "linear"
[training]
exact_evaluations = 100
[sampling]
method = "reweighting"
chains = ${CHAINS}
samples = ${LENGTHS[0]}
`;

export const COMMANDS = ['report', 'export --format csv', 'export --format h5'] as const;

/** Seconds of processor time of a command, start-up included, by length of the run. */
export interface ReadingCost {
  readonly command: (typeof COMMANDS)[number];
  readonly seconds: readonly number[];
}

export function readingCosts(): ReadingCost[] {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-reading-'));
  try {
    const [spec, run] = [join(folder, 'spec.toml'), join(folder, 'run')];
    writeFileSync(spec, SPEC);
    const byLength = LENGTHS.map((samples) => {
      seconds('run', spec, '--out', run, '--set', `sampling.samples=${samples}`);
      return COMMANDS.map((command) => {
        const [verb, ...options] = command.split(' ');
        const out = verb === 'export' ? ['--out', join(folder, `export-${samples}`)] : [];
        return seconds(verb, run, ...options, ...out);
      });
    });
    return COMMANDS.map((command, k) => ({ command, seconds: byLength.map((times) => times[k]) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function seconds(...words: readonly string[]): number {
  const before = processorTimeOfChildren() ?? Number.NaN;
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return ((processorTimeOfChildren() ?? Number.NaN) - before) / 1000;
}
