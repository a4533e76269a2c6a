/** The direction n along which and across which spins are measured by component. */
import { completeParameters } from '../exact/classical/parameters.ts';
import type { ModelParameters } from '../exact/model.ts';

/** A direction, and where it comes from. */
export interface MeasuredDirection {
  /** Of length 1. */
  readonly vector: readonly [number, number, number];
  /** For formulas: `n the direction of the field`. */
  readonly words: string;
}

/** That of the field; without one the axis of the model, which is z where it is not given. */
export function measuredDirection(parameters: ModelParameters): MeasuredDirection {
  const [x, y, z] = parameters.field;
  const size = Math.sqrt(x * x + y * y + z * z);
  if (size > 0) return { vector: [x / size, y / size, z / size], words: 'n the direction of the field' };
  return { vector: completeParameters(parameters).axis, words: 'n the axis of the model, since it has no field' };
}
