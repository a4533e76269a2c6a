/** A run in its own process: `node job.ts '{"directory": …}'`, as a user would start it. */
import { spawn } from 'node:child_process';
import { exitCodeOf } from '../../src/cli/failure.ts';
import {
  INTERRUPTED,
  interruptionBySignals,
  openEventLog,
  type RunPlan,
  runChains,
  statusLine,
} from '../../src/runner/runner.ts';
import { createRun } from '../../src/store/store.ts';
import { type AutoregressiveArgument, module } from './autoregressive.ts';

export interface Job extends Omit<RunPlan, 'program' | 'seed' | 'checkpointSeconds' | 'progressSeconds'> {
  readonly directory: string;
  readonly argument: AutoregressiveArgument;
  readonly events?: string;
  readonly statusSeconds?: number;
}

export const resolvedFor = ({ samples }: Pick<Job, 'samples'>) => ({
  spec: { sampling: { seed: 11, samples } },
  version: '0.1.0',
  machine: 'test',
});

export const jobFile = new URL(import.meta.url).pathname;

/** Starts the job; `options` as of spawn. */
export function startJob(job: Job, options: Parameters<typeof spawn>[2] = {}) {
  return started(spawn(process.execPath, [jobFile, JSON.stringify(job)], options));
}

/** A child with all that it writes and how it ends. */
export function started(child: ReturnType<typeof spawn>) {
  let output = '';
  child.stdout?.on('data', (data) => {
    output += data;
  });
  child.stderr?.on('data', (data) => {
    output += data;
  });
  const ended = new Promise<{ code: number | null; signal: string | null; output: string }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
  return { child, ended, output: () => output };
}

async function main({ directory, argument, events, statusSeconds = 60, ...plan }: Job): Promise<number> {
  const interruption = interruptionBySignals();
  const log = events === undefined ? undefined : openEventLog(events);
  const status = statusLine(process.stdout, { seconds: statusSeconds });
  const run = createRun(directory, '[sampling]\n', resolvedFor(plan));
  const outcome = await runChains(
    run,
    { ...plan, seed: 11, checkpointSeconds: 60, progressSeconds: 0.05, program: { module, argument } },
    {
      interruption: interruption.signal,
      tell(event) {
        log?.tell(event);
        status(event);
      },
    },
  );
  log?.close();
  interruption.close();
  return outcome === 'finished' ? 0 : INTERRUPTED;
}

if (process.argv[1] === jobFile) process.exitCode = await main(JSON.parse(process.argv[2])).catch(exitCodeOf);
