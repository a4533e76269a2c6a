/** The chains of a validation: computed once, several at a time, and kept. */
import { inWorker } from '../../src/runner/runner.ts';
import { type Case, casesFor, type Effort, seedsOf, titleOf } from './cases.ts';
import { type Comparison, compare, type Estimate } from './comparison.ts';
import type { State } from './state.ts';

/** A chain by what it depends on. */
export interface ChainName {
  /** Place in the list of cases. */
  readonly index: number;
  readonly seed: number;
}

export interface ChainTasks {
  readonly effort: Effort;
  readonly chains: readonly ChainName[];
  /** One 32-bit integer: how many of the chains have been taken. */
  readonly taken: SharedArrayBuffer;
}

export interface ChainMessage {
  readonly type: 'chain';
  readonly chain: ChainName;
  readonly estimates: readonly Estimate[];
}

/** Computes the chains that the state lacks; `computed` is called after each. Chains do not depend on how many workers there are. */
export async function computeChains(
  effort: Effort,
  state: State,
  workers: number,
  computed: () => void,
): Promise<void> {
  const cases = casesFor(effort);
  const all = cases.flatMap((_, index) => seedsOf(effort).map((seed) => ({ index, seed })));
  const chains = all.filter(({ index, seed }) => !state.has(keyOf(cases[index], seed)));
  const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const keep = ({ chain: { index, seed }, estimates }: ChainMessage) => {
    const pairs = estimates.map(({ mean, error }) => [mean, error]);
    state.put(keyOf(cases[index], seed), pairs);
    computed();
  };
  const module = new URL('./chain-worker.ts', import.meta.url);
  const work = () => inWorker<ChainMessage>(module, { effort, chains, taken } satisfies ChainTasks, 'chain', keep);
  try {
    await Promise.all(Array.from({ length: Math.min(workers, chains.length) }, work));
  } finally {
    // After a failure the other workers end with the chains at hand.
    Atomics.store(new Int32Array(taken), 0, chains.length);
  }
}

/** The comparisons of a case; undefined while the state lacks a chain. */
export function comparisonsOf(one: Case, effort: Effort, state: State): Comparison[] | undefined {
  const keys = seedsOf(effort).map((seed) => keyOf(one, seed));
  if (!keys.every(state.has)) return undefined;
  const chains = keys.map((key) => (state.get(key) as (number | null)[][]).map(estimateOf));
  return compare(one.system.known, chains);
}

const estimateOf = ([mean, error]: readonly (number | null)[]): Estimate => ({
  mean: mean ?? Number.NaN,
  error: error ?? Number.NaN,
});

const keyOf = (one: Case, seed: number): string => `${titleOf(one)}; ${one.samples} samples; seed ${seed}`;
