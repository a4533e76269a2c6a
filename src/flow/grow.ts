/** Growth: a deeper flow that is the same at first. */
import { fillNormal } from '../numeric/normal.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { FIELDS } from './fields.ts';
import { createFlow, type Flow } from './flow.ts';

/** Standard deviation of new weights. */
const SCALE = 0.3;

/**
 * The flow with one layer more at the end, of the next colour. The new layer is the identity, so the density stays. The argument stays as it is.
 *
 * W_Q and W_K of a new layer with attention are small and random, for at zero W_V would have no gradient. On a base that is not uniform the direct weights are as well, with κ = 0 by G_0 = −1: what is left for a flow to do on a fitted energy is not linear in the neighbours, so h = 0 is a saddle where neither they nor a spline has a gradient.
 */
export function growFlow(flow: Flow, random: RandomStream): Flow {
  const { parameters, choice, lattice, base, engine } = flow;
  const grown = createFlow(lattice, { ...choice, layers: choice.layers + 1 }, base, engine);
  const { hidden, direct } = FIELDS[grown.choice.conditioner];
  const drawn = base.isUniform ? hidden : [...hidden, ...direct];
  const weights = new Float64Array(grown.parameters.length);
  fillNormal(random, weights);
  grown.parameterNames.forEach((name, k) => {
    if (drawn.some((kind) => name.includes(` ${kind} `))) grown.parameters[k] = SCALE * weights[k];
    if (!base.isUniform && name.endsWith(' gain')) grown.parameters[k] = -1;
  });
  grown.parameters.set(parameters);
  return grown;
}
