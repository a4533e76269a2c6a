/** A chain that runs in a worker while a page looks at it. */
import { predictedAcceptance } from '../../src/index.ts';
import {
  type ForeseenStep,
  foresee,
  type PreparedSpec,
  type SpecCheckpoint,
  type SpecSample,
  sampleSpec,
} from '../../src/spec.ts';
import { configurationChecksum } from '../../src/spins/checksum.ts';
import { densityAverage } from './density-of-states.ts';
import { type Followed, follow } from './followed.ts';
import type { Frame, Step } from './frame.ts';
import { createGate, type Gate } from './gate.ts';
import { keepMoments, type Moment } from './moments.ts';
import { createRate } from './rate.ts';
import { type KeptChain, recordChain } from './record.ts';
import { residualsOf } from './residuals.ts';
import { summarise } from './summary.ts';

/** Milliseconds between two summaries, and how much of the time they may take. */
const SUMMARY_EVERY = 700;
const SUMMARY_SHARE = 0.1;

export interface WatchedChain {
  readonly gate: Gate;
  /** One sample more while the chain is paused, and what is known of it beforehand. */
  step(): void;
  /** The state of the chain, with which it goes on elsewhere; undefined before its first sample. */
  checkpoint(): SpecCheckpoint | undefined;
  /** The chain as it is now; undefined before its first sample. */
  frame(): Frame | undefined;
  /** Configurations that it has kept, the earliest first. */
  moments(): readonly Moment[];
  /** The chain as a file; undefined where it is not that of a spec, and before its first sample. */
  file(): KeptChain | undefined;
}

/** Which chain, and where it begins: after a checkpoint, with spins, or as the chain of a run does. */
export interface ChainOptions {
  readonly chain: number;
  readonly from?: SpecCheckpoint | undefined;
  readonly spins?: Float64Array | undefined;
  /** The spec in TOML, where the chain is its first one and is kept, so that a run can go on with it. */
  readonly keptFor?: string | undefined;
}

/** Starts sampling; it goes on by itself as the gate lets it. `fail` hears what ends it early. */
export function watchChain(
  job: PreparedSpec,
  { keptFor, ...options }: ChainOptions,
  fail: (error: unknown) => void,
): WatchedChain {
  const gate = createGate();
  const rate = createRate();
  const { warmUp, samples, method } = job.spec.sampling;
  let latest: SpecSample | undefined;
  let followed: Followed | undefined;
  let step: Step | undefined;
  const foreseen = foresee(job);
  const residuals = residualsOf(job);
  const density = densityAverage(job);
  const record = keptFor === undefined || job.rungs ? undefined : recordChain(keptFor, job);
  const moments = keepMoments();
  const look = (sample: SpecSample) => {
    latest = sample;
    record?.add(sample);
    moments.look(sample);
    residuals.look(sample);
    rate.count();
    if (sample.isWarmUp) return;
    followed ??= follow(sample.values, samples);
    followed.add(sample.values);
  };
  const run = async () => {
    for await (const sample of sampleSpec(job, { ...options, warmUp: true, stored: record !== undefined })) {
      look(sample);
      if (!(await gate.passed())) return;
    }
  };
  run().catch(fail);
  const due = summaryTimes();
  return {
    gate,
    step() {
      const next = latest && foreseen(latest.checkpoint);
      step = next && stepOf(next);
      gate.step();
    },
    checkpoint: () => latest?.checkpoint,
    moments: moments.read,
    file: () => record?.file(),
    frame() {
      if (!latest) return undefined;
      const { state } = latest.checkpoint;
      const decided = state.counters.proposed > 0;
      return {
        samples: latest.index + 1,
        wanted: warmUp + samples,
        warmUp,
        rate: rate.perSecond(),
        spins: Float32Array.from(latest.spins),
        moments: moments.count,
        checksum: configurationChecksum(latest.spins),
        acceptance: decided ? state.counters.accepted / state.counters.proposed : undefined,
        predicted: followed && predicted(followed.logRatio),
        step,
        summary:
          followed &&
          due(() => ({
            ...summarise(followed as Followed, method === 'reweighting'),
            residuals: residuals.read(),
            density: density((latest as SpecSample).spins),
          })),
      };
    },
  };
}

/** Without the configuration, which is seen if it is accepted. */
const stepOf = ({ proposal: _, ...step }: ForeseenStep): Step => step;

/** From log ratios of the latest decisions. */
function predicted(logRatios: Float64Array): number | undefined {
  const finite = logRatios.subarray(-2000).filter(Number.isFinite);
  if (finite.length < 20) return undefined;
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const variance = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (finite.length - 1);
  return predictedAcceptance(Math.sqrt(variance / 2));
}

/** Calls a function now and then, less often where it takes long. */
function summaryTimes(): <Result>(make: () => Result) => Result | undefined {
  let next = 0;
  return (make) => {
    const began = performance.now();
    if (began < next) return undefined;
    const result = make();
    const ended = performance.now();
    next = ended + Math.max(SUMMARY_EVERY, (ended - began) / SUMMARY_SHARE);
    return result;
  };
}
