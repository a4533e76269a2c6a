/** How the exact evaluations of a training are divided. */

/** A stage of a training. */
export interface PlannedStage {
  /** Layers that the flow has. */
  readonly layers: number;
  readonly steps: number;
  /** Whether configurations of a chain of the exact weight take part, beside those of the flow. */
  readonly visits: boolean;
}

export interface FlowPlan {
  readonly stages: readonly PlannedStage[];
  /** Exact evaluations that the chain may take. */
  readonly visits: number;
  /** Held-out configurations. */
  readonly heldOut: number;
}

/** Configurations of the flow in a step, each of which takes an exact evaluation. Few, since the noise of path gradients ends with the error: many steps are worth more than good ones. */
export const BATCH = 8;
/** A budget with which a round on 16 sites learns nearly all that it can. */
export const FLOW_EVALUATIONS = 8000;
/** The smallest budget, which leaves some fifty steps. */
export const SMALLEST_FLOW_BUDGET = 500;

const HELD_OUT = 0.1;
const VISITS = 0.1;
/** What the last stage takes of the steps, where a chain takes part. */
const LAST_STAGE = 0.2;
/** What the first round takes of the others, where more layers follow. */
const FIRST_ROUND = 0.6;

/** The first round of layers is trained at once, since its layers are conditional distributions that need each other, and so is each round after it: layer by layer the last steps of every stage would be too few to settle. `round`: layers of a round. */
export function flowPlan(layers: number, round: number, budget: number, hasChain: boolean): FlowPlan {
  const heldOut = Math.floor(HELD_OUT * budget);
  const visits = hasChain ? Math.floor(VISITS * budget) : 0;
  const steps = Math.floor((budget - heldOut - visits) / BATCH);
  const last = hasChain ? Math.floor(LAST_STAGE * steps) : 0;
  const first = Math.min(layers, round);
  const growth = growthStages(layers, round);
  const alone = growth === 0 ? steps - last : Math.floor(FIRST_ROUND * (steps - last));
  const each = growth === 0 ? 0 : Math.floor((steps - last - alone) / growth);
  const stages = [
    { layers: first, steps: alone, visits: false },
    ...Array.from({ length: growth }, (_, k) => ({
      layers: first + Math.round(((k + 1) * (layers - first)) / growth),
      steps: each,
      visits: false,
    })),
    { layers, steps: last, visits: true },
  ];
  return { stages: stages.filter((stage) => stage.steps > 0), visits, heldOut };
}

/** One for every whole round after the first, and at least one where there are more layers. */
const growthStages = (layers: number, round: number): number =>
  layers > round ? Math.max(1, Math.floor((layers - round) / round)) : 0;

/** The smallest budget that leaves a step to every round. */
export function leastFlowBudget(layers: number, round: number, hasChain: boolean): number {
  const growth = growthStages(layers, round);
  const isComplete = (budget: number) => {
    const { stages } = flowPlan(layers, round, budget, hasChain);
    return stages.filter(({ visits }) => !visits).length === 1 + growth;
  };
  let budget = SMALLEST_FLOW_BUDGET;
  while (!isComplete(budget)) budget += BATCH;
  return budget;
}
