/** Where the electrons of a configuration are, and how their spins point. */
import { type Ensemble, occupations } from '../exact/averages.ts';
import type { SpinFermionModel } from '../exact/model.ts';
import { eigenvectorSolver } from '../exact/spectrum/eigenvectors.ts';
import { spinFermionSystem } from '../exact/system.ts';
import { gathered } from '../lattice/disorder/compact.ts';

/** Averages over the electrons at one site. */
export interface SiteAverage {
  /** ⟨c†_i c_i⟩, both spins together; the mean over all sites that are there is the density; 0 at a vacancy. */
  readonly density: number;
  /** ⟨c†_i σ c_i⟩, x y z: no longer than the density. */
  readonly moment: readonly [number, number, number];
}

/** Ensembles that share the electrons, each with its weight, as levels at the Fermi energy do that are filled in part. */
export type WeightedEnsembles = readonly (readonly [weight: number, ensemble: Ensemble])[];

/**
 * The averages of every site as a function of the spins, which takes all eigenvectors: time grows as N³, memory as 220 N² bytes. `model`: at any chemical potential, since that is in the
 * ensembles.
 */
export function siteAverages({
  parameters,
  engine,
}: SpinFermionModel): (spins: Float64Array, ensembles: WeightedEnsembles) => SiteAverage[] {
  const { hopping, couplings, sites } = spinFermionSystem(parameters);
  const solve = eigenvectorSolver(hopping, couplings, engine);
  return (spins, ensembles) => {
    const { dimension, levels, vectors } = solve(gathered(spins, sites, 3));
    const filled = ensembles.map(([weight, ensemble]) => occupations(levels, ensemble).map((f) => weight * f));
    const occupation = levels.map((_, n) => filled.reduce((sum, each) => sum + each[n], 0));
    const all = Array.from({ length: parameters.lattice.siteCount }, (): SiteAverage => VACANCY);
    sites.forEach((site, k) => {
      all[site] = averageAt(k, dimension, vectors, occupation);
    });
    return all;
  };
}

const VACANCY: SiteAverage = { density: 0, moment: [0, 0, 0] };

function averageAt(site: number, dimension: number, vectors: Float64Array, occupation: Float64Array): SiteAverage {
  let [up, down, x, y] = [0, 0, 0, 0];
  for (let n = 0; n < dimension; n++) {
    const start = 2 * n * dimension + 4 * site;
    const [a, b, c, d] = vectors.subarray(start, start + 4);
    up += occupation[n] * (a * a + b * b);
    down += occupation[n] * (c * c + d * d);
    // ψ*_up ψ_down = (a − ib)(c + id).
    x += occupation[n] * (a * c + b * d);
    y += occupation[n] * (a * d - b * c);
  }
  return { density: up + down, moment: [2 * x, 2 * y, up - down] };
}
