/** A chain that was begun elsewhere, in a run that goes on with it. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordChain } from '../../../lab/engine/record.ts';
import { InputError } from '../../../src/errors.ts';
import { advanceObserved, startRun } from '../../../src/run/conductor/conductor.ts';
import { takeUp } from '../../../src/run/conductor/take-up.ts';
import { parseSpec, prepareSpec, sampleSpec } from '../../../src/spec.ts';
import { lastCheckpoint, type Run, readConfigurations, readLevels, readSeries } from '../../../src/store/store.ts';
import { temporaryFolder } from '../../store/example.ts';

const SYSTEM = '[lattice]\nsize = [4, 4]\n[training]\nexact_evaluations = 40\n[model]\ntemperature = 0.1\n';
const SAMPLING = '[sampling]\nchains = 2\nwarm_up = 6\nsamples = 14\nseed = 7\n';

const SPECS: Readonly<Record<string, string>> = {
  local: `${SYSTEM}${SAMPLING}method = "local"\n`,
  'linear model, with levels': `${SYSTEM}${SAMPLING}levels = true\n[effective]\nkind = "linear"\n`,
  'delayed acceptance': `${SYSTEM}${SAMPLING}method = "delayed-acceptance"\n[effective]\nkind = "transformer"\nblocks = 1\n`,
  auto: `${SYSTEM}${SAMPLING}[effective]\nkind = "auto"\n`,
  filling: `${SYSTEM}filling = 0.8\n${SAMPLING}method = "hmc"\n`,
  'electrons in every third sample': `${SYSTEM}${SAMPLING}electrons_every = 3\n[effective]\nkind = "linear"\n`,
};

const observer = { tell: () => {}, interruption: new AbortController().signal };

/** The file of the first samples of a chain. */
async function begun(spec: string, samples: number): Promise<string> {
  const job = prepareSpec(spec);
  const record = recordChain(spec, job);
  for await (const sample of sampleSpec(job, { warmUp: true, stored: true })) {
    record.add(sample);
    if (sample.index === samples - 1) break;
  }
  return record.file()?.text ?? '';
}

/** Everything that a run holds but for times. */
function contents(run: Run) {
  const chains = [1, 2].map((chain) => ({
    configurations: [...readConfigurations(run, chain)],
    levels: [...readLevels(run, chain)],
    checkpoint: { ...lastCheckpoint(run, chain), counters: undefined },
  }));
  return { series: readSeries(run), chains };
}

it.each(Object.keys(SPECS))('%s: the run is bit-identical with that of the spec from its start', async (name) => {
  const folder = temporaryFolder();
  const spec = SPECS[name];
  const whole = startRun(join(folder, 'whole'), spec, parseSpec(spec, 'spec.toml'));
  await advanceObserved(whole, 2, observer);
  const text = await begun(spec, 9);
  const { run } = takeUp(join(folder, 'taken'), text, 'chain.json');
  expect(lastCheckpoint(run, 1)?.samples).toBe(9);
  expect(lastCheckpoint(run, 2)).toBe(undefined);
  expect(await advanceObserved(run, 2, observer)).toBe('finished');
  expect(contents(run)).toEqual(contents(whole));
  expect(lastCheckpoint(takeUp(run.directory, text, 'chain.json').run, 1)?.samples).toBe(20);
});

it.each([
  ['cut short', (text: string) => text.slice(0, -40), /JSON that ends early/],
  ['a digit changed', (text: string) => text.replace('"samples":9', '"samples":8'), /checksum: expected .* damaged/],
  [
    'another format',
    (text: string) => text.replace('spinformer chain', 'chain'),
    /format: expected "spinformer chain"/,
  ],
  ['a later version', (text: string) => text.replace('"version":1', '"version":2'), /version: expected 1, found 2/],
  ['an empty object', () => '{}', /format: expected/],
])('refuses a file: %s', async (_, change, words) => {
  const text = await begun(SPECS.local, 9);
  const folder = temporaryFolder();
  expect(() => takeUp(join(folder, 'run'), change(text), 'chain.json')).toThrow(InputError);
  expect(() => takeUp(join(folder, 'run'), change(text), 'chain.json')).toThrow(words);
});
