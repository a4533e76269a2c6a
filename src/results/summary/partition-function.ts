/** log Z, free energy and entropy of a run whose weights are absolute. */

import { MEASUREMENT_TOLERANCE } from '../../chain/running-replica.ts';
import { LOG_IMPORTANCE } from '../../chain/sample-row.ts';
import { measurementErrors } from '../../exact/measurement-errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import {
  type Coefficients,
  GRAND_ENERGY,
  PARTITION_QUANTITIES,
  type PartitionQuantity,
} from '../../observables/partition-function.ts';
import { methodOf } from '../../spec/learns.ts';
import { isConstant } from '../../statistics/accuracy.ts';
import type { Chains } from '../../statistics/chains.ts';
import { type Estimate, fromWeighted } from '../../statistics/estimate.ts';
import { normalisedSum } from '../../statistics/normalisation.ts';
import { normaliseWeights } from '../../statistics/weights.ts';
import { filled, type RunData } from './run-data.ts';

/** The estimates by name; none where weights are known up to a constant alone, or samples are missing. The entropy needs samples in which electrons are measured. */
export function partitionEstimates(data: RunData): Record<string, Estimate> {
  if (!methodOf(data.spec).normalised) return {};
  return Object.fromEntries(
    PARTITION_QUANTITIES.flatMap((quantity) => {
      const estimate = estimateOf(data, quantity);
      return estimate ? [[quantity.name, estimate]] : [];
    }),
  );
}

function estimateOf(data: RunData, quantity: PartitionQuantity): Estimate | undefined {
  const { parameters, measured } = data;
  const coefficients = quantity.coefficients(parameters);
  const { ofLogMean, ofGrandEnergy: factor } = coefficients;
  const needed = factor === 0 ? [LOG_IMPORTANCE] : [LOG_IMPORTANCE, GRAND_ENERGY];
  const series = complete(needed.map((name) => filled(measured(name))));
  const [logWeights, chains] = series;
  if (logWeights.length === 0) return undefined;
  const { constant } = coefficients;
  const sum = { constant, ofLogMean, ...(chains && { ofMean: { factor, chains } }) };
  const analysis = normalisedSum(normaliseWeights(logWeights), sum);
  const accuracy = { resolution: resolutionOf(parameters, coefficients), isPositive: false };
  return fromWeighted(
    analysis,
    accuracy,
    series.every((one) => isConstant(one, 0)),
  );
}

/** Bounds on the errors of log W and k, times what they count for. */
function resolutionOf(parameters: ModelParameters, { ofLogMean, ofGrandEnergy }: Coefficients): number {
  const { lattice, temperature, chemicalPotential } = parameters;
  const errors = measurementErrors(spinFermionSystem(parameters), MEASUREMENT_TOLERANCE);
  const grandEnergy = errors.energy / presentCount(lattice) + Math.abs(chemicalPotential) * errors.density;
  return (Math.abs(ofLogMean) * errors.freeEnergy) / temperature + ofGrandEnergy * grandEnergy;
}

/** The samples in which all series have a value; none where one of them was never stored. */
function complete(series: readonly Chains[]): Chains[] {
  if (series.some((chains) => chains.length === 0)) return series.map(() => []);
  const kept = (chain: Float64Array, c: number) =>
    chain.filter((_, k) => series.every((chains) => !Number.isNaN(chains[c][k])));
  return series.map((chains) => chains.map(kept).filter(({ length }) => length > 0));
}
