/** A workshop whose runs are written, not computed: targets get the numbers that a test wants them to see. */
import type { RunResult, Workshop } from '../../claims/workshop/workshop.ts';
import type { RunSummary } from '../../src/results/summary/summary.ts';
import { resolveSpec, type Spec, type SpecInput } from '../../src/spec/spec.ts';
import type { Estimate, MeanWithError } from '../../src/statistics/estimate.ts';

export const estimate = (mean: number, error: number, more: Partial<MeanWithError> = {}): Estimate => ({
  kind: 'estimate',
  mean,
  error,
  tau: 1,
  tauError: 0.05,
  effectiveSamples: 1000,
  ...more,
});

/** The part of a run that targets read. */
export interface CannedRun {
  readonly summary: Partial<RunSummary>;
  /** The training as the card of the learned model has it. */
  readonly training?: { readonly seconds: number };
  /** The keys that the run has chosen otherwise. */
  readonly spec?: Partial<Spec>;
}

const RUNS_ONLY = async () => {
  throw new Error('runs only');
};

/** A workshop in the quick setting; `run` gives the result for a spec. The directory of a run is its label. */
export const cannedRuns = (run: (spec: Spec) => CannedRun, compute: Workshop['compute'] = RUNS_ONLY): Workshop => ({
  isQuick: true,
  run: async (label: string, input: SpecInput) => {
    const asked = resolveSpec(input);
    const { summary, training, spec } = run(asked);
    const data = { spec: { ...asked, ...spec }, model: training && { training }, run: { directory: label } };
    return { summary, data } as unknown as RunResult;
  },
  compute,
});
