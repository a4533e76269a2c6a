/** The parameters from which training starts. */
import { fillNormal } from '../numeric/normal.ts';
import type { RandomStream } from '../numeric/philox.ts';
import type { EffectiveModel } from './model.ts';

/** Moves all parameters but E_0 by normal numbers of standard deviation `scale`; those of a new transformer are zero before. */
export function initialise(model: EffectiveModel, random: RandomStream, scale: number): void {
  const moves = new Float64Array(model.parameters.length);
  fillNormal(random, moves, 1);
  for (let k = 1; k < moves.length; k++) model.parameters[k] += scale * moves[k];
}
