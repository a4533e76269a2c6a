/** What a window shows of a run or a study at a moment: plain data, as the page gets it. What cannot be told is absent. Times are those of files, in milliseconds since 1970. */
import type { Rates } from '../results/summary/rates.ts';
import type { ReportedEstimate } from '../results/summary/run-json.ts';
import type { Spec } from '../spec/spec.ts';
import type { SweptValue } from '../spec/study.ts';

/**
 * waiting: no point of a study has begun. learning: what comes before the chains is computed. stalled: samples are missing, and nothing was written for longer than any checkpoint takes: killed, or waiting for its machine. failed: its files say so, or
 * cannot be read.
 */
export type Condition = 'waiting' | 'learning' | 'running' | 'stalled' | 'finished' | 'failed';

export interface Health {
  readonly condition: Condition;
  /** When anything was written last. */
  readonly lastWrite?: number;
  /** Why it has failed. */
  readonly message?: string;
}

export interface ChainState {
  /** Samples so far and samples wanted, those of the warm-up among them. */
  readonly samples: number;
  readonly wanted: number;
  /** Share of proposals accepted. */
  readonly acceptance?: number;
}

/** An observable as `report --json` has it, with its text in the table. */
export interface ObservableState extends ReportedEstimate {
  readonly text: string;
}

/** A series in few enough points to draw, over all chains: means of stretches, and the mean of all up to the end of each with its error. */
export interface SeriesState {
  readonly name: string;
  /** Samples of a chain up to the end of the stretch, those of the warm-up left out. */
  readonly index: readonly number[];
  readonly stretch: readonly number[];
  readonly running: readonly number[];
  /** 0 where it is not known. */
  readonly error: readonly number[];
}

/** A fit of the training: to so many configurations, and σ of β(F − E_eff) over those held out. */
export interface FitState {
  readonly samples: number;
  readonly deviation: number;
}

/** A generation of a training that has ended. */
export interface GenerationState {
  readonly temperature: number;
  readonly parameterCount: number;
  readonly acceptance: number;
  readonly exactEvaluations: number;
  /** Mean square of β(F − E_eff) over samples held out. */
  readonly heldOut: number;
}

export interface Learning {
  /** Exact weights that the training may see. */
  readonly budget: number;
  /** Of a training that goes on. */
  readonly fits: readonly FitState[];
  readonly generations: readonly GenerationState[];
}

/** Everything that is made from all samples at once. */
export interface Findings {
  /** Kept samples of all chains together that they are made from. */
  readonly samples: number;
  readonly observables: Readonly<Record<string, ObservableState>>;
  readonly series: readonly SeriesState[];
  readonly acceptance: Rates;
  readonly warnings: readonly string[];
}

/** Parts that are done, and the chemical potential of the last one. */
export interface SearchState {
  readonly parts: number;
  readonly chemicalPotential: number;
}

export interface RunState {
  readonly kind: 'run';
  readonly name: string;
  readonly health: Health;
  /** With its chemical potential, where that was to be found. */
  readonly spec: Spec;
  /** A flow proposes, without a learned model. */
  readonly flows?: true;
  /** Of a tempered run, ascending; what is shown is of the lowest. */
  readonly temperatures?: readonly number[];
  /** Mean probability with which the configurations of neighbouring temperatures are exchanged; null before the first attempt. */
  readonly exchange?: readonly (number | null)[];
  /** Of a search for a chemical potential that goes on. */
  readonly search?: SearchState;
  readonly chains: readonly ChainState[];
  /** Samples a second of all chains together, over the latest attempt. */
  readonly rate?: number;
  readonly learning?: Learning;
  readonly findings?: Findings;
  /** The configuration of a chain at its last checkpoint: x y z of every site. */
  readonly spins?: { readonly chain: number; readonly sample: number; readonly values: readonly number[] };
}

export interface PointState {
  /** Its number in the list of the study, from 1. */
  readonly number: number;
  readonly name: string;
  readonly values: Readonly<Record<string, SweptValue>>;
  readonly status: 'done' | 'running' | 'missing' | 'failed';
  readonly samples: number;
  readonly wanted?: number;
  readonly message?: string;
  /** Mean and error by observable, at every temperature of a tempered point; of one that runs as far as it has come. */
  readonly found?: readonly Found[];
}

export interface Found {
  readonly temperature?: number;
  readonly observables: Readonly<Record<string, readonly [mean: number, error: number]>>;
}

export interface StudyState {
  readonly kind: 'study';
  readonly name: string;
  readonly health: Health;
  readonly keys: readonly string[];
  readonly points: readonly PointState[];
}

/** A directory that can not be read as it is now. */
export interface TroubleState {
  readonly kind: 'trouble';
  readonly name: string;
  readonly health: Health;
}

export type WatchState = RunState | StudyState | TroubleState;
