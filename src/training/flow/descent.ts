/** The descent of one stage of a training: steps of Adam on divergences that are estimated anew for each. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { adamStep, halfCosine } from '../fit/adam.ts';
import { BATCH } from './flow-plan.ts';
import { addForwardGradient, addReverseGradient } from './kullback-leibler.ts';

/** Draws a configuration that is distributed as the base of a flow; each is a new array. */
export type DrawBase = (random: RandomStream) => Float64Array;

export interface Descent {
  readonly steps: number;
  /** The power λ of the weight W^λ that the flow approaches, from the part of the stage that is over. */
  readonly power: (progress: number) => number;
  /** Draws a z. */
  readonly draw: DrawBase;
  /** Configurations that have the distribution W, for the forward divergence; none for the reverse one alone. */
  readonly visited: readonly Float64Array[];
}

/** Learning rate at the start of a stage, which falls to 0 along a half cosine. */
const RATE = 0.02;

/** Takes `steps · BATCH` exact evaluations. */
export function descend(
  flow: Flow,
  exact: SpinFermionModel,
  { steps, power, draw, visited }: Descent,
  random: RandomStream,
): void {
  const gradient = new Float64Array(flow.parameters.length);
  const step = adamStep(flow.parameters, gradient, 0, 0);
  for (let k = 0; k < steps; k++) {
    const progress = k / steps;
    gradient.fill(0);
    addReverseGradient(
      flow,
      exact,
      power(progress),
      batchOf(() => draw(random)),
      gradient,
    );
    if (visited.length > 0)
      addForwardGradient(
        flow,
        batchOf(() => oneOf(visited, random)),
        gradient,
      );
    step(RATE * halfCosine(progress));
  }
}

const batchOf = (one: () => Float64Array): Float64Array[] => Array.from({ length: BATCH }, one);

const oneOf = (visited: readonly Float64Array[], random: RandomStream): Float64Array =>
  visited[Math.floor(visited.length * random.nextUniform())];
