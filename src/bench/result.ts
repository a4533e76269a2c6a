/** What every part of the bench reports. */
import type { Route } from '../exact/model.ts';
import type { Engine } from '../wasm/engine.ts';

/** The parts of the bench. engine: the exact weight. transformer: learned energies and their training. flows: proposals of flows, and gradients. samplers: effective samples. start-up: the command itself. growth: times against the number of sites. main-job: the README's first run. */
export const PARTS = ['engine', 'transformer', 'flows', 'samplers', 'start-up', 'growth', 'main-job'] as const;
export type Part = (typeof PARTS)[number];

export interface PartResult {
  /** Name of the task: log-weight, transformer-gradient, self-learning, … */
  readonly name: string;
  /** How it is computed: the route of the exact model, or the conditioner of a flow, where there is one. */
  readonly route: Route | 'attention' | 'shells' | 'heat-bath' | 'process';
  readonly engine: Engine | 'lapack' | 'pytorch' | 'node';
  /** Size of the square or cubic lattice; 0 × 0 where there is none. */
  readonly size: readonly number[];
  /** Median of one call; for samplers per effective sample; for parts of the main job wall time. */
  readonly milliseconds: number;
  /** Processor time of all threads, where `milliseconds` are wall time and the system tells. */
  readonly processorMilliseconds?: number;
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

/** An exponent of N fitted to the times of one task on the larger lattices of one kind. */
export interface Exponent extends Pick<PartResult, 'name'> {
  readonly lattice: string;
  readonly exponent: number;
  /** One standard deviation, from the scatter about the fitted line. */
  readonly error: number;
  /** Sites of the smallest and of the largest lattice of the fit. */
  readonly sites: readonly [number, number];
}

export interface PartReport {
  /** What the rivals are, or how to get them, in words. */
  readonly rivals: Readonly<Record<string, string>>;
  readonly results: readonly PartResult[];
  /** How times grow with the number of sites, where that was measured. */
  readonly exponents?: readonly Exponent[];
}

export interface Conditions {
  /** Rounds, in each of which every candidate is timed once. */
  readonly rounds: number;
  /** A listener that is told what is done. */
  readonly progress: (text: string) => void;
}

export const LAPACK_MISSING = 'not measured: install python3-numpy and libopenblas0-pthread';
export const PYTORCH_MISSING = 'not measured: install python3-torch and libopenblas0-pthread';
