/** Runs and studies as they are followed, held against what `report --json` and `status` say of the same directories. */
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runJson } from '../../src/results/summary/run-json.ts';
import { summarise } from '../../src/results/summary/summary.ts';
import { lastCheckpoint, openRun } from '../../src/store/store.ts';
import { openStudy } from '../../src/store/study.ts';
import { follow } from '../../src/watch/follower.ts';
import type { FollowOptions } from '../../src/watch/run-follower.ts';
import type { RunState, StudyState, WatchState } from '../../src/watch/state.ts';
import { spinformer } from '../cli/command.ts';
import { type Command, killGroup, startCommand } from '../runner/command.ts';
import { newDirectory, sleep, until } from '../runner/runs.ts';

const command = (more = '', samples = 3000): Command => ({ directory: newDirectory(), samples, more });

/** The numbers of a state, without their texts. */
const numbersOf = ({ findings }: RunState) =>
  Object.fromEntries(Object.entries(findings?.observables ?? {}).map(([name, { text: _, ...rest }]) => [name, rest]));

function lookOnce(directory: string, options?: FollowOptions): WatchState | undefined {
  const follower = follow(directory, options);
  try {
    return follower.look();
  } finally {
    follower.close();
  }
}

const samplesOf = ({ chains }: RunState): number[] => chains.map(({ samples }) => samples);

it('follows a run from its training to its end, which is what its report says', { timeout: 0 }, async () => {
  const followed = command();
  const attempt = startCommand(followed);
  const { directory } = followed;
  await until(() => statSync(join(directory, 'resolved.toml'), { throwIfNoEntry: false }) !== undefined, attempt);
  const follower = follow(directory);
  const seen: RunState[] = [];
  while (seen.at(-1)?.health.condition !== 'finished') {
    const state = follower.look();
    if (state?.kind === 'run') seen.push(state);
    await sleep(20);
  }
  expect(await attempt.ended).toMatchObject({ code: 0 });
  const conditions = seen.map(({ health }) => health.condition);
  expect(conditions).toContain('learning');
  expect(conditions).toContain('running');
  const totals = seen.map((state) => samplesOf(state).reduce((sum, count) => sum + count));
  expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  const last = follower.look() as RunState;
  follower.close();
  const report = runJson(summarise(openRun(directory)));
  expect(numbersOf(last)).toEqual(report.observables);
  expect(last.findings?.acceptance.rate).toBe(report.acceptance.rate);
  expect(last.findings?.samples).toBe(6000);
  expect(last.learning?.generations.length).toBeGreaterThan(0);
  // Another look opens no chain and finds the same, and so does one that has not seen what went before.
  expect(lookOnce(directory)).toEqual({ ...last, rate: undefined });
});

it('says of a run that was killed how far it is, and that it has stalled', { timeout: 0 }, async () => {
  const killed = command('', 200_000);
  const attempt = startCommand(killed);
  const isAtWork = () => {
    const state =
      statSync(join(killed.directory, 'resolved.toml'), { throwIfNoEntry: false }) && lookOnce(killed.directory);
    return state?.kind === 'run' && state.chains.every(({ samples }) => samples > 0);
  };
  await until(isAtWork, attempt);
  killGroup(attempt);
  await attempt.ended;
  const run = openRun(killed.directory);
  const expected = [1, 2].map((chain) => lastCheckpoint(run, chain)?.samples);
  expect(samplesOf(lookOnce(killed.directory) as RunState)).toEqual(expected);
  const later = lookOnce(killed.directory, { now: () => Date.now() + 3_600_000 });
  expect(later?.health.condition).toBe('stalled');
});

it('shows a tempered run at its lowest temperature, and says what is damaged or gone', { timeout: 0 }, async () => {
  const tempered = command('tempering.temperatures = [0.1, 0.15]\n', 300);
  expect(await startCommand(tempered).ended).toMatchObject({ code: 0 });
  const { directory } = tempered;
  const follower = follow(directory);
  const state = follower.look() as RunState;
  expect(state.temperatures).toEqual([0.1, 0.15]);
  const { temperatures } = JSON.parse(spinformer(['report', directory, '--json']).stdout);
  expect(JSON.parse(JSON.stringify(numbersOf(state)))).toEqual(temperatures[0].observables);
  expect(state.spins?.values.length).toBe(48);

  const segment = join(directory, 'chain-001/segment-001.sqlite');
  truncateSync(segment, statSync(segment).size - 4096);
  const looks = [1, 2, 3].map(() => follower.look());
  expect(looks.slice(0, 2)).toEqual([undefined, undefined]);
  expect(looks[2]?.health).toMatchObject({ condition: 'failed', message: expect.stringContaining(segment) });
  rmSync(directory, { recursive: true });
  expect(follower.look()?.health.condition).toBe('failed');
  follower.close();
});

it('shows the points of a study as they are done', { timeout: 0 }, () => {
  const directory = newDirectory();
  const file = join(dirname(directory), 'study.toml');
  writeFileSync(
    file,
    'lattice.size = [4, 4]\nsampling = { method = "local", chains = 2, samples = 200, warm_up = 20, seed = 1 }\n[sweep]\nmodel.temperature = [0.1, 0.2, 0.3]\n',
  );
  const { status, stderr } = spinformer(['run', file, '--out', directory, '--points', '1-2']);
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  const state = lookOnce(directory) as StudyState;
  expect(state.points.map((point) => point.status)).toEqual(['done', 'done', 'missing']);
  expect(state.health.condition).toBe('running');
  const [point] = openStudy(directory).points;
  const report = runJson(summarise(openRun(join(directory, 'points', point.name))));
  const { mean, error } = report.observables.energyPerSite;
  expect(state.points[0].found?.[0].observables.energyPerSite).toEqual([mean, error]);
  spinformer(['run', file, '--out', directory]);
  expect(lookOnce(directory)?.health.condition).toBe('finished');
});
