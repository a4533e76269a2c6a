/** A chain in memory, for scripts and tests; runs that must survive an interruption are kept by the runner. */
import type { RandomStream } from '../../numeric/philox.ts';
import type { SymmetryMoves } from '../moves/symmetry-moves.ts';
import type { ChainState, Sampler, StepOutcome } from './sampler.ts';

/** How long a chain runs, and what it records. */
export interface ChainPlan {
  /** Steps discarded, with step sizes adapting. */
  readonly warmUp: number;
  /** Steps kept. */
  readonly samples: number;
  /** The numbers to record after each kept step, always as many. */
  readonly measure: (state: ChainState) => readonly number[];
  /** Measured are random symmetric copies of the states; the states themselves where left out. */
  readonly moves?: SymmetryMoves | undefined;
}

export type OutcomeTotals = Readonly<Omit<Record<keyof StepOutcome, number>, 'logRatio'>>;

/** What a chain has recorded, one entry per kept step. */
export interface ChainRecord {
  /** One series per measured number, `samples` long each. */
  readonly series: readonly Float64Array[];
  /** log of the weight of each sample; all 0 unless the sampler reweights. */
  readonly logImportance: Float64Array;
  /** log of the acceptance ratio of each step. */
  readonly logRatio: Float64Array;
  /** Sums over the kept steps. */
  readonly totals: OutcomeTotals;
}

/** Runs on from `state`, first adapting, then measuring after every step. */
export function runChain(sampler: Sampler, state: ChainState, random: RandomStream, plan: ChainPlan): ChainRecord {
  for (let step = 0; step < plan.warmUp; step++) {
    sampler.step(state, random);
    sampler.adapt?.();
  }
  const copy = state.spins.slice();
  const measured = (state: ChainState) => {
    plan.moves?.draw(state.spins, random, copy);
    return plan.measure(plan.moves ? { ...state, spins: copy } : state);
  };
  const series = plan.measure(state).map(() => new Float64Array(plan.samples));
  const logImportance = new Float64Array(plan.samples);
  const logRatio = new Float64Array(plan.samples);
  let totals: OutcomeTotals = NOTHING;
  for (let sample = 0; sample < plan.samples; sample++) {
    const outcome = sampler.step(state, random);
    totals = addOutcome(totals, outcome);
    logImportance[sample] = state.logImportance;
    logRatio[sample] = outcome.logRatio;
    measured(state).forEach((value, k) => {
      series[k][sample] = value;
    });
  }
  return { series, logImportance, logRatio, totals };
}

const NOTHING: OutcomeTotals = {
  proposed: 0,
  accepted: 0,
  exactEvaluations: 0,
  effectiveEvaluations: 0,
  innerProposed: 0,
  innerAccepted: 0,
};

function addOutcome(a: OutcomeTotals, b: StepOutcome): OutcomeTotals {
  return {
    proposed: a.proposed + b.proposed,
    accepted: a.accepted + b.accepted,
    exactEvaluations: a.exactEvaluations + b.exactEvaluations,
    effectiveEvaluations: a.effectiveEvaluations + b.effectiveEvaluations,
    innerProposed: a.innerProposed + b.innerProposed,
    innerAccepted: a.innerAccepted + b.innerAccepted,
  };
}
