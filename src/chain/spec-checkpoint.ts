/** Checkpoints that know whose they are: a chain must not go on from the state of another. */
import { InputError } from '../errors.ts';
import { resolveSpec, type Spec } from '../spec/spec.ts';
import type { Checkpoint } from './checkpoint.ts';

/** The state of a chain of a spec after one of its samples. Plain data: it can be sent to a worker or cloned. */
export interface SpecCheckpoint {
  /** The spec of the chain, resolved, with what "auto" has chosen. */
  readonly spec: Spec;
  /** The number of the chain, from 1. */
  readonly chain: number;
  /** Where the chain is. */
  readonly state: Checkpoint;
}

/** A checkpoint that stays as it is when the chain goes on with its own arrays and counters. */
export const specCheckpoint = (spec: Spec, chain: number, state: Checkpoint): SpecCheckpoint => ({
  spec,
  chain,
  state: { ...state, spins: state.spins.slice(), counters: { ...state.counters } },
});

/** The number of the chain to sample. Throws InputError where it is none, and where the checkpoint is none of this chain and spec. */
export function requireSame(spec: Spec, chain: number | undefined, from: SpecCheckpoint | undefined): number {
  if (from) requireCheckpoint(from);
  const number = chain ?? from?.chain ?? 1;
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InputError(`chain: expected a whole number, 1 or more, found ${number}`);
  if (!from) return number;
  if (from.chain !== number)
    throw new InputError(`from: expected a checkpoint of chain ${number}, found one of chain ${from.chain}`);
  if (identity(from.spec) !== identity(spec))
    throw new InputError('from: expected a checkpoint of the same spec, found one of another');
  return number;
}

function requireCheckpoint({ state }: SpecCheckpoint): void {
  const isOne =
    state?.spins instanceof Float64Array && Number.isSafeInteger(state.samples) && Number.isFinite(state.logWeight);
  if (!isOne) throw new InputError('from: expected the checkpoint of a sample of sampleSpec, found something else');
}

/** A spec but for how many samples it wants: chains grow. */
function identity(spec: Spec): string {
  const { sampling, ...others } = resolveSpec(spec);
  return JSON.stringify({ ...others, sampling: { ...sampling, samples: 0 } });
}
