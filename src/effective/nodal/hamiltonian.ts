/** H_0 + H_1 + H_2 + H_3 on the manifold, its free energy, and the derivatives of that. */
import type { Workspace } from './arrays.ts';
import { evenOrder } from './even-order.ts';
import { firstOrder } from './first-order.ts';
import { freeEnergyOf } from './free-energy.ts';
import { propagatorUpdate, type UnitFactors, unitFactors } from './levels.ts';
import { renormalisation } from './renormalisation.ts';
import type { SparseMatrix } from './sparse.ts';
import { all, rowTransforms } from './steps.ts';
import { thirdOrder } from './third-order.ts';
import { addRowProducts } from './wave-rows.ts';

/** The energy of the electrons for the spins s = (J/2) S in `scaledSpins`, smeared ones in `smeared`. */
interface NodalHamiltonian {
  energy(): number;
  /** Adds ∂E/∂s with the smeared ones held to `slope`, and ∂E/∂(smeared) to `smearedSlope`. */
  energyAndSlope(): number;
  /** ∂E/∂c_l, ∂E/∂d_l, ∂E/∂g_l; adds ∂E/∂(smeared) to `smearedSlope`. */
  energyAndGradient(gradient: Float64Array): number;
}

/** The Hamiltonian on the manifold. `parameters`: live, c_l, d_l, g_l. With f = f(H), dE = Tr[f dH]. */
export function nodalHamiltonian(w: Workspace, parameters: Float64Array): NodalHamiltonian {
  const { packing, arrays, space } = w;
  const { vertices, vertexWaves, secondWaves, lossWaves, thirdWaves, thirdRows } = arrays;
  const { dual, dualWaves, slopeRowWaves, rowSlope } = arrays;
  const columns = 3 * packing.width;
  const count = space.manifold.levels.length;
  const unit = unitFactors(w);
  const update = propagatorUpdate(w, unit, parameters);
  const { toWaves, toSites } = rowTransforms(w);
  const apply = (matrix: SparseMatrix, from: Float64Array, to: Float64Array) =>
    w.kernels.combination(matrix, from, to, columns);
  const propagate = all([
    toWaves(vertices, vertexWaves),
    apply(w.propagators.second, vertexWaves, secondWaves),
    apply(w.propagators.loss, vertexWaves, lossWaves),
    apply(w.propagators.third, vertexWaves, thirdWaves),
    toSites(thirdWaves, thirdRows),
  ]);
  const dualToWaves = toWaves(dual, dualWaves);
  const propagateBack = apply(w.propagators.third, dualWaves, slopeRowWaves);
  const slopeToSites = toSites(slopeRowWaves, rowSlope);
  const shape = { siteCount: packing.siteCount, width: packing.width, orbitals: arrays.orbitals };
  const fillVertices = w.kernels.vertices({ ...shape, vectors: arrays.scaledSpins, out: vertices });
  const collectVertices = w.kernels.collection({ ...shape, rows: rowSlope, factor: 1, out: arrays.slope });
  const first = firstOrder(w);
  const { partner } = packing;
  const second = evenOrder(w, { propagated: secondWaves, blocks: arrays.even, density: arrays.evenDensity, partner });
  const loss = evenOrder(w, {
    propagated: lossWaves,
    blocks: arrays.lost,
    density: arrays.lossDensity,
    partner: partner.map((_, p) => p),
  });
  const third = thirdOrder(w);
  const weight = renormalisation(w);
  const freeEnergy = freeEnergyOf(w);

  function build(): void {
    update();
    fillVertices();
    propagate();
    fillBare(w);
    second.build();
    arrays.lost.fill(0);
    loss.build();
    first.build();
    third.build();
    addTo(arrays.odd, arrays.first);
    weight.build();
  }

  /** Derivatives with respect to H_1, X and H, and `smearedSlope`. */
  function differentiate(): void {
    freeEnergy.density();
    weight.back();
    first.back();
  }

  /** The derivative of Tr f A G A with respect to x_l of G = Σ_l x_l G_l, from the waves that those of B are multiplied by. */
  function levelGradient(name: keyof UnitFactors, out: Float64Array): void {
    out.fill(0);
    const { column } = w.propagators[name];
    addRowProducts({ into: space.level, factor: unit[name], column }, vertexWaves, dualWaves, columns, out);
  }

  return {
    energy() {
      build();
      return freeEnergy.value();
    },
    energyAndSlope() {
      build();
      const energy = freeEnergy.value();
      differentiate();
      third.back();
      dualToWaves();
      propagateBack();
      second.addSlope();
      loss.addSlope();
      slopeToSites();
      collectVertices();
      return energy;
    },
    energyAndGradient(gradient) {
      build();
      const energy = freeEnergy.value();
      differentiate();
      second.fillDual();
      levelGradient('second', gradient.subarray(0, count));
      loss.fillDual();
      levelGradient('loss', gradient.subarray(count, 2 * count));
      third.back();
      dualToWaves();
      levelGradient('third', gradient.subarray(2 * count));
      return energy;
    },
  };
}

function fillBare({ packing: { groupCount, width }, space: { bare }, arrays: { even } }: Workspace): void {
  even.fill(0);
  for (let r = 0; r < groupCount * width; r++)
    for (let s = 0; s < width; s++) even[4 * r * width + s] = bare[r * width + s];
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k] += values[k];
}
