/** The training of a flow for a weight W, in a given number of exact evaluations. */
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { type FlowBase, uniformBase } from '../../flow/base.ts';
import type { FlowChoice } from '../../flow/choice.ts';
import { createFlow, type Flow } from '../../flow/flow.ts';
import { growFlow } from '../../flow/grow.ts';
import { layersOfRound } from '../../flow/schedule.ts';
import { randomDirections } from '../../numeric/directions.ts';
import { philoxStream, type RandomStream } from '../../numeric/philox.ts';
import { type DrawBase, descend } from './descent.ts';
import { BATCH, flowPlan, type PlannedStage, SMALLEST_FLOW_BUDGET } from './flow-plan.ts';
import { type FlowQuality, flowQuality } from './flow-quality.ts';

/** Moves a chain of the exact weight on, in place; returns the exact evaluations that it took. `isWarmingUp`: step sizes may adapt. */
export type Visit = (spins: Float64Array, random: RandomStream, isWarmingUp: boolean) => number;

/** What a training of a flow starts from, and what it may cost. */
export interface FlowTrainingOptions {
  /** The exact model; its temperature must be above zero. */
  readonly exact: SpinFermionModel;
  readonly choice: FlowChoice;
  /** The base of the flow, and what draws its z; uniform spins where left out. */
  readonly base?: { readonly density: FlowBase; readonly draw: DrawBase };
  /** Exact evaluations at most, those of held-out configurations included. */
  readonly budget: number;
  readonly seed: number;
  /** A chain whose configurations the flow learns from in the end: where it proposes nothing it could not notice that the weight is large. None where left out. */
  readonly visit?: Visit;
  /** A listener that is called after every stage, for progress. */
  readonly onStage?: (stage: FlowStage) => void;
}

/** A stage that has ended. */
export interface FlowStage extends PlannedStage {
  /** Exact evaluations of all stages so far. */
  readonly exactEvaluations: number;
}

/** What a training of a flow ends with. */
export interface FlowTrainingResult {
  /** The flow, frozen from here on: what is measured with it must not train it. */
  readonly flow: Flow;
  readonly history: readonly FlowStage[];
  /** From configurations of the flow that it was not trained on. */
  readonly heldOut: FlowQuality;
  readonly exactEvaluations: number;
}

/**
 * Trains a flow on `exact` alone.
 *
 * The first round begins as the identity and, on a uniform base, approaches W^λ with λ rising to 1: the weight of spins at a higher temperature. Then the flow grows layer by layer, and in a last stage it learns from both sides, from its own configurations
 * and from those of a chain. A function of its options: the same on every machine.
 *
 * Throws InputError for T = 0 and for budgets too small to begin with.
 */
export function trainFlow(options: FlowTrainingOptions): FlowTrainingResult {
  checkOptions(options);
  const { exact, choice, budget, seed, visit, onStage } = options;
  const { lattice } = exact.parameters;
  const random = philoxStream(seed, 0);
  const plan = flowPlan(choice.layers, layersOfRound(lattice, choice.colours), budget, visit !== undefined);
  const history: FlowStage[] = [];
  const { density, draw } = options.base ?? uniform(lattice.siteCount);
  let flow = createFlow(lattice, { ...choice, layers: 0 }, density);
  let exactEvaluations = 0;
  const proposed = () => {
    const spins = draw(random);
    return { spins, logDensity: flow.transport(spins) };
  };
  for (const [index, stage] of plan.stages.entries()) {
    while (flow.choice.layers < stage.layers) flow = growFlow(flow, random);
    const chain = stage.visits && visit ? visitedBy(visit, proposed(), plan.visits, random) : NOTHING;
    descend(
      flow,
      exact,
      { ...stage, power: index === 0 && density.isUniform ? rising : whole, draw, visited: chain.visited },
      random,
    );
    exactEvaluations += chain.exactEvaluations + stage.steps * BATCH;
    history.push({ ...stage, exactEvaluations });
    onStage?.(history[history.length - 1]);
  }
  const heldOut = flowQuality(
    Float64Array.from({ length: plan.heldOut }, () => {
      const { spins, logDensity } = proposed();
      return exact.logWeight(spins) - logDensity;
    }),
  );
  return { flow, history, heldOut, exactEvaluations: exactEvaluations + plan.heldOut };
}

/** λ at the beginning, and the part of the stage after which it is 1. */
const FIRST_POWER = 0.3;
const ANNEALING = 0.6;

const whole = (): number => 1;
const rising = (progress: number): number => Math.min(1, FIRST_POWER + ((1 - FIRST_POWER) * progress) / ANNEALING);

const uniform = (siteCount: number) => ({
  density: uniformBase(siteCount),
  draw: (random: RandomStream) => randomDirections(random, siteCount),
});

interface Visited {
  readonly visited: readonly Float64Array[];
  readonly exactEvaluations: number;
}

const NOTHING: Visited = { visited: [], exactEvaluations: 0 };

/** The part of its evaluations after which a chain has forgotten that it began with a configuration of the flow. */
const WARM_UP = 0.25;

function visitedBy(
  visit: Visit,
  { spins }: { readonly spins: Float64Array },
  budget: number,
  random: RandomStream,
): Visited {
  const visited: Float64Array[] = [];
  let [exactEvaluations, latest] = [0, 0];
  while (exactEvaluations + latest <= budget) {
    const isWarmingUp = exactEvaluations < WARM_UP * budget;
    latest = visit(spins, random, isWarmingUp);
    exactEvaluations += latest;
    if (!isWarmingUp) visited.push(spins.slice());
  }
  return { visited, exactEvaluations };
}

function checkOptions({ exact, budget }: FlowTrainingOptions): void {
  if (exact.parameters.temperature === 0) throw new InputError('a flow needs a temperature above zero');
  if (budget >= SMALLEST_FLOW_BUDGET) return;
  throw new InputError(
    `exactEvaluations: expected at least ${SMALLEST_FLOW_BUDGET} for a flow, found ${budget}\n  did you mean 10000?`,
  );
}
