/** kill -9 of a real run, from its start over its training to its chains. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { type Command, computed, killGroup, startCommand } from './command.ts';
import { newDirectory } from './runs.ts';

/** SPINFORMER_KILLS=50 for a long test. */
const KILLS = Number(process.env.SPINFORMER_KILLS ?? 8);
const SAMPLES = 5000;

interface LoggedCommand extends Command {
  readonly events: string;
}

function newCommand(workers: number): LoggedCommand {
  const directory = newDirectory();
  return { directory, samples: SAMPLES, workers, events: join(dirname(directory), 'events.jsonl') };
}

const weightsOf = ({ directory }: Command) => readFileSync(join(directory, 'models/effective.safetensors'));

it(`goes on with the same bits after ${KILLS} × kill -9`, { timeout: 120_000 + 30_000 * KILLS }, async () => {
  const whole = newCommand(1);
  const began = Date.now();
  expect(await startCommand(whole).ended).toMatchObject({ code: 0 });
  const expected = { weights: weightsOf(whole), ...computed(whole.directory) };
  // Half of the attempts die while they start or train, the others with their chains at work.
  const life = 2 * (firstSample(whole) - began);
  const random = philoxStream(50, 0);
  let begun = 0;
  for (let kills = 0; kills < KILLS; ) {
    // A run that comes to its end meanwhile makes room for another.
    const killed = newCommand(2);
    while (kills < KILLS && (await dies(killed, life * random.nextUniform()))) kills++;
    expect(await startCommand(killed).ended).toMatchObject({ code: 0 });
    expect({ weights: weightsOf(killed), ...computed(killed.directory) }).toEqual(expected);
    begun += attempts(killed);
  }
  expect(begun).toBeGreaterThan(KILLS / 8);
});

/** Whether it did; else it was done before. */
async function dies(command: Command, milliseconds: number): Promise<boolean> {
  const attempt = startCommand(command);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  killGroup(attempt);
  const { code, signal } = await attempt.ended;
  expect([code, signal]).toEqual(signal ? [null, 'SIGKILL'] : [0, null]);
  return signal !== null;
}

/** When a chain came to work, in milliseconds. */
function firstSample({ events }: LoggedCommand): number {
  const line = readFileSync(events, 'utf8')
    .split('\n')
    .find((text) => text.includes('"type":"begin"'));
  return Date.parse(JSON.parse(line as string).time);
}

/** Attempts whose first chain came to work. A kill may have left half a line. */
const attempts = ({ events }: LoggedCommand): number =>
  readFileSync(events, 'utf8').match(/"type":"begin","chain":1,/g)?.length ?? 0;
