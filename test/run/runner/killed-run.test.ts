/** kill -9 of a real run, from its start over its training to its chains. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { type Command, computed, killGroup, startCommand } from './command.ts';
import { newDirectory } from './runs.ts';

/** SPINFORMER_KILLS=50 for a long test. */
const KILLS = Number(process.env.SPINFORMER_KILLS ?? 8);
/** Far more than an attempt has time for. */
const SAMPLES_PER_KILL = 2500;

function newCommand(samples: number, workers: number): Command & { events: string } {
  const directory = newDirectory();
  return { directory, samples, workers, events: join(dirname(directory), 'events.jsonl') };
}

const weightsOf = ({ directory }: Command) => readFileSync(join(directory, 'models/effective.safetensors'));

it(`goes on with the same bits after ${KILLS} × kill -9`, { timeout: 120_000 + 10_000 * KILLS }, async () => {
  const samples = SAMPLES_PER_KILL * KILLS;
  const whole = newCommand(samples, 1);
  const began = Date.now();
  expect(await startCommand(whole).ended).toMatchObject({ code: 0 });
  const killed = newCommand(samples, 2);
  const random = philoxStream(50, 0);
  // Half of the attempts die while they start or train, the others with their chains at work.
  const life = 2 * (firstSample(whole) - began);
  for (let kill = 0; kill < KILLS; kill++)
    expect(await killedAfter(killed, life * random.nextUniform())).toBe('SIGKILL');
  expect(await startCommand(killed).ended).toMatchObject({ code: 0 });
  expect(weightsOf(killed)).toEqual(weightsOf(whole));
  expect(computed(killed.directory)).toEqual(computed(whole.directory));
  expect(attempts(killed)).toBeGreaterThan(1);
});

/** How the command ended. */
async function killedAfter(command: Command, milliseconds: number): Promise<string | null> {
  const attempt = startCommand(command);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  killGroup(attempt);
  return (await attempt.ended).signal;
}

const told = ({ events }: { readonly events: string }) =>
  readFileSync(events, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line));

/** When a chain came to work, in milliseconds. */
const firstSample = (command: { readonly events: string }): number =>
  Date.parse(told(command).find(({ type }) => type === 'begin').time);

/** Attempts whose first chain came to work. */
const attempts = (command: { readonly events: string }): number =>
  told(command).filter(({ type, chain }) => type === 'begin' && chain === 1).length;
