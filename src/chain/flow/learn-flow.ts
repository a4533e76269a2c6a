/** The training of the flow of a spec, before its chains. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { learnedBase } from '../../flow/base.ts';
import { type LearnedFlow, learnedFlow } from '../../flow/flow-files.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { decorrelatedPlan, innerChain, type ProposalModels } from '../../sampling/inner/inner-chain.ts';
import type { Spec } from '../../spec/spec.ts';
import type { DrawBase } from '../../training/flow/descent.ts';
import type { FlowQuality } from '../../training/flow/flow-quality.ts';
import type { PerformStage } from '../../training/flow/stage-journal.ts';
import { type FlowStage, trainFlow } from '../../training/flow/train-flow.ts';
import { cpuMilliseconds } from '../cpu-time.ts';
import { flowBudget, flowChoiceOf } from './flow-choice.ts';

/** Stages as they end, and what takes their place. */
export interface LearnFlowOptions {
  /** A stage has ended, of `stages` that there are. */
  readonly onFlowStage?: (stage: FlowStage) => void;
  readonly aroundStage?: (perform: PerformStage) => PerformStage;
  /** Called before every exact evaluation of the training. What it throws ends the training. */
  readonly onEvaluation?: () => void;
}

/** The training part of the card of a flow. */
export interface FlowTraining {
  readonly seed: number;
  readonly parameterCount: number;
  readonly exactEvaluations: number;
  readonly history: readonly FlowStage[];
  /** From configurations of the flow that it was not trained on. */
  readonly heldOut: FlowQuality;
  /** Seconds of one core. */
  readonly seconds: number;
}

export const flowTrainingOf = ({ card }: Pick<LearnedFlow, 'card'>): FlowTraining =>
  card.training as unknown as FlowTraining;

/** The learned model below a flow, and configurations that its training has visited, the latest ones last. */
export interface LearnedBelow {
  readonly models: ProposalModels;
  readonly visited: readonly Float64Array[];
}

/** Streams of the training and of its chain of the learned model: far from those of chains, trainings, inner chains and trials. */
const STREAM = { training: 17179869184, base: 17179869185 };

/** Trains the flow of a spec on the exact weight; `below`: the learned model, where spins are made of those of that. */
export function learnFlow(
  spec: Spec,
  exact: SpinFermionModel,
  { onFlowStage, aroundStage, onEvaluation }: LearnFlowOptions,
  below?: LearnedBelow,
): LearnedFlow {
  const began = cpuMilliseconds();
  const { seed } = spec.sampling;
  const { flow, ...result } = trainFlow({
    exact: onEvaluation ? watchedExact(exact, onEvaluation) : exact,
    choice: flowChoiceOf(spec, exact.parameters.lattice),
    budget: flowBudget(spec),
    seed,
    stream: STREAM.training,
    ...(below && { base: baseOn(below, exact.parameters.temperature, seed) }),
    ...(onFlowStage && { onStage: onFlowStage }),
    ...(aroundStage && { around: aroundStage }),
  });
  const seconds = (cpuMilliseconds() - began) / 1000;
  const training: FlowTraining = { seed, parameterCount: flow.parameters.length, ...result, seconds };
  return learnedFlow(flow, { ...training });
}

/** An exact model whose evaluations can be followed. */
const watchedExact = (exact: SpinFermionModel, onEvaluation: () => void): SpinFermionModel => ({
  ...exact,
  logWeight(spins) {
    onEvaluation();
    return exact.logWeight(spins);
  },
  logWeightAndForce(spins, force) {
    onEvaluation();
    return exact.logWeightAndForce(spins, force);
  },
});

/** Advances that tune the steps of the inner chain, and configurations that it starts from. */
const TUNING = 30;
const STARTS = 50;

/** The learned energy, whose configurations are made one by one: each by a long inner chain from one that its training has visited. So a draw depends on its random numbers alone. */
function baseOn({ models, visited }: LearnedBelow, temperature: number, seed: number) {
  const kernel = innerChain(models, temperature, decorrelatedPlan(models));
  const starts = visited.slice(-STARTS);
  const tuned = starts[starts.length - 1].slice();
  const random = philoxStream(seed, STREAM.base);
  for (let k = 0; k < TUNING; k++) {
    kernel.advance(tuned, random);
    kernel.adapt?.();
  }
  const draw: DrawBase = (stream) => {
    const spins = starts[Math.floor(starts.length * stream.nextUniform())].slice();
    kernel.advance(spins, stream);
    return spins;
  };
  return { density: learnedBase(models.effective, temperature), draw };
}
