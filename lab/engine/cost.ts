/** What a spec will cost in this page, before anything of it runs: counted as `check` does, in the time of this machine. */
import { MEASUREMENT_FACTOR } from '../../src/chain/learning/measurement-cost.ts';
import { pointCost, stepCost } from '../../src/evaluate/study/cost.ts';
import { createModel, namedConfiguration, type SpinFermionModel } from '../../src/index.ts';
import { withStandIn } from '../../src/spec/stand-in.ts';
import { modelParameters, type Spec } from '../../src/spec.ts';

export interface Cost {
  /** Seconds until the chain of the spec begins, of the training and of the search for μ, to a factor of two or so; trials of inner chains are short beside them. */
  readonly before: number;
  /** Samples a second after that. */
  readonly rate: number;
}

/** Nanoseconds, counted, of a log weight that is not timed any more. */
const LONG = 1e9;

export function costOf(spec: Spec): Cost {
  const exact = createModel(modelParameters(withStandIn(spec)));
  const step = stepCost(spec, exact);
  const { filling, training } = pointCost(spec, exact, step);
  const seconds = secondsPerCost(exact);
  return {
    before: seconds * (filling + training),
    // The page measures the electrons in every sample.
    rate: 1 / (seconds * (step.step + MEASUREMENT_FACTOR * exact.cost)),
  };
}

/** By log weights after the first one, which sets things up; of a few times the shortest, since a thread may have to wait in the others. */
function secondsPerCost(exact: SpinFermionModel): number {
  if (exact.cost > LONG) return 1e-9;
  const spins = namedConfiguration('random', exact.parameters.lattice, { seed: 0 });
  exact.logWeight(spins);
  const times = Array.from({ length: TIMES }, () => timeOf(() => exact.logWeight(spins)));
  return Math.min(...times) / exact.cost / 1e3;
}

/** Milliseconds of one action among several. */
function timeOf(action: () => void): number {
  const began = performance.now();
  let count = 0;
  do {
    action();
    count++;
  } while (performance.now() - began < ENOUGH);
  return (performance.now() - began) / count;
}

/** Milliseconds after which the clock of a browser tells enough. */
const ENOUGH = 5;
/** Of so many of these the shortest counts. */
const TIMES = 3;
