/** Propagators through the levels outside the manifold: one factor for every wave. */
import type { Workspace } from './nodal-workspace.ts';

/** Factors of second order, of the loss of weight and of third order, for parameters of 1. */
export interface UnitFactors {
  readonly second: Float64Array;
  readonly loss: Float64Array;
  readonly third: Float64Array;
}

/** −1/(ε − μ), 1/(ε − μ)², 1/(ε − μ) of every wave; 0 in the manifold. */
export const unitFactors = ({ space: { inverse } }: Workspace): UnitFactors => ({
  second: inverse.map((x) => -x),
  loss: inverse.map((x) => x * x),
  third: inverse,
});

/** Forms the propagators of a workspace with live parameters c_l, d_l, g_l, where these have changed. */
export function propagatorUpdate(w: Workspace, unit: UnitFactors, parameters: Float64Array): () => void {
  const { level, manifold } = w.space;
  const count = manifold.levels.length;
  const known = new Float64Array(parameters.length).fill(Number.NaN);
  const scale = (name: keyof UnitFactors, offset: number) => {
    const { value } = w.propagators[name];
    for (let k = 0; k < value.length; k++) value[k] = level[k] < 0 ? 0 : parameters[offset + level[k]] * unit[name][k];
  };
  return () => {
    if (known.every((value, l) => value === parameters[l])) return;
    known.set(parameters);
    scale('second', 0);
    scale('loss', count);
    scale('third', 2 * count);
  };
}
