import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { processorTime, processorTimeOfChildren } from '../../src/bench/main-job/processor-time.ts';

const onLinux = it.runIf(existsSync('/proc/self/stat'));

/** Works until this thread has used 300 ms of processor time. */
const WORK = 'while (process.cpuUsage().user < 300_000);';

onLinux('knows what a process has used, as the process itself does', () => {
  const { user, system } = process.cpuUsage();
  const known = processorTime(process.pid) as number;
  // Ticks are of 10 ms; children that were waited for may come on top.
  expect(known).toBeGreaterThan((user + system) / 1000 - 100);
});

onLinux('knows what children have used that have ended', () => {
  const before = processorTimeOfChildren() as number;
  spawnSync(process.execPath, ['--eval', WORK]);
  expect((processorTimeOfChildren() as number) - before).toBeGreaterThanOrEqual(250);
});

it('is undefined for a process that is not there', () => {
  expect(processorTime(2 ** 31 - 1)).toBeUndefined();
});
