/** `spinformer run` of a small self-learning run as a user starts it, in its own process group. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { started } from './job.ts';
import { contents } from './runs.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A transformer of one block, trained and sampled on 4 × 4 sites. */
const spec = (samples: number, isTempered: boolean): string => `
lattice.size = [4, 4]
${isTempered ? '' : 'model.temperature = 0.1'}
effective = { kind = "transformer", blocks = 1, shells = 2 }
training.exact_evaluations = 60
sampling = { method = "self-learning", chains = 2, samples = ${samples}, warm_up = 200, seed = 5, levels = true }
`;

export interface Command {
  /** The directory of the run. */
  readonly directory: string;
  readonly samples: number;
  readonly workers?: number;
  /** File for --events. */
  readonly events?: string;
  /** What the spec says besides. */
  readonly more?: string;
}

/** The command line, for a shell in between as well. */
export function commandLine({ directory, samples, workers = 2, events, more = '' }: Command): string[] {
  const file = join(dirname(directory), 'spec.toml');
  if (!existsSync(file)) writeFileSync(file, `${spec(samples, more.includes('tempering'))}${more}`);
  const line = [process.execPath, MAIN, 'run', file, '--out', directory, '--workers', `${workers}`];
  return events === undefined ? line : [...line, '--events', events];
}

/** Starts the command; `options` as of spawn. */
export function startCommand(command: Command, options: Parameters<typeof spawn>[2] = {}) {
  const [node, ...line] = commandLine(command);
  return started(spawn(node, line, { detached: true, ...options }));
}

/** Starts `script` with the command as its arguments. */
export const startInShell = (script: string, command: Command) =>
  started(spawn('sh', ['-c', script, 'sh', ...commandLine(command)]));

/** Kills, by kill -9, the command and all that it may have started. */
export function killGroup({ child }: ReturnType<typeof startCommand>): void {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch (error) {
    // It was over.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** All that the run computed; processor times, which nothing is computed from, left out. */
export function computed(directory: string) {
  const { series, configurations, levels, checkpoints } = contents(directory);
  const timeless = (counters: object) => Object.entries(counters).filter(([name]) => !/milliseconds$/i.test(name));
  return {
    series,
    configurations,
    levels,
    checkpoints: checkpoints.map((checkpoint) => ({ ...checkpoint, counters: timeless(checkpoint?.counters ?? {}) })),
  };
}
