/** kill -9 of a real run, from its start over its training to its chains. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { type Command, computed, killGroup, startCommand } from './command.ts';
import { eventCount, newDirectory, sleep, until } from './runs.ts';

/** SPINFORMER_KILLS=50 for a long test. */
const KILLS = Number(process.env.SPINFORMER_KILLS ?? 8);
const SAMPLES = 5000;

interface LoggedCommand extends Command {
  readonly events: string;
}

function newCommand(workers: number): LoggedCommand {
  const directory = newDirectory();
  return { directory, samples: SAMPLES, workers, events: `${directory}.jsonl` };
}

const weightsOf = ({ directory }: Command) => readFileSync(join(directory, 'models/effective.safetensors'));

it(`continues bit-identically after ${KILLS} × kill -9`, { timeout: 0 }, async () => {
  const whole = newCommand(1);
  const began = Date.now();
  expect(await startCommand(whole).ended).toMatchObject({ code: 0 });
  const expected = { weights: weightsOf(whole), ...computed(whole.directory) };
  // Moments depend on it, results do not.
  const life = Date.now() - began;
  const random = philoxStream(50, 0);
  let begun = 0;
  for (let kills = 0; kills < KILLS; ) {
    // A run that comes to its end meanwhile makes room for another.
    const killed = newCommand(2);
    while (kills < KILLS && (await dies(killed, kills % 2 === 1, 0.5 * life * random.nextUniform()))) kills++;
    expect(await startCommand(killed).ended).toMatchObject({ code: 0 });
    expect({ weights: weightsOf(killed), ...computed(killed.directory) }).toEqual(expected);
    begun += chainsBegun(killed);
  }
  expect(begun).toBeGreaterThanOrEqual(KILLS / 2);
});

/** Whether it was killed, so long after its start or after its first chain began to work; else it was done before. */
async function dies(command: LoggedCommand, isAtWork: boolean, milliseconds: number): Promise<boolean> {
  const before = chainsBegun(command);
  const attempt = startCommand(command);
  if (isAtWork) await until(() => chainsBegun(command) > before, attempt);
  await sleep(milliseconds);
  killGroup(attempt);
  const { code, signal } = await attempt.ended;
  expect([code, signal]).toEqual(signal ? [null, 'SIGKILL'] : [0, null]);
  return signal !== null;
}

/** Attempts whose first chain came to work. */
const chainsBegun = (command: LoggedCommand): number => eventCount(command, '"type":"begin","chain":1,');
