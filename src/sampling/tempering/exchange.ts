/** Exchange of the configurations of two replicas: K. Hukushima and K. Nemoto, J. Phys. Soc. Jpn. 65, 1604 (1996). */
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import type { ChainState, Sampler } from '../interfaces/sampler.ts';
import { acceptanceProbability } from '../moves/metropolis.ts';

/** A chain at one temperature of a ladder. Its temperature stays; configurations come and go. */
export interface Replica {
  readonly model: SpinFermionModel;
  readonly sampler: Sampler;
  readonly state: ChainState;
}

/** Evaluations that the decision on an exchange took of the models of one replica. */
export interface ExchangeCost {
  readonly exactEvaluations: number;
  readonly effectiveEvaluations: number;
}

/** What an exchange came to. */
export interface Exchange {
  readonly probability: number;
  readonly accepted: boolean;
  /** Of the first replica, and of the second. */
  readonly costs: readonly [ExchangeCost, ExchangeCost];
}

/**
 * Exchanges the configurations S_1, S_2 of two replicas with probability min(1, π_1(S_2) π_2(S_1)/[π_1(S_1) π_2(S_2)]), which leaves π_1(S_1) π_2(S_2) as it is.
 *
 * π is what the sampler of a replica follows: W at its temperature, classical part and all, whatever proposed in its chain; the corrections of those
 * proposals have been decided on already and take no part. A replica that is reweighted follows W_eff: W takes no part there either, and the weight
 * W/W_eff of the sample is that of the configuration which has come. docs/decisions/031-tempering.md
 */
export function exchange(first: Replica, second: Replica, random: RandomStream): Exchange {
  for (const { sampler } of [first, second]) requireChain(sampler);
  const [one, other] = [visitTo(first, second.state.spins), visitTo(second, first.state.spins)];
  const probability = acceptanceProbability(one.logChange + other.logChange);
  const accepted = random.nextUniform() < probability;
  if (accepted) swap(first.state.spins, second.state.spins);
  return { probability, accepted, costs: [one.decide(accepted), other.decide(accepted)] };
}

function requireChain({ name, isIndependent = false }: Sampler): void {
  if (isIndependent)
    throw new InputError(`expected replicas of Markov chains, found "${name}", whose samples are independent`);
}

/** A configuration that may come to a replica. */
interface Visit {
  /** log π of the configuration minus log π of the one that is there, both at the temperature of the replica. */
  readonly logChange: number;
  /** Afterwards: makes the state that of the configuration where it has been accepted, spins aside. */
  decide(accepted: boolean): ExchangeCost;
}

const visitTo = (replica: Replica, spins: Float64Array): Visit =>
  replica.sampler.logDensity
    ? visitByEffectiveWeight(replica, spins, replica.sampler.logDensity)
    : visitByWeight(replica, spins);

function visitByWeight({ model, state }: Replica, spins: Float64Array): Visit {
  const logWeight = model.logWeight(spins);
  return {
    logChange: logWeight - state.logWeight,
    decide(accepted) {
      if (accepted) state.logWeight = logWeight;
      return { exactEvaluations: 1, effectiveEvaluations: 0 };
    },
  };
}

/** The exact weight is needed of what has been accepted alone, for the weight of the sample. */
function visitByEffectiveWeight(
  { model, state }: Replica,
  spins: Float64Array,
  logDensity: NonNullable<Sampler['logDensity']>,
): Visit {
  const there = logDensity(spins);
  return {
    logChange: there - logDensity(state.spins),
    decide(accepted) {
      if (accepted) {
        state.logWeight = model.logWeight(state.spins);
        state.logImportance = state.logWeight - there;
      }
      return { exactEvaluations: Number(accepted), effectiveEvaluations: 2 };
    },
  };
}

function swap(a: Float64Array, b: Float64Array): void {
  const kept = a.slice();
  a.set(b);
  b.set(kept);
}
