/** The descent of one stage of a training: steps of Adam on divergences that are estimated anew for each. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { adamStep, halfCosine } from '../fit/adam.ts';
import { BATCH } from './flow-plan.ts';
import { addForwardGradient, addReverseGradient, type ScoredSpins } from './kullback-leibler.ts';

/** Draws a configuration that is distributed as the base of a flow; each is a new array. */
export type DrawBase = (random: RandomStream) => Float64Array;

export interface Descent {
  readonly steps: number;
  /** far: the density is far from the weight, and approaches W^λ with λ rising to 1. near: it is close to it. */
  readonly from: 'far' | 'near';
  /** Draws a z. */
  readonly draw: DrawBase;
  /** Configurations that have the distribution W, for the forward divergence; none for the reverse one alone. */
  readonly visited: readonly Float64Array[];
}

/** Learning rates at the start of a stage, which fall to 0 along a half cosine: from a base far from the weight, and from a density that is close to it already. Twice as large ones win time at 4 × 4 and lose the way at 6 × 6. */
const RATE = { far: 0.007, near: 0.0025 };

/** λ at the beginning, as at a higher temperature of the spins, and the part of the stage after which it is 1. */
const FIRST_POWER = 0.5;
const ANNEALING = 0.3;

const power = {
  far: (progress: number) => Math.min(1, FIRST_POWER + ((1 - FIRST_POWER) * progress) / ANNEALING),
  near: () => 1,
};

/** Takes `steps · BATCH` exact evaluations, and one for each visited configuration. */
export function descend(
  flow: Flow,
  exact: SpinFermionModel,
  { steps, from, draw, visited }: Descent,
  random: RandomStream,
): void {
  const gradient = new Float64Array(flow.parameters.length);
  const known = visited.map((spins) => withScore(exact, spins));
  const step = adamStep(flow.parameters, gradient, 0, 0);
  for (let k = 0; k < steps; k++) {
    const progress = k / steps;
    const bases = Array.from({ length: BATCH }, () => draw(random));
    gradient.fill(0);
    addReverseGradient(flow, exact, power[from](progress), bases, gradient);
    if (known.length > 0) addForwardGradient(flow, drawn(known, random), gradient);
    step(RATE[from] * halfCosine(progress));
  }
}

/** As many as the flow makes itself, with replacement. */
const drawn = (visited: readonly ScoredSpins[], random: RandomStream): ScoredSpins[] =>
  Array.from({ length: BATCH }, () => visited[Math.floor(visited.length * random.nextUniform())]);

function withScore(exact: SpinFermionModel, spins: Float64Array): ScoredSpins {
  const score = new Float64Array(spins.length);
  exact.logWeightAndForce(spins, score);
  for (let c = 0; c < score.length; c++) score[c] /= exact.parameters.temperature;
  return { spins, score };
}
