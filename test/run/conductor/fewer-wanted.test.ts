/** The number of samples changed in the spec of a run that is there already. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { advance, extendTo, startRun } from '../../../src/run/conductor/conductor.ts';
import { endOfAttempt, fewerWanted } from '../../../src/run/conductor/fewer-wanted.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import { openRun, type Run, readSeries } from '../../../src/store/store.ts';
import { temporaryFolder } from '../../store/example.ts';

const spec = (samples: number, more = '') =>
  `[lattice]\nsize = [2, 2]\n[sampling]\nmethod = "local"\nchains = 2\nwarm_up = 5\nsamples = ${samples} # ${more}\n${more}\n`;

function start(directory: string, samples: number, more = ''): Run {
  const text = spec(samples, more);
  return startRun(directory, text, parseSpec(text, 'spec.toml'));
}

const run = (of: Run, samples: number) => advance(of, { workers: 2, samples: endOfAttempt(of, samples) });
const lengths = (directory: string) => readSeries(openRun(directory)).chains.map(([column]) => column.length);

it('grows where the spec asks for more, and begins with the shorter run', async () => {
  const directory = join(temporaryFolder(), 'run');
  await run(start(directory, 20), 20);
  const before = readSeries(openRun(directory)).chains;
  const longer = start(directory, 50);
  expect(fewerWanted(longer, 50)).toBe('');
  await run(longer, 50);
  expect(lengths(directory)).toEqual([55, 55]);
  const after = readSeries(openRun(directory)).chains;
  expect(after.map((chain) => chain.map((column) => column.slice(0, 25)))).toEqual(before);
  expect(openRun(directory).spec.sampling).toMatchObject({ samples: 50 });
});

it('keeps all where the spec asks for fewer, and says so', async () => {
  const directory = join(temporaryFolder(), 'run');
  await run(start(directory, 40), 40);
  const again = start(directory, 10);
  expect(fewerWanted(again, 10)).toBe(
    'the run was made for 40 samples per chain and holds 40, the spec asks for 10: nothing is thrown away\n',
  );
  expect(await run(again, 10)).toBe('finished');
  expect(lengths(directory)).toEqual([45, 45]);
  expect(again.spec.sampling).toMatchObject({ samples: 40 });
});

it('goes on to fewer where not even those are there, and to all of them by extend', async () => {
  const directory = join(temporaryFolder(), 'run');
  start(directory, 40);
  const content = start(directory, 10);
  expect(fewerWanted(content, 10)).toBe(
    'the run was made for 40 samples per chain and holds 0, the spec asks for 10: chains go on to 10\n' +
      `spinformer extend ${directory} --samples 40 goes on to all of them\n`,
  );
  expect(await run(content, 10)).toBe('finished');
  expect(lengths(directory)).toEqual([15, 15]);
  await advance(extendTo(directory, 40), { workers: 2 });
  expect(lengths(directory)).toEqual([45, 45]);
});

it('refuses every other difference, whatever the samples are', () => {
  const directory = join(temporaryFolder(), 'run');
  start(directory, 40);
  for (const samples of [10, 40, 100]) {
    const other = () => start(directory, samples, 'seed = 3');
    expect(other).toThrow(
      `${directory}: holds another run, with sampling.seed = 2023, not 3: choose another directory`,
    );
  }
  expect(openRun(directory).spec.sampling).toMatchObject({ samples: 40 });
});
