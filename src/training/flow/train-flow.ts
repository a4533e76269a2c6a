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
import { count } from '../../words/count.ts';
import { type DrawBase, descend } from './descent.ts';
import { BATCH, FLOW_EVALUATIONS, flowPlan, leastFlowBudget, type PlannedStage } from './flow-plan.ts';
import { type FlowQuality, flowQuality } from './flow-quality.ts';
import type { PerformStage } from './stage-journal.ts';
import { NO_VISITS, type Visit, visitedBy } from './visits.ts';

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
  /** The stream of its random numbers; 0 where left out. */
  readonly stream?: number;
  /** A chain whose configurations the flow learns from in the end: where it proposes nothing it could not notice that the weight is large. None where left out. */
  readonly visit?: Visit;
  /** A listener that is called after every stage, for progress. */
  readonly onStage?: (stage: FlowStage) => void;
  /** Put around the training of a stage, to remember what it comes to. */
  readonly around?: (perform: PerformStage) => PerformStage;
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
 * The first round begins as the identity and, on a uniform base, approaches W^λ with λ rising to 1: the weight of spins at a higher temperature. Then the flow grows round by round, and in a last stage it learns from both sides, from its own configurations
 * and from those of a chain. A function of its options: the same on every machine.
 *
 * Throws InputError for T = 0 and for budgets too small to begin with.
 */
export function trainFlow(options: FlowTrainingOptions): FlowTrainingResult {
  const { exact, choice, budget, seed, stream = 0, visit, onStage, around = (perform) => perform } = options;
  const { lattice } = exact.parameters;
  const random = philoxStream(seed, stream);
  const history: FlowStage[] = [];
  const { density, draw } = options.base ?? uniform(lattice.siteCount);
  const round = layersOfRound(lattice, choice.colours, density.isUniform);
  checkOptions(options, leastFlowBudget(choice.layers, round, visit !== undefined));
  const plan = flowPlan(choice.layers, round, budget, visit !== undefined);
  let flow = createFlow(lattice, { ...choice, layers: 0 }, density, exact.engine);
  let exactEvaluations = 0;
  const proposed = () => {
    const spins = draw(random);
    return { spins, logDensity: flow.transport(spins) };
  };
  const perform = around((current, stage) => {
    const chain = stage.visits && visit ? visitedBy(visit, proposed().spins, plan.visits, random) : NO_VISITS;
    const from = stage === plan.stages[0] && density.isUniform ? 'far' : 'near';
    descend(current, exact, { ...stage, from, draw, visited: chain.visited }, random);
    return chain.exactEvaluations + stage.steps * BATCH;
  });
  for (const stage of plan.stages) {
    while (flow.choice.layers < stage.layers) flow = growFlow(flow, random);
    exactEvaluations += perform(flow, stage, random);
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

const uniform = (siteCount: number) => ({
  density: uniformBase(siteCount),
  draw: (random: RandomStream) => randomDirections(random, siteCount),
});

function checkOptions({ exact, budget, choice }: FlowTrainingOptions, least: number): void {
  if (exact.parameters.temperature === 0) throw new InputError('a flow needs a temperature above zero');
  if (budget >= least) return;
  throw new InputError(
    `exactEvaluations: expected at least ${least} for a flow of ${count(choice.layers, 'layer')}, found ${budget}\n  did you mean ${Math.max(FLOW_EVALUATIONS, 2 * least)}?`,
  );
}
