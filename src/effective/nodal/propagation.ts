/** Vertices A of all orbitals, their waves, and rows propagated through the levels outside the manifold. */
import { propagatorUpdate, type UnitFactors, unitFactors } from './levels.ts';
import type { Workspace } from './nodal-workspace.ts';
import type { SparseMatrix } from './sparse.ts';
import { all, rowTransforms } from './steps.ts';
import { addRowProducts } from './wave-rows.ts';

interface Propagation {
  /** From the spins the vertices, their waves, the waves of A G and A D of second order and of the loss, and rows B of third order. */
  build(): void;
  /** From dB of third order in `dual` the waves of dA, to which second order and loss may be added. */
  beginSlope(): void;
  /** From the waves of dA the slope ds_i = Σ_a φ_a(i) dA_a(i), which is added. */
  endSlope(): void;
  /** From rows in `dual` their waves. */
  dualToWaves(): void;
  /** Σ_k of every level, for G = Σ_l x_l G_l the derivative of Tr f A G A with respect to x_l, from the waves in `dualWaves` that those of A G are multiplied by. */
  levelGradient(name: keyof UnitFactors, out: Float64Array): void;
}

/** The propagation with live parameters c_l, d_l, g_l. */
export function propagation(w: Workspace, parameters: Float64Array): Propagation {
  const { propagators, space } = w;
  const { vertexWaves, dual, dualWaves, slopeRowWaves } = w.arrays;
  const columns = 3 * w.packing.width;
  const unit = unitFactors(w);
  const update = propagatorUpdate(w, unit, parameters);
  const vertices = vertexSteps(w);
  const dualToWaves = rowTransforms(w).toWaves(dual, dualWaves);
  return {
    build() {
      update();
      vertices.build();
    },
    beginSlope: all([dualToWaves, w.kernels.combination(propagators.third, dualWaves, slopeRowWaves, columns)]),
    endSlope: vertices.back,
    dualToWaves,
    levelGradient(name, out) {
      out.fill(0);
      const { column } = propagators[name];
      addRowProducts({ into: space.level, factor: unit[name], column }, vertexWaves, dualWaves, columns, out);
    },
  };
}

function vertexSteps(w: Workspace) {
  const { packing, arrays, kernels, propagators } = w;
  const { orbitals, scaledSpins, vertices, vertexWaves, secondWaves, lossWaves, thirdWaves } = arrays;
  const { thirdRows, slopeRowWaves, rowSlope, slope } = arrays;
  const shape = { siteCount: packing.siteCount, width: packing.width, orbitals };
  const { toWaves, toSites } = rowTransforms(w);
  const propagate = (matrix: SparseMatrix, out: Float64Array) =>
    kernels.combination(matrix, vertexWaves, out, 3 * packing.width);
  return {
    build: all([
      kernels.vertices({ ...shape, vectors: scaledSpins, out: vertices }),
      toWaves(vertices, vertexWaves),
      propagate(propagators.second, secondWaves),
      propagate(propagators.loss, lossWaves),
      propagate(propagators.third, thirdWaves),
      toSites(thirdWaves, thirdRows),
    ]),
    back: all([
      toSites(slopeRowWaves, rowSlope),
      kernels.collection({ ...shape, rows: rowSlope, factor: 1, out: slope }),
    ]),
  };
}
