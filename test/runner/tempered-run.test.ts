/** A tempered run as a user starts it: any number of workers and kill -9 at any moment leave its bits as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXCHANGES } from '../../src/chain/ladder-parts.ts';
import { prepareSpec } from '../../src/chain/prepare-spec.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { rungRuns } from '../../src/run/conductor/rungs.ts';
import { openRun, readConfigurations, readSeries } from '../../src/store/store.ts';
import { type Command, computed, killGroup, startCommand } from './command.ts';
import { newDirectory, sleep } from './runs.ts';

const SAMPLES = 400;
const KILLS = 4;
const more = 'tempering.temperatures = [0.1, 0.15]\n';
const newCommand = (workers: number): Command => ({ directory: newDirectory(), samples: SAMPLES, workers, more });

/** All that a run computed, at every temperature. */
function all({ directory }: Command) {
  const run = openRun(directory);
  const parts = [...rungRuns(run), { ...run, part: EXCHANGES }];
  return {
    ...computed(directory),
    parts: parts.map((part) => [readSeries(part), [1, 2].map((chain) => [...readConfigurations(part, chain)])]),
    weights: readdirSync(join(directory, 'models')).map((name) => [
      name,
      readFileSync(join(directory, 'models', name, 'effective.safetensors')),
    ]),
  };
}

it(`has the same bits with 1 worker, and with 2 after ${KILLS} × kill -9`, { timeout: 0 }, async () => {
  const whole = newCommand(1);
  const began = Date.now();
  expect(await startCommand(whole).ended).toMatchObject({ code: 0 });
  const life = Date.now() - began;
  const expected = all(whole);
  expect(expected.weights.map(([name]) => name)).toEqual(['T=0.1', 'T=0.15']);
  const { rungs = [] } = prepareSpec(readFileSync(join(whole.directory, 'spec.toml'), 'utf8'));
  expect(expected.weights.map(([, weights]) => weights)).toEqual(
    rungs.map(({ learned }) => Buffer.from(learned?.effective.weights ?? [])),
  );
  const killed = newCommand(2);
  const random = philoxStream(51, 0);
  for (let kill = 0; kill < KILLS; kill++) {
    const attempt = startCommand(killed);
    // Moments depend on it, results do not.
    await sleep(0.6 * life * random.nextUniform());
    killGroup(attempt);
    await attempt.ended;
  }
  expect(await startCommand(killed).ended).toMatchObject({ code: 0 });
  expect(all(killed)).toEqual(expected);
});
