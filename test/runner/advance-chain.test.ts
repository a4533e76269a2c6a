import { expect, it } from 'vitest';
import { advanceChain, type ChainSurroundings, type ChainTask } from '../../src/runner/advance-chain.ts';
import type { ChainEvent, ChainProgram } from '../../src/runner/runner.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { createRun } from '../../src/store/store.ts';
import { createProgram } from './autoregressive.ts';
import { resolvedFor } from './job.ts';
import { contents, newDirectory } from './runs.ts';

const program = createProgram({ correlation: 0.5, keepEvery: 3 });

const taskIn = (directory: string, changes: Partial<ChainTask> = {}): ChainTask => ({
  run: createRun(directory, '', resolvedFor({ samples: 20 })),
  chain: 1,
  seed: 11,
  samples: 20,
  checkpointSamples: 1000,
  checkpointSeconds: 1000,
  progressSeconds: 1000,
  ...changes,
});

/** A clock that a sample moves by a second. */
function advance(task: ChainTask, surroundings: Partial<ChainSurroundings> = {}, which: ChainProgram = program) {
  const events: ChainEvent[] = [];
  let seconds = 0;
  const tell = (event: ChainEvent) => void events.push(event);
  advanceChain(which, task, { stopped: () => false, tell, now: () => seconds++, ...surroundings });
  return events;
}

const samplesOf = (events: ChainEvent[], type: string) =>
  events.filter((event) => event.type === type).map(({ samples }) => samples);

it('commits by samples, by time, or at the end, with the same numbers', () => {
  const [bySamples, byTime, atEnd] = [newDirectory(), newDirectory(), newDirectory()];
  expect(samplesOf(advance(taskIn(bySamples, { checkpointSamples: 6 })), 'checkpoint')).toEqual([6, 12, 18, 20]);
  // The clock is also read once at the beginning and once after a commit.
  expect(samplesOf(advance(taskIn(byTime, { checkpointSeconds: 6 })), 'checkpoint')).toEqual([6, 12, 18, 20]);
  expect(samplesOf(advance(taskIn(atEnd)), 'checkpoint')).toEqual([20]);
  expect(contents(bySamples)).toEqual(contents(byTime));
  expect(contents(byTime)).toEqual(contents(atEnd));
});

it('tells progress in between', () => {
  const events = advance(taskIn(newDirectory(), { progressSeconds: 4, checkpointSamples: 10 }));
  expect(samplesOf(events, 'progress')).toEqual([4, 8, 14, 18]);
  expect(events).toContainEqual({
    type: 'progress',
    chain: 1,
    samples: 4,
    counters: { proposed: 4, accepted: expect.any(Number) },
  });
});

it('tells mean, error and τ of the first observable, without the warm-up, as soon as it can', () => {
  const directory = newDirectory();
  const events = advance(taskIn(directory, { samples: 4000, warmUp: 1000, checkpointSamples: 2000 }));
  const estimates = events.flatMap((event) => ('estimate' in event ? [event.estimate] : []));
  const [x] = contents(directory).series.chains[0];
  const { mean, error, tau } = gammaAnalysis([x.subarray(1000)]);
  expect(estimates.map((estimate) => estimate?.samples)).toEqual([1000, 2000, 3000]);
  expect(estimates[2]?.name).toBe('x');
  expect(estimates[2]?.mean).toBeCloseTo(mean, 12);
  // Blocks give errors to some 10 %.
  expect(Math.abs((estimates[2]?.error ?? NaN) / error - 1)).toBeLessThan(0.4);
  expect(Math.abs((estimates[2]?.tau ?? NaN) / tau - 1)).toBeLessThan(0.8);
});

it('commits what it has when it is stopped', () => {
  const directory = newDirectory();
  let asked = 0;
  const events = advance(taskIn(directory), { stopped: () => asked++ === 7 });
  expect(events.map(({ type, samples }) => [type, samples])).toEqual([
    ['begin', 0],
    ['checkpoint', 7],
  ]);
  expect(samplesOf(advance(taskIn(directory)), 'begin')).toEqual([7]);
});

it('refuses a program that loses count', () => {
  const miscounting: ChainProgram = {
    ...program,
    start: (seed, chain) => {
      const { advance: next, checkpoint } = program.start(seed, chain);
      return { advance: next, checkpoint: () => ({ ...checkpoint(), samples: 3 }) };
    },
  };
  expect(() => advance(taskIn(newDirectory()), {}, miscounting)).toThrow(
    'the chain counts 3 samples where there are 20',
  );
});
