/** Where two copies of a run keep different configurations or levels. */
import { type KeptDoubles, type Run, readConfigurations, readLevels } from '../store/store.ts';

/** A value of a sample that is not the same in both. */
export interface OtherSample {
  readonly name: string;
  /** From 1. */
  readonly chain: number;
  readonly sample: number;
}

/** What is kept of samples: configurations, and levels where there are any. */
const KEPT = { 'the configuration': configurationsOf, 'the levels': readLevels } as const;

function* configurationsOf(run: Run, chain: number): Generator<KeptDoubles> {
  for (const { sample, spins } of readConfigurations(run, chain)) yield { sample, values: spins };
}

/** The first configuration or levels that both copies keep with other numbers; exchanges of a ladder keep nothing. Throws as readSegment. */
export function otherKept(run: Run, copy: Run, chains: number): OtherSample | undefined {
  for (let chain = 1; chain <= chains; chain++)
    for (const [name, read] of Object.entries(KEPT)) {
      const sample = otherOf(read(run, chain), read(copy, chain));
      if (sample !== undefined) return { name, chain, sample };
    }
  return undefined;
}

/** The first sample that both keep with other numbers; samples ascend in both. */
function otherOf(one: Generator<KeptDoubles>, other: Generator<KeptDoubles>): number | undefined {
  let [a, b] = [one.next(), other.next()];
  while (!a.done && !b.done) {
    if (a.value.sample < b.value.sample) a = one.next();
    else if (b.value.sample < a.value.sample) b = other.next();
    else {
      const { values } = b.value;
      if (a.value.values.some((value, k) => !Object.is(value, values[k]))) return a.value.sample;
      [a, b] = [one.next(), other.next()];
    }
  }
  return undefined;
}
