/** The loss as a sum of squares r(θ)·r(θ), with the Jacobian of r. */
import type { EffectiveModel } from '../../effective/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { displace, randomTangent } from '../../spins/tangent.ts';
import { type TrainingSample, totalWeights, weightOf } from './data-set.ts';
import { FORCE_WEIGHT, type LossOptions } from './loss.ts';

export interface ResidualOptions extends LossOptions {
  /** Random tangent directions per sample along which forces are compared. */
  readonly directions: number;
  /** Seed of the directions; 0 where left out. */
  readonly seed?: number;
}

/**
 * Angle by which spins move in symmetric differences: 1e-8 relative truncation beside 1e-11 of rounding. Nothing is truncated for
 * bilinear models.
 */
export const DIFFERENCE_STEP = 1e-4;

/** One row: weight · (target − value), where value is E_eff or its derivative along a tangent vector. */
interface Row {
  readonly spins: Float64Array;
  readonly tangent?: Float64Array;
  readonly target: number;
  readonly scale: number;
}

export interface ResidualRows {
  readonly energies: readonly Row[];
  readonly forces: readonly Row[];
  /** √(w/Σw) of the energy rows. */
  readonly energyScales: Float64Array;
}

/** The rows of some samples. For normal u the square of u·∇δ is |∇δ|² on average, so that a few fixed directions per sample stand for the whole force. */
export function residualRows(samples: readonly TrainingSample[], options: ResidualOptions): ResidualRows {
  const { temperature, forceWeight = FORCE_WEIGHT, directions, seed = 0 } = options;
  const total = totalWeights(samples);
  const energies = samples.map((sample) => ({
    spins: sample.spins,
    target: sample.freeEnergy,
    scale: Math.sqrt(weightOf(sample) / total.energies) / temperature,
  }));
  const forces: Row[] = [];
  samples.forEach(({ spins, force, weight = 1 }, index) => {
    if (!force || forceWeight === 0) return;
    const scale = Math.sqrt((forceWeight * weight) / (total.forces * directions)) / temperature;
    const random = philoxStream(seed, index);
    for (let d = 0; d < directions; d++) {
      const tangent = randomTangent(spins, random);
      forces.push({ spins, tangent, target: -dot(tangent, force), scale });
    }
  });
  return { energies, forces, energyScales: Float64Array.from(energies, ({ scale }) => scale * temperature) };
}

/**
 * Columns of the Jacobian ∂r/∂θ_k, k = 1 … P − 1, and r itself as the last one. θ_0 = E_0 is projected out: r has no part along it.
 *
 * One evaluation of the model per energy, two per direction: the derivative along a tangent vector is a symmetric difference, of
 * the energy and of its gradient alike, so that the Jacobian belongs to r to the last digit.
 */
export function jacobianColumns(model: EffectiveModel, rows: ResidualRows): Float64Array[] {
  const { energies, forces, energyScales } = rows;
  const width = model.parameters.length;
  const columns = Array.from({ length: width }, () => new Float64Array(energies.length + forces.length));
  const gradient = new Float64Array(width);
  const write = (index: number, { target, scale }: Row, value: number) => {
    for (let k = 1; k < width; k++) columns[k - 1][index] = -scale * gradient[k];
    columns[width - 1][index] = scale * (target - value);
  };
  for (const [index, row] of energies.entries()) write(index, row, model.energyAndGradient(row.spins, gradient));
  for (const column of columns) projectOut(energyScales, column);
  const derivative = symmetricDifference(model, gradient);
  for (const [index, row] of forces.entries()) write(energies.length + index, row, derivative(row));
  return columns;
}

/** The derivatives along a tangent vector: u·∇E_eff, and u·∇ of the gradient in `gradient`. */
function symmetricDifference(model: EffectiveModel, gradient: Float64Array): (row: Row) => number {
  const backward = new Float64Array(gradient.length);
  const displaced = new Float64Array(3 * model.lattice.siteCount);
  return ({ spins, tangent }) => {
    displace(spins, tangent as Float64Array, -DIFFERENCE_STEP, displaced);
    const energyBackward = model.energyAndGradient(displaced, backward);
    displace(spins, tangent as Float64Array, DIFFERENCE_STEP, displaced);
    const energyForward = model.energyAndGradient(displaced, gradient);
    for (let k = 0; k < gradient.length; k++) gradient[k] = (gradient[k] - backward[k]) / (2 * DIFFERENCE_STEP);
    return (energyForward - energyBackward) / (2 * DIFFERENCE_STEP);
  };
}

/** Removes from a column its part along the unit vector `direction`; rows beyond that vector stay. */
function projectOut(direction: Float64Array, column: Float64Array): void {
  const along = dot(direction, column);
  for (let i = 0; i < direction.length; i++) column[i] -= along * direction[i];
}

/** The scalar product over the length of the first vector. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
