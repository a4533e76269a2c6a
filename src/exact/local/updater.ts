/** The local updater: opens the patch of the proposed site when needed, then works on the patch's resolvents alone. */

import type { PatchFactors } from '../factor/patch-factors.ts';
import type { LocalUpdater } from '../model.ts';
import type { PoleSum } from '../pole-sum.ts';
import type { SpinFermionSystem } from '../system.ts';
import type { PatchPlan } from './patches.ts';

/** Accumulated and fresh log weights may differ by this at a change of patch; measured values stay below 1e-9. */
const LARGEST_DRIFT = 1e-7;

interface Proposal {
  readonly site: number;
  readonly spin: readonly [number, number, number];
  readonly change: number;
}

export function createLocalUpdater(
  system: SpinFermionSystem,
  poles: PoleSum,
  plan: PatchPlan,
  factorsOf: (footprint: number) => PatchFactors,
  initial: Float64Array,
): LocalUpdater {
  const { halfCoupling: h, classical, siteCount, parameters } = system;
  const spins = initial.slice();
  const moved = new Float64Array(3 * siteCount);
  const home = new Int32Array(siteCount);
  const place = new Int32Array(siteCount);
  plan.patches.forEach(({ sites }, p) => {
    sites.forEach((site, a) => {
      home[site] = p;
      place[site] = a;
    });
  });
  let current = -1;
  let factors: PatchFactors | undefined;
  let logWeight = Number.NaN;
  let proposal: Proposal | undefined;

  /** Opens a patch; returns how far the accumulated log weight had drifted from the fresh one, which is adopted. */
  function open(p: number): number {
    const { footprint, image } = plan.patches[p];
    factors = factorsOf(footprint);
    for (let i = 0; i < siteCount; i++) {
      for (let c = 0; c < 3; c++) moved[3 * image[i] + c] = spins[3 * i + c];
    }
    const fresh = poles.logWeight(factors.open(moved)) - classical.energy(spins) / parameters.temperature;
    const drift = Math.abs(logWeight - fresh);
    if (drift > LARGEST_DRIFT + 1e-12 * Math.abs(fresh)) throw new Error(`local updates drifted by ${drift} in log W`);
    current = p;
    logWeight = fresh;
    return drift;
  }

  open(0);
  return {
    patches: plan.patches.map(({ sites }) => sites),
    spins,
    get logWeight() {
      return logWeight;
    },
    propose(site, x, y, z) {
      if (home[site] !== current) open(home[site]);
      const from = 3 * site;
      const difference = [h * (x - spins[from]), h * (y - spins[from + 1]), h * (z - spins[from + 2])] as const;
      const fermions = poles.logWeightChange((factors as PatchFactors).logRatios(place[site], ...difference));
      const change = fermions - classical.change(spins, site, x, y, z) / parameters.temperature;
      proposal = { site, spin: [x, y, z], change };
      return change;
    },
    accept() {
      if (!proposal) throw new Error('accept() without a proposal since the last one');
      const { site, spin, change } = proposal;
      const [dx, dy, dz] = spin.map((value, c) => h * (value - spins[3 * site + c]));
      (factors as PatchFactors).update(place[site], dx, dy, dz);
      spins.set(spin, 3 * site);
      logWeight += change;
      proposal = undefined;
    },
    refresh() {
      proposal = undefined;
      return open(current);
    },
  };
}
