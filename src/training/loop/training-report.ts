/** What a user should know about learned weights before trusting them: the training part of a model card. */
import type { ModelParameters } from '../../exact/model.ts';
import type { SelfLearningResult } from './self-learning.ts';

/** JSON values only; the weights and the names of parameters are stored elsewhere. */
export interface TrainingReport {
  readonly kind: string;
  readonly choice: unknown;
  readonly parameterCount: number;
  readonly trainedOn: {
    readonly lattice: unknown;
    readonly hopping: readonly number[];
    readonly coupling: number;
    readonly chemicalPotential: number;
    readonly temperature: number;
    readonly exchange: readonly number[];
    readonly field: readonly number[];
  } & Pick<
    ModelParameters,
    'flux' | 'axis' | 'exchangeAxial' | 'singleIon' | 'biquadratic' | 'dzyaloshinskiiMoriya' | 'dmDirection'
  >;
  readonly seed: number;
  readonly cost: { readonly exactEvaluations: number; readonly effectiveEvaluations: number };
  /** Mean squares of β(F − E_eff), mean removed. */
  readonly loss: { readonly training: number; readonly heldOut: number; readonly lastProposals: number };
  /** Acceptance in the last generation, before the last fit. */
  readonly acceptance: { readonly measured: number; readonly predicted: number; readonly proposals: number };
  readonly stopped: SelfLearningResult['stopped'];
  /** Generation by generation; `heldOut`: the energy loss after its fit, `exactEvaluations`: since the beginning. */
  readonly history: readonly {
    readonly temperature: number;
    readonly parameterCount: number;
    readonly acceptance: number;
    readonly heldOut: number;
    readonly exactEvaluations: number;
  }[];
}

/** The report of a training. `parameters`: those of the exact model that was learned from. */
export function trainingReport(result: SelfLearningResult, parameters: ModelParameters, seed: number): TrainingReport {
  const { model, fitted, history, exactEvaluations, effectiveEvaluations, stopped } = result;
  const { lattice, tolerance: _, ...physics } = parameters;
  const last = history[history.length - 1];
  const { training, heldOut = training } = fitted;
  return {
    kind: model.kind,
    choice: model.describe(),
    parameterCount: model.parameters.length,
    trainedOn: { lattice: lattice.spec, ...physics },
    seed,
    cost: { exactEvaluations, effectiveEvaluations },
    loss: { training: training.energy, heldOut: heldOut.energy, lastProposals: last.residualVariance },
    acceptance: { measured: last.acceptance, predicted: last.predictedAcceptance, proposals: last.proposed },
    stopped,
    history: history.map(({ temperature, parameterCount, acceptance, heldOut, exactEvaluations }) => ({
      temperature,
      parameterCount,
      acceptance,
      exactEvaluations,
      heldOut: heldOut.energy,
    })),
  };
}
