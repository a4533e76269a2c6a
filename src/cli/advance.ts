/** What `run` and `extend` end with: samples until the run has what it wants, then its table. */
import { availableParallelism } from 'node:os';
import type { Run } from '../store/store.ts';

interface Attempt {
  readonly workers?: number | undefined;
  readonly events?: string | undefined;
  /** Samples per chain, where this attempt stops at fewer than the run was made for. */
  readonly samples?: number;
}

export async function advanceAndReport(run: Run, attempt: Attempt): Promise<void> {
  const { INTERRUPTED } = await import('../runner/runner.ts');
  const { advance } = await import('../run/conductor/conductor.ts');
  const { isStandardOutput } = await import('../store/store.ts');
  const { reported } = await import('../report/reported.ts');
  const { writeJsonReport } = await import('../report/json-file.ts');
  const outcome = await advance(run, { ...attempt, workers: attempt.workers ?? availableParallelism() });
  if (outcome !== 'finished') {
    process.exitCode = INTERRUPTED;
    return;
  }
  const { text, json } = reported(run);
  const isTaken = attempt.events !== undefined && isStandardOutput(attempt.events);
  (isTaken ? process.stderr : process.stdout).write(text);
  writeJsonReport(run.directory, json);
}
