/** x' = ρ x + noise as a chain program, for tests: as little as a chain can be, with all of its state in the checkpoint. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chain, ChainProgram } from '../../src/chain/chain.ts';
import type { Checkpoint } from '../../src/chain/checkpoint.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';

export interface AutoregressiveArgument {
  readonly correlation: number;
  /** A configuration is kept after every so many samples. */
  readonly keepEvery: number;
  readonly millisecondsPerSample?: number;
  /** A meeting of chains: before this sample every chain of every process leaves a file in the folder, and waits until there are so many. */
  readonly meeting?: { readonly folder: string; readonly sample: number; readonly count: number };
  /** Chain and sample that fail. */
  readonly failing?: { readonly chain: number; readonly sample: number };
}

export const module = import.meta.url;

export function createProgram(argument: unknown): ChainProgram {
  const options = argument as AutoregressiveArgument;
  const fresh = { samples: 0, spins: new Float64Array(3), logWeight: 0, randomPosition: 0, settings: {}, counters: {} };
  return {
    names: ['x', 'accepted "now"'],
    start: (seed, chain) => autoregressive(options, seed, chain, { ...fresh, counters: { proposed: 0, accepted: 0 } }),
    resume: (seed, chain, checkpoint) => autoregressive(options, seed, chain, checkpoint),
  };
}

function autoregressive(options: AutoregressiveArgument, seed: number, number: number, from: Checkpoint): Chain {
  const { correlation, keepEvery, millisecondsPerSample = 0, meeting, failing } = options;
  const random = philoxStream(seed, number, from.randomPosition);
  const spins = from.spins.slice();
  const noise = new Float64Array(3);
  const row = new Float64Array(2);
  let { samples } = from;
  let { proposed, accepted } = from.counters;
  return {
    advance() {
      if (meeting?.sample === samples) meet(meeting, number);
      if (failing?.chain === number && failing.sample === samples)
        throw new Error('the chain broke', { cause: new RangeError('the reason') });
      fillNormal(random, noise);
      for (const [index, value] of noise.entries()) spins[index] = correlation * spins[index] + value;
      const accept = random.nextUniform() < 0.5;
      proposed++;
      accepted += Number(accept);
      row[0] = spins[0];
      row[1] = accept ? 1 : NaN;
      wait(millisecondsPerSample);
      return samples++ % keepEvery === 0 ? { row, configuration: spins } : { row };
    },
    checkpoint: () => ({
      samples,
      spins,
      logWeight: spins[0] + spins[1],
      randomPosition: random.position,
      settings: { step: 1 / 3 },
      counters: { proposed, accepted },
    }),
  };
}

function meet({ folder, count }: NonNullable<AutoregressiveArgument['meeting']>, chain: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${process.pid}-${chain}`), '');
  while (readdirSync(folder).length < count) wait(5);
}

function wait(milliseconds: number): void {
  if (milliseconds > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
