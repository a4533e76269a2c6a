/** A coupling layer: some spins move, each about its own axis, on conditions that others set, which stay. */
import type { Conditioner } from './conditioner.ts';
import { type CosineMap, type Cut, createMapped } from './maps/cosine-map.ts';
import { inverseOf } from './maps/inverse-map.ts';
import type { LayerShape } from './parameters.ts';
import { siteParameters } from './site-parameters.ts';
import { cutAt, lengthAt, moveShortly, moveSpin, pullBack, pullBackShortly, pullOf, SHORTEST } from './spin-move.ts';
import type { LayerWorkspace } from './workspace.ts';

/** From the base to the spins of the flow, or back. */
export type Direction = 'forward' | 'inverse';

/** A layer; its parameters are arguments. */
export interface CouplingLayer {
  /** Moves the spins in place and returns the log of the factor by which volumes grow, Σ_i log g′. */
  move(spins: Float64Array, parameters: Float64Array, direction: Direction): number;
  /**
   * Reverse mode: from ∂E/∂S after a move, and ∂E/∂ of its logarithm, `byLog`, to ∂E/∂S before it, in place. `spins`: before the move. Adds ∂E/∂θ to `gradient` where there is one. What `adjoint`
   * has along a spin itself means nothing.
   */
  moveBack(
    spins: Float64Array,
    parameters: Float64Array,
    direction: Direction,
    adjoint: Float64Array,
    byLog: number,
    gradient?: Float64Array,
  ): void;
}

export function couplingLayer(
  conditioner: Conditioner,
  map: CosineMap,
  shape: LayerShape,
  { fieldAdjoint, invariantAdjoint }: LayerWorkspace,
): CouplingLayer {
  const { active, field, invariants } = conditioner;
  const maps = { forward: map, inverse: inverseOf(map) };
  const signs = { forward: 1, inverse: -1 };
  const site = siteParameters(shape);
  const from: Cut = { below: 0, above: 0 };
  const to = createMapped(map.parameterCount);
  const by = new Float64Array(map.parameterCount);

  /** The map of site i at its spin; returns |h_i|, or 0 where h and κ are too short for an axis. */
  function mapAt(i: number, spins: Float64Array, parameters: Float64Array, direction: Direction): number {
    const length = lengthAt(field, 3 * i);
    site.set(i, length, invariants, parameters);
    const concentration = Math.abs(site.values[map.parameterCount - 1]);
    if (length < SHORTEST && concentration < SHORTEST) return 0;
    cutAt(spins, field, 3 * i, length, from);
    maps[direction].apply(from, site.values, to);
    return length;
  }

  /** The factor of h in the move about a short one. */
  const shortFactor = (i: number, parameters: Float64Array, direction: Direction): number =>
    signs[direction] * site.gainAt(i, invariants, parameters);

  return {
    move(spins, parameters, direction) {
      conditioner.look(spins, parameters);
      let log = 0;
      for (const i of active) {
        const length = mapAt(i, spins, parameters, direction);
        if (length === 0) log += moveShortly(spins, field, 3 * i, shortFactor(i, parameters, direction));
        else {
          moveSpin(spins, field, 3 * i, length, from, to);
          log += to.logSlope;
        }
      }
      return log;
    },
    moveBack(spins, parameters, direction, adjoint, byLog, gradient) {
      conditioner.look(spins, parameters);
      invariantAdjoint.fill(0);
      for (const i of active) {
        const length = mapAt(i, spins, parameters, direction);
        if (length === 0) {
          pullBackShortly(spins, 3 * i, shortFactor(i, parameters, direction), adjoint, byLog, fieldAdjoint);
          continue;
        }
        const pull = pullOf(spins, field, 3 * i, length, adjoint, from, to);
        for (let p = 0; p < by.length; p++) by[p] = pull.byImage * to.by[p] + byLog * to.logSlopeBy[p];
        const byLength = site.setBack(by, i, invariants, invariantAdjoint, parameters, gradient);
        const byCosine = pull.byCosine + byLog * to.logSlopeByCosine;
        pullBack(spins, field, 3 * i, length, adjoint, pull, byCosine, byLength, fieldAdjoint);
      }
      conditioner.lookBack(fieldAdjoint, invariantAdjoint, adjoint, parameters, gradient);
    },
  };
}
