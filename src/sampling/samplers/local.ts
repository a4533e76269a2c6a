/** Metropolis moves of single spins with the exact weight. */
import type { LocalUpdater, SpinFermionModel } from '../../exact/model.ts';
import { spinCount } from '../../lattice/disorder/occupation.ts';
import { perturbDirection, randomDirection } from '../../numeric/directions.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { sameSpins } from '../../spins/same-spins.ts';
import { startAt } from '../interfaces/chain-state.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { acceptanceProbability } from '../moves/metropolis.ts';
import { tunedStepSize } from '../moves/step-size.ts';

/** Share of proposals in any direction; the others perturb the old one. Both are symmetric, hence so is the mixture. */
const FRESH_SHARE = 0.2;
/** Target acceptance of the perturbing proposals, whose amplitude is tuned. */
const TARGET_ACCEPTANCE = 0.5;
const INITIAL_AMPLITUDE = 0.5;
/** Steps longer than this give all but uniform directions. */
const LARGEST_AMPLITUDE = 3;

/**
 * One step is N proposals: the patches of the updater in random order, in a patch of m sites m proposals at random sites.
 *
 * Reversible with respect to W: a proposal at a random site of a patch is, hence so is its m-th power; and any order of the patches is as likely
 * as its reverse, so that the mixture of products over all orders is its own adjoint.
 */
export function localSampler(model: SpinFermionModel): Sampler {
  const amplitude = tunedStepSize(INITIAL_AMPLITUDE, TARGET_ACCEPTANCE, LARGEST_AMPLITUDE);
  const proposals = spinCount(model.parameters.lattice);
  const tally: Tally = { accepted: 0, perturbed: 0, probability: 0 };
  let updater: LocalUpdater | undefined;
  let openPatch = 0;

  /** The updater at `spins`, wherever something else has moved them. */
  function updaterAt(spins: Float64Array): LocalUpdater {
    if (updater && sameSpins(updater.spins, spins)) return updater;
    openPatch = 0;
    if (updater) updater.moveTo(spins);
    else updater = model.localUpdater(spins);
    return updater;
  }

  return {
    name: 'local',
    start: (spins) => startAt(model, spins),
    step(state, random) {
      const current = updaterAt(state.spins);
      Object.assign(tally, { accepted: 0, perturbed: 0, probability: 0 });
      for (const patch of randomOrder(current.patches.length, random)) {
        // Resolvents are never carried over from the step before, or the last bits would depend on where a chain was interrupted.
        if (patch === openPatch) current.refresh();
        openPatch = patch;
        movePatch(current, current.patches[patch], amplitude.value, random, tally);
      }
      state.spins.set(current.spins);
      state.logWeight = current.logWeight;
      const counts = { proposed: proposals, accepted: tally.accepted, exactEvaluations: 1 };
      return { ...counts, effectiveEvaluations: 0, innerProposed: 0, innerAccepted: 0, logRatio: Number.NaN };
    },
    adapt() {
      if (tally.perturbed > 0) amplitude.adapt(tally.probability / tally.perturbed);
    },
    settings: amplitude.settings,
    restore: amplitude.restore,
  };
}

/** Counts of one step: acceptances, perturbing proposals, sum of their acceptance probabilities. */
interface Tally {
  accepted: number;
  perturbed: number;
  probability: number;
}

const spin = new Float64Array(3);

function movePatch(
  updater: LocalUpdater,
  sites: Int32Array,
  amplitude: number,
  random: RandomStream,
  tally: Tally,
): void {
  for (let proposal = 0; proposal < sites.length; proposal++) {
    const site = sites[Math.floor(sites.length * random.nextUniform())];
    const isFresh = random.nextUniform() < FRESH_SHARE;
    if (isFresh) randomDirection(random, spin, 0);
    else perturbDirection(random, amplitude, updater.spins, 3 * site, spin, 0);
    const probability = acceptanceProbability(updater.propose(site, spin[0], spin[1], spin[2]));
    if (!isFresh) {
      tally.perturbed++;
      tally.probability += probability;
    }
    if (random.nextUniform() >= probability) continue;
    updater.accept();
    tally.accepted++;
  }
}

/** 0 … count − 1, all orders equally likely (R. A. Fisher and F. Yates). */
function randomOrder(count: number, random: RandomStream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * random.nextUniform());
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
