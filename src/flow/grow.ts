/** Growth layer by layer: a deeper flow that is the same at first. */
import { fillNormal } from '../numeric/normal.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { createFlow, type Flow } from './flow.ts';

/** Standard deviation of new W_Q and W_K. */
const SCALE = 0.3;

/**
 * The flow with one layer more at the end, of the next colour. The new layer is the identity, so the density stays; its W_Q and W_K are small and random, for at zero W_V would have no gradient. The argument stays as it is.
 */
export function growFlow(flow: Flow, random: RandomStream): Flow {
  const grown = createFlow(flow.lattice, { ...flow.choice, layers: flow.choice.layers + 1 }, flow.base);
  const weights = new Float64Array(grown.parameters.length);
  fillNormal(random, weights);
  grown.parameterNames.forEach((name, k) => {
    if (k >= flow.parameters.length && / W_[QK] /.test(name)) grown.parameters[k] = SCALE * weights[k];
  });
  grown.parameters.set(flow.parameters);
  return grown;
}
