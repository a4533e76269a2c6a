/** The descent of one stage of a training: steps of Adam on divergences that are estimated anew for each. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { adamStep, halfCosine } from '../fit/adam.ts';
import { BATCH } from './flow-plan.ts';
import { addForwardGradient, addReverseGradient } from './kullback-leibler.ts';

export interface Descent {
  readonly steps: number;
  /** The power λ of the weight W^λ that the flow approaches, from the part of the stage that is over. */
  readonly power: (progress: number) => number;
  /** Configurations that have the distribution W, for the forward divergence; none for the reverse one alone. */
  readonly visited: readonly Float64Array[];
}

/** Learning rate at the start of a stage, which falls to 0 along a half cosine. */
const RATE = 0.02;

/** Takes `steps · BATCH` exact evaluations. */
export function descend(
  flow: Flow,
  exact: SpinFermionModel,
  { steps, power, visited }: Descent,
  random: RandomStream,
): void {
  const gradient = new Float64Array(flow.parameters.length);
  const step = adamStep(flow.parameters, gradient, 0, 0);
  for (let k = 0; k < steps; k++) {
    const progress = k / steps;
    gradient.fill(0);
    addReverseGradient(flow, exact, power(progress), BATCH, random, gradient);
    if (visited.length > 0) addForwardGradient(flow, drawn(visited, random), gradient);
    step(RATE * halfCosine(progress));
  }
}

/** As many as the flow makes itself, drawn with replacement. */
const drawn = (visited: readonly Float64Array[], random: RandomStream): Float64Array[] =>
  Array.from({ length: BATCH }, () => visited[Math.floor(visited.length * random.nextUniform())]);
