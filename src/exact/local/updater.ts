/** The local updater: opens the patch of the proposed site when needed, then works on the patch's resolvents alone. */
import { InputError } from '../../errors.ts';
import type { PatchFactors } from '../factor/patch-factors.ts';
import type { LocalUpdater } from '../model.ts';
import type { PoleSum } from '../pole-sum.ts';
import type { SpinFermionSystem } from '../system.ts';
import type { PatchPlan } from './patches.ts';

/** Accumulated and fresh log weights may differ by this at a change of patch; measured values stay below 1e-9. */
const LARGEST_DRIFT = 1e-7;

export function createLocalUpdater(
  system: SpinFermionSystem,
  poles: PoleSum,
  plan: PatchPlan,
  factorsOf: (footprint: number) => PatchFactors,
  initial: Float64Array,
): LocalUpdater {
  const { halfCouplings, classical, siteCount, parameters } = system;
  const spins = initial.slice();
  const moved = new Float64Array(3 * siteCount);
  const home = new Int32Array(siteCount).fill(-1);
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
  /** Site of the open proposal, −1 when there is none; its spin, its h ΔS and its change of log W. Reused: proposals are the inner loop. */
  let proposed = -1;
  let change = 0;
  const spin = new Float64Array(3);
  const step = new Float64Array(3);

  /** Opens a patch; returns how far the accumulated log weight had drifted from the fresh one, which is adopted. */
  function open(p: number | undefined): number {
    if (p === undefined || p < 0)
      throw new InputError(`site: expected a number from 0 to ${siteCount - 1} of a site with a spin, found another`);
    const { footprint, image: imageOf } = plan.patches[p];
    const image = imageOf();
    factors = factorsOf(footprint);
    for (let i = 0; i < siteCount; i++) {
      for (let c = 0; c < 3; c++) moved[3 * image[i] + c] = spins[3 * i + c];
    }
    const fresh = poles.logWeight(factors.open(moved)) - classical.energy(spins) / parameters.temperature;
    const drift = Math.abs(logWeight - fresh);
    // NaN of another configuration: nothing has been accumulated.
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
      spin[0] = x;
      spin[1] = y;
      spin[2] = z;
      for (let c = 0; c < 3; c++) step[c] = halfCouplings[site] * (spin[c] - spins[3 * site + c]);
      const logRatios = (factors as PatchFactors).logRatios(place[site], step[0], step[1], step[2]);
      change = poles.logWeightChange(logRatios) - classical.change(spins, site, x, y, z) / parameters.temperature;
      proposed = site;
      return change;
    },
    accept() {
      if (proposed < 0) throw new Error('accept() without a proposal since the last one');
      (factors as PatchFactors).update(place[proposed], step[0], step[1], step[2]);
      spins.set(spin, 3 * proposed);
      logWeight += change;
      proposed = -1;
    },
    refresh() {
      proposed = -1;
      return open(current);
    },
    moveTo(other) {
      spins.set(other);
      logWeight = Number.NaN;
      proposed = -1;
      open(0);
    },
  };
}
