/** H_0 + H_1 + H_2 + H_3 on the manifold, its free energy, and the derivatives of that. */
import { evenOrder } from './even-order.ts';
import { firstOrder } from './first-order.ts';
import { freeEnergyOf } from './free-energy.ts';
import type { Workspace } from './nodal-workspace.ts';
import { propagation } from './propagation.ts';
import { renormalisation } from './renormalisation.ts';
import { thirdOrder } from './third-order.ts';

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
  const count = w.space.manifold.levels.length;
  const rows = propagation(w, parameters);
  const orders = ordersOf(w);
  const { second, loss, third } = orders;
  const electrons = freeEnergyOf(w);

  /** The energy, for H of the spins and parameters of now. */
  function energy(): number {
    rows.build();
    buildHamiltonian(w, orders);
    return electrons.value();
  }

  /** The energy, and its derivatives with respect to H_1, X and H, and to smeared spins. */
  function energyAndDensities(): number {
    const value = energy();
    electrons.density();
    orders.weight.back();
    orders.first.back();
    third.back();
    return value;
  }

  return {
    energy,
    energyAndSlope() {
      const value = energyAndDensities();
      rows.beginSlope();
      second.addSlope();
      loss.addSlope();
      rows.endSlope();
      return value;
    },
    energyAndGradient(gradient) {
      const value = energyAndDensities();
      rows.dualToWaves();
      rows.levelGradient('third', gradient.subarray(2 * count));
      second.fillDual();
      rows.levelGradient('second', gradient.subarray(0, count));
      loss.fillDual();
      rows.levelGradient('loss', gradient.subarray(count, 2 * count));
      return value;
    },
  };
}

type Orders = ReturnType<typeof ordersOf>;

function ordersOf(w: Workspace) {
  const { even, evenDensity, lost, lossDensity, secondWaves, lossWaves } = w.arrays;
  const { partner } = w.packing;
  const self = partner.map((_, p) => p);
  return {
    first: firstOrder(w),
    second: evenOrder(w, { propagated: secondWaves, blocks: even, density: evenDensity, partner }),
    loss: evenOrder(w, { propagated: lossWaves, blocks: lost, density: lossDensity, partner: self }),
    third: thirdOrder(w),
    weight: renormalisation(w),
  };
}

/** Even orders and odd ones. */
function buildHamiltonian(w: Workspace, { first, second, loss, third, weight }: Orders): void {
  const { lost, odd, first: firstBlocks } = w.arrays;
  fillBare(w);
  second.build();
  lost.fill(0);
  loss.build();
  first.build();
  third.build();
  addTo(odd, firstBlocks);
  weight.build();
}

function fillBare({ packing: { groupCount, width }, space: { bare }, arrays: { even } }: Workspace): void {
  even.fill(0);
  for (let r = 0; r < groupCount * width; r++)
    for (let s = 0; s < width; s++) even[4 * r * width + s] = bare[r * width + s];
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k] += values[k];
}
