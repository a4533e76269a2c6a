/** What every part of the bench reports. */
import type { Route } from '../exact/model.ts';
import type { Engine } from '../wasm/engine.ts';

/** The parts of the bench. engine: the exact weight. transformer: learned energies and their training. samplers: effective samples. start-up: the command itself. */
export const PARTS = ['engine', 'transformer', 'samplers', 'start-up'] as const;
export type Part = (typeof PARTS)[number];

export interface PartResult {
  /** Name of the task: log-weight, transformer-gradient, self-learning, … */
  readonly name: string;
  /** How it is computed: the route of the exact model where there is one. */
  readonly route: Route | 'attention' | 'process';
  readonly engine: Engine | 'lapack' | 'pytorch' | 'node';
  /** Size of the square lattice; 0 × 0 where there is none. */
  readonly size: readonly [number, number];
  /** Median of one call; for samplers per effective sample. */
  readonly milliseconds: number;
  /** How many times longer the named rival takes: `lapack` (per proposal for a local sweep), `wasm` against `typescript`, … */
  readonly ratios: Readonly<Record<string, number>>;
  readonly sampling?: SamplingDetails;
}

/** How a sampler came to its milliseconds per effective sample. */
export interface SamplingDetails {
  /** Milliseconds of one step: a sweep, a trajectory, a proposal. */
  readonly stepMilliseconds: number;
  /** Integrated autocorrelation time of m_s² in steps. */
  readonly tau: number;
  readonly tauError: number;
  /** ⟨m_s²⟩ with its error; missing where a few steps were timed and τ is that of our own chain with the same settings. */
  readonly staggeredMagnetization2?: { readonly mean: number; readonly error: number };
  /** What was tuned, in words. */
  readonly settings: string;
}

export interface PartReport {
  /** What the rivals are, or how to get them, in words. */
  readonly rivals: Readonly<Record<string, string>>;
  readonly results: readonly PartResult[];
}

export interface Conditions {
  /** Rounds, in each of which every candidate is timed once. */
  readonly rounds: number;
  /** A listener that is told what is done. */
  readonly progress: (text: string) => void;
}

export const LAPACK_MISSING = 'not measured: install python3-numpy and libopenblas0-pthread';
export const PYTORCH_MISSING = 'not measured: install python3-torch and libopenblas0-pthread';
