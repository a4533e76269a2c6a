/** Chains of a spec in memory are bit-identical with those of a run. */
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/chain/spec-chain.ts';
import { InputError } from '../../src/errors.ts';
import { advanceObserved, startRun } from '../../src/run/conductor/conductor.ts';
import {
  prepareSpec,
  resolveSpec,
  type SampleOptions,
  type SpecInput,
  type SpecSample,
  sampleSpec,
} from '../../src/spec.ts';
import { readSeries } from '../../src/store/store.ts';
import { temporaryFolder } from '../store/example.ts';

const SAMPLING = { chains: 2, warmUp: 6, samples: 12, seed: 7 } as const;
const system = { lattice: { size: [4, 4] }, model: { temperature: 0.1 }, training: { exactEvaluations: 40 } };

const SPECS: Readonly<Record<string, SpecInput>> = {
  local: { ...system, sampling: { ...SAMPLING, method: 'local' } },
  'linear model': { ...system, effective: { kind: 'linear' }, sampling: SAMPLING },
  'delayed acceptance': {
    ...system,
    effective: { kind: 'transformer', blocks: 1, shells: 2 },
    sampling: { ...SAMPLING, method: 'delayed-acceptance' },
  },
  auto: { ...system, effective: { kind: 'auto' }, sampling: SAMPLING },
};

const ELECTRONS = new Set([
  ...['energyPerSite', 'density', 'density2', 'grandEnergyPerSite', 'grandEnergyPerSite2'],
  ...['energyFluctuationPerSite', 'numberFluctuationPerSite'],
]);

async function samplesOf(...[spec, options]: Parameters<typeof sampleSpec>): Promise<SpecSample[]> {
  const samples: SpecSample[] = [];
  for await (const sample of sampleSpec(spec, options)) samples.push(sample);
  return samples;
}

it.each(Object.keys(SPECS))('%s: bit-identical with a run', async (name) => {
  const run = startRun(temporaryFolder(), '', resolveSpec(SPECS[name]));
  const observer = { tell: () => {}, interruption: new AbortController().signal };
  expect(await advanceObserved(run, 2, observer)).toBe('finished');
  const prepared = prepareSpec(SPECS[name]);
  for (const chain of [1, 2]) {
    const samples = await samplesOf(prepared, { chain, warmUp: true });
    const { names, chains } = readSeries(run);
    expect(samples.length).toBe(18);
    for (const name of Object.keys(samples[0].values)) {
      const stored = chains[chain - 1][names.indexOf(name)];
      const values = Float64Array.from(samples, (sample) => sample.values[name]);
      // A run measures electrons in a part of the samples.
      const known = ELECTRONS.has(name)
        ? [...stored.keys()].filter((k) => !Number.isNaN(stored[k]))
        : [...stored.keys()];
      expect(known.length, name).toBeGreaterThan(0);
      expect(
        known.map((k) => values[k]),
        name,
      ).toEqual(known.map((k) => stored[k]));
    }
  }
});

it('yields what is kept, by number', async () => {
  const samples = await samplesOf(SPECS.local);
  expect(samples.map(({ index }) => index)).toEqual(Array.from({ length: 12 }, (_, index) => index + 6));
  expect(samples.every(({ isWarmUp }) => !isWarmUp)).toBe(true);
  expect(samples[0].spins).not.toEqual(samples[1].spins);
});

it('goes on from a checkpoint, also through JSON-like copies', async () => {
  const whole = await samplesOf(SPECS['linear model'], { warmUp: true });
  const prepared = prepareSpec(SPECS['linear model']);
  for await (const sample of sampleSpec(prepared, { warmUp: true })) {
    if (sample.index !== 3) continue;
    const rest = await samplesOf(prepared, { from: structuredClone(sample.checkpoint), warmUp: true });
    expect(rest.map(({ values }) => values)).toEqual(whole.slice(4).map(({ values }) => values));
    break;
  }
});

it('leaves earlier samples and checkpoints as they are', async () => {
  const kept: { sample: SpecSample; spins: Float64Array; checkpoint: unknown; copy: unknown }[] = [];
  for await (const sample of sampleSpec(SPECS.local)) {
    const { checkpoint } = sample;
    kept.push({ sample, spins: sample.spins.slice(), checkpoint, copy: structuredClone(checkpoint) });
  }
  for (const { sample, spins, checkpoint, copy } of kept) {
    expect(sample.spins).toEqual(spins);
    expect(checkpoint).toEqual(copy);
  }
});

it('refuses what cannot be sampled before it computes anything', async () => {
  const cold = { ...SPECS.local, model: { temperature: 0 } };
  await expect(samplesOf(cold)).rejects.toThrow(InputError);
  expect(() => prepareSpec({ ...system, effective: { kind: 'linear' }, training: { exactEvaluations: 3 } })).toThrow(
    'training.exact_evaluations: expected at least',
  );
});

it('names its values as the program of a chain does', async () => {
  const [first] = await samplesOf(SPECS.local);
  expect(Object.keys(first.values)).toEqual(createProgram(prepareSpec(SPECS.local)).names);
});

it('takes the text of a spec', async () => {
  const text = '[lattice]\nsize = [2, 2]\n[sampling]\nmethod = "local"\nwarm_up = 0\nsamples = 2\n';
  expect((await samplesOf(text)).length).toBe(2);
  await expect(samplesOf(text.replace('size', 'siz'))).rejects.toThrow('did you mean size?');
});

describe('what does not belong together', () => {
  const local = { ...SPECS.local, sampling: { ...SAMPLING, method: 'local', warmUp: 0 } } as const;

  it.each([0, -1, 1.5, Number.NaN])('chain %s', async (chain) => {
    await expect(samplesOf(local, { chain })).rejects.toThrow('chain: expected a whole number, 1 or more, found');
  });

  it('a checkpoint of another chain, spec or kind; more samples are no other spec', async () => {
    const [{ checkpoint }] = await samplesOf(local, { chain: 2 });
    const from = (options: SampleOptions, spec: SpecInput = local) => samplesOf(spec, { from: checkpoint, ...options });
    await expect(from({ chain: 1 })).rejects.toThrow('from: expected a checkpoint of chain 1, found one of chain 2');
    const other = { ...local, sampling: { ...local.sampling, seed: 8 } };
    await expect(from({}, other)).rejects.toThrow('from: expected a checkpoint of the same spec');
    for (const wrong of [{}, JSON.parse(JSON.stringify(checkpoint))])
      await expect(samplesOf(local, { from: wrong })).rejects.toThrow('from: expected the checkpoint of a sample');
    const longer = await from({}, { ...local, sampling: { ...local.sampling, samples: 14 } });
    expect(longer.map(({ index }) => index)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it('a prepared spec without its models', async () => {
    const { spec } = prepareSpec(SPECS['linear model']);
    await expect(samplesOf({ spec })).rejects.toThrow('expected a spec that prepareSpec has prepared');
  });
});
