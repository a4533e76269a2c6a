/** The chain of a spec, sample by sample: for pages, notebooks and scripts. */
import type { Values } from '../sampling/samplers/run-chain.ts';
import type { Spec, SpecInput } from '../spec/spec.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Job } from './job.ts';
import { prepareSpec } from './prepare-spec.ts';
import { createProgram } from './spec-chain.ts';

/** One sample of a chain. */
export interface SpecSample {
  /** The number of the sample in its chain, from 0; the first `sampling.warmUp` samples are the warm-up. */
  readonly index: number;
  readonly isWarmUp: boolean;
  /** All observables of a report by name, with `logRatio`, the log of the acceptance ratio, and `logImportance`, the log of the weight of the sample. */
  readonly values: Values;
  /** Where the chain is: x y z of site 0, of site 1, … The values belong to a random symmetric copy of it where the spec has `symmetryMoves`. */
  readonly spins: Float64Array;
  /** The state of the chain after this sample, until the next one is asked for. */
  checkpoint(): Checkpoint;
}

/** Which chain is sampled, and from where on. */
export interface SampleOptions {
  /** The number of the chain, from 1: odd ones start hot, even ones cold. 1 where left out. */
  readonly chain?: number;
  /** Go on after a checkpoint of the same chain, bit for bit. */
  readonly from?: Checkpoint;
  /** Yield the samples of the warm-up too. */
  readonly warmUp?: boolean;
}

/** Milliseconds after which other tasks of the thread have their turn. */
const TURN = 20;

/**
 * The samples of one chain of a spec, computed as they are asked for: the chain that a worker of `spinformer run` advances, bit-identical with it for the same
 * spec, seed and chain. It ends with `sampling.samples`; leave the loop to end it earlier.
 *
 * `spec`: as for resolveSpec, or what prepareSpec has made of it, so that several chains share one training. Without that the training comes before the
 * first sample. Throws InputError for what cannot be sampled.
 *
 *     for await (const { values } of sampleSpec({ lattice: { size: [6, 6] } })) console.log(values.energyPerSite);
 */
export async function* sampleSpec(
  spec: SpecInput | Spec | Job,
  { chain: number = 1, from, warmUp: withWarmUp = false }: SampleOptions = {},
): AsyncGenerator<SpecSample, void, undefined> {
  const job = isPrepared(spec) ? spec : prepareSpec(spec);
  const { warmUp, samples, seed } = job.spec.sampling;
  const program = createProgram(job);
  const chain = from ? program.resume(seed, number, from) : program.start(seed, number);
  const turn = turns();
  for (let index = from?.samples ?? 0; index < warmUp + samples; index++) {
    const { row } = chain.advance();
    await turn();
    if (index < warmUp && !withWarmUp) continue;
    yield {
      index,
      isWarmUp: index < warmUp,
      values: Object.fromEntries(program.names.map((name, column) => [name, row[column]])),
      spins: chain.checkpoint().spins.slice(),
      checkpoint: () => copyOf(chain.checkpoint()),
    };
  }
}

const isPrepared = (spec: SpecInput | Spec | Job): spec is Job => 'spec' in spec;

/** The chain goes on with its own arrays and counters. */
const copyOf = (checkpoint: Checkpoint): Checkpoint => ({
  ...checkpoint,
  spins: checkpoint.spins.slice(),
  counters: { ...checkpoint.counters },
});

/** Lets the thread do something else every now and then; no number depends on it. */
function turns(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < TURN) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      });
    });
  };
}
