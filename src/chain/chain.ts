/** The interface between the runner and a chain, of which the runner knows nothing else. */
import type { Checkpoint } from './checkpoint.ts';

export interface ChainProgram {
  /** Names of the observables that a sample has. */
  readonly names: readonly string[];
  /** The difference that evaluation alone may make between values of the first observable; 0 where left out. */
  readonly resolution?: number;
  /** The name of the entry that holds the log of a sample's weight in averages; all samples weigh the same where left out. */
  readonly logImportance?: string | undefined;
  /** What a sample has besides: of a ladder, the observables at the other temperatures and the exchanges. None where left out. */
  readonly parts?: readonly ProgramPart[];
  /** A chain before its first sample. Warm-up is part of the samples: what `start` does cannot be interrupted. `spins`: where it begins, if not hot or cold. */
  start(seed: number, chain: number, spins?: Float64Array): Chain;
  /** The chain that made the checkpoint, bit-identical from there on. */
  resume(seed: number, chain: number, checkpoint: Checkpoint): Chain;
}

/** A table of its own in the store. */
export interface ProgramPart {
  /** Letters and digits. */
  readonly name: string;
  /** Names of its columns. */
  readonly names: readonly string[];
}

/** One Markov chain. What it returns may change with the next call. */
export interface Chain {
  /** Makes the next sample. */
  advance(): Sample;
  /** The state after the last sample, counters included. */
  checkpoint(): Checkpoint;
}

export interface Sample {
  /** The observables in the order of their names. */
  readonly row: Float64Array;
  /** The same with the averages over the electrons, where somebody watches a sample in which a run does not measure them. */
  readonly watched?: Float64Array | undefined;
  /** The spins, when they are to be kept. */
  readonly configuration?: Float64Array;
  /** The classical energy and the levels, ascending, when they are to be kept. */
  readonly levels?: Float64Array | undefined;
  /** The parts of the program, in its order. */
  readonly parts?: readonly Sample[];
}
