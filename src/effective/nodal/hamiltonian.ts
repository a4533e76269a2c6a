/** H_0 + H_1 + H_2 + H_3 on the manifold, its free energy, and the derivatives of that. */
import type { Workspace } from './arrays.ts';
import { evenOrder } from './even-order.ts';
import { firstOrder } from './first-order.ts';
import { freeEnergyOf } from './free-energy.ts';
import { propagatorUpdate, unitFactors } from './levels.ts';
import { renormalisation } from './renormalisation.ts';
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
  const { vertices, vertexWaves, secondRows, lossRows, thirdRows, dual, dualWaves, rowSlope } = arrays;
  const columns = 3 * packing.width;
  const count = space.manifold.levels.length;
  const unit = unitFactors(w);
  const update = propagatorUpdate(w, unit, parameters);
  const { second: secondPropagator, loss: lossPropagator, third: thirdPropagator } = w.propagators;
  const { toWaves, toSites } = rowTransforms(w);
  const verticesToWaves = toWaves(vertices, vertexWaves);
  const propagate = all([
    toSites(vertexWaves, secondRows, secondPropagator),
    toSites(vertexWaves, lossRows, lossPropagator),
    toSites(vertexWaves, thirdRows, thirdPropagator),
  ]);
  const dualToWaves = toWaves(dual, dualWaves);
  const propagateBack = toSites(dualWaves, rowSlope, thirdPropagator);
  const shape = { siteCount: packing.siteCount, width: packing.width, orbitals: arrays.orbitals };
  const fillVertices = w.kernels.vertices({ ...shape, vectors: arrays.scaledSpins, out: vertices });
  const collectVertices = w.kernels.collection({ ...shape, rows: rowSlope, factor: 1, out: arrays.slope });
  const first = firstOrder(w);
  const { partner } = packing;
  const second = evenOrder(w, { propagated: secondRows, blocks: arrays.even, density: arrays.evenDensity, partner });
  const loss = evenOrder(w, {
    propagated: lossRows,
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
    verticesToWaves();
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

  /** The derivative of Tr f A G A with respect to x_l of G = Σ_l x_l G_l, from the rows that B is multiplied by. */
  function levelGradient(factor: Float64Array, out: Float64Array): void {
    dualToWaves();
    out.fill(0);
    addRowProducts(space.level, factor, vertexWaves, dualWaves, columns, out);
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
      collectVertices();
      return energy;
    },
    energyAndGradient(gradient) {
      build();
      const energy = freeEnergy.value();
      differentiate();
      second.fillDual();
      levelGradient(unit.second, gradient.subarray(0, count));
      loss.fillDual();
      levelGradient(unit.loss, gradient.subarray(count, 2 * count));
      third.back();
      levelGradient(unit.third, gradient.subarray(2 * count));
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
