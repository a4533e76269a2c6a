/** A generation of the training, as the page shows it. */
import type { GenerationRecord } from '../../src/index.ts';

export interface Generation {
  readonly exactEvaluations: number;
  readonly parameterCount: number;
  readonly temperature: number;
  /** Share of proposals accepted, and what a Gaussian residual of the same variance predicts. */
  readonly acceptance: number;
  readonly predicted: number;
  /** σ of β(F − E_eff) over proposals that the model had not seen. */
  readonly deviation: number;
}

export const generationOf = (record: GenerationRecord): Generation => ({
  exactEvaluations: record.exactEvaluations,
  parameterCount: record.parameterCount,
  temperature: record.temperature,
  acceptance: record.acceptance,
  predicted: record.predictedAcceptance,
  deviation: Math.sqrt(record.residualVariance),
});
