/**
 * Products A G A of even order: (A G A)_ab = Σ_ij (A_a(i)·σ) G(i, j) (A_b(j)·σ) = Σ_j B_a·A_b + iσ·(B_a × A_b) with B = A G, G real and symmetric.
 *
 * Derivatives: with f the derivative of E with respect to the Hermitian blocks, dE = 2 Σ_ab (u_ab dU_ab + v_ab·dV_ab).
 */

import { addEvenBlock, conjugateEvenBlock, mirrorBlock } from './blocks.ts';
import type { Workspace } from './nodal-workspace.ts';
import { forGroups, gramOf, rowsTimes } from './steps.ts';
import { fillEvenTurn } from './turns.ts';

/** A propagator: the waves of the rows B, A G A, and the derivative of E with respect to that. */
interface EvenOrder {
  readonly propagated: Float64Array;
  readonly blocks: Float64Array;
  readonly density: Float64Array;
  /** The group that it leads to from each. */
  readonly partner: readonly number[];
}

/** Adds A G A to `blocks`; the waves of dA to `slopeRowWaves`; and writes those of C, with which Tr f A G A = Σ_a B_a·C_a, to `dualWaves`. Sums over sites are sums over waves. */
export function evenOrder(w: Workspace, { propagated, blocks, density, partner }: EvenOrder) {
  const { width } = w.packing;
  const { vertexWaves, gram, turn, slopeRowWaves, dualWaves } = w.arrays;
  const [size, columns] = [4 * width * width, 3 * width];
  const grams = forGroups(w, (p) =>
    gramOf(w, partner[p], [propagated, columns], [vertexWaves, columns], gram, partner[p] === p ? width : 0),
  );
  const slopes = forGroups(w, (p) => rowsTimes(w, p, [propagated, columns], turn, [slopeRowWaves, columns], true));
  const duals = forGroups(w, (p) => rowsTimes(w, partner[p], [vertexWaves, columns], turn, [dualWaves, columns]));
  return {
    build() {
      partner.forEach((q, p) => {
        if (q < p) return;
        grams[p]();
        addEvenBlock(width, gram, q === p, blocks, p * size);
        if (q > p) conjugateEvenBlock(width, blocks, p * size, q * size);
        else mirrorBlock(width, 'even', blocks, p * size);
      });
    },
    addSlope() {
      slopes.forEach((step, p) => {
        fillEvenTurn(width, density, p * size, 4, turn);
        step();
      });
    },
    fillDual() {
      duals.forEach((step, p) => {
        fillEvenTurn(width, density, p * size, 2, turn);
        step();
      });
    },
  };
}
