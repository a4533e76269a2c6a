/** Steps of Adam with decoupled weight decay. */
import { cosTurns } from '../../numeric/elementary.ts';

const FIRST_MEMORY = 0.9;
const SECOND_MEMORY = 0.999;
const SMALL = 1e-8;

/**
 * A step against `gradient` with a learning rate; it leaves the first `spared` parameters as they are.
 *
 * D. P. Kingma and J. Ba, ICLR 2015; weight decay as by I. Loshchilov and F. Hutter, ICLR 2019.
 */
export function adamStep(
  parameters: Float64Array,
  gradient: Float64Array,
  weightDecay: number,
  spared: number,
): (rate: number) => void {
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  let firstWeight = 1;
  let secondWeight = 1;
  return (rate) => {
    firstWeight *= FIRST_MEMORY;
    secondWeight *= SECOND_MEMORY;
    for (let k = spared; k < parameters.length; k++) {
      first[k] += (1 - FIRST_MEMORY) * (gradient[k] - first[k]);
      second[k] += (1 - SECOND_MEMORY) * (gradient[k] * gradient[k] - second[k]);
      const direction = first[k] / (1 - firstWeight) / (Math.sqrt(second[k] / (1 - secondWeight)) + SMALL);
      parameters[k] -= rate * (direction + weightDecay * parameters[k]);
    }
  };
}

/** A half cosine, from 1 at 0 to 0 at 1. */
export function halfCosine(progress: number): number {
  return 0.5 * (1 + cosTurns(0.5 * progress));
}
