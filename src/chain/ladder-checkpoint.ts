/** The checkpoint of a tempered chain: that of its lowest replica, with the spins of all one after the other and the numbers of all by their place in the ladder. */
import type { RandomStream } from '../numeric/philox.ts';
import type { ChainState, SamplerSettings } from '../sampling/interfaces/sampler.ts';
import type { Checkpoint, Numbers } from './checkpoint.ts';
import { type Counters, NOTHING_COUNTED } from './counters.ts';
import { type RunningReplica, settingsOf } from './running-replica.ts';

/** Where a ladder is. */
export interface LadderState {
  readonly replicas: readonly RunningReplica[];
  /** The label of the configuration at each temperature. */
  readonly labels: number[];
  readonly samples: number;
  readonly random: RandomStream;
}

/** Counters of the whole ladder, and beside them those of every temperature: `2.accepted`. */
export function ladderCheckpoint({ replicas, labels, samples, random }: LadderState): Checkpoint {
  const { length } = replicas[0].state.spins;
  const spins = new Float64Array(replicas.length * length);
  for (const [k, { state }] of replicas.entries()) spins.set(state.spins, k * length);
  const settings = replicas.map((replica, k) =>
    prefixed(k, { ...settingsOf(replica), logWeight: replica.state.logWeight, label: labels[k] }),
  );
  const counters = replicas.map((replica, k) => prefixed(k, replica.counters));
  return {
    samples,
    spins,
    logWeight: replicas[0].state.logWeight,
    randomPosition: random.position,
    settings: Object.assign({}, ...settings),
    counters: Object.assign(total(replicas.map(({ counters: counts }) => counts)), ...counters),
  };
}

/** One replica of a checkpoint. */
interface StoredRung {
  readonly state: ChainState;
  readonly settings: SamplerSettings;
  readonly counters: Counters;
  readonly label: number;
}

/** The replicas of a checkpoint, whose arrays are copied. */
export function rungsOf(checkpoint: Checkpoint, count: number): StoredRung[] {
  return Array.from({ length: count }, (_, k) => rungOf(checkpoint, k, count));
}

function rungOf({ spins, settings, counters }: Checkpoint, rung: number, count: number): StoredRung {
  const length = spins.length / count;
  const { logWeight, logImportance = 0, label, ...samplerSettings } = unprefixed(rung, settings);
  const state = { spins: spins.slice(rung * length, (rung + 1) * length), logWeight, logImportance };
  return { state, settings: samplerSettings, counters: { ...NOTHING_COUNTED, ...unprefixed(rung, counters) }, label };
}

/** The checkpoint of a chain at one temperature of a ladder of `count`, as far as reports read it. */
export function checkpointOfRung(checkpoint: Checkpoint, rung: number, count: number): Checkpoint {
  const { state, settings, counters } = rungOf(checkpoint, rung, count);
  return { ...checkpoint, ...state, settings, counters };
}

const prefixed = (rung: number, numbers: Numbers): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`${rung + 1}.${name}`, value]));

function unprefixed(rung: number, numbers: Numbers): Record<string, number> {
  const prefix = `${rung + 1}.`;
  const own = Object.entries(numbers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

function total(all: readonly Counters[]): Counters {
  const sum = { ...NOTHING_COUNTED };
  for (const counters of all) for (const name of Object.keys(sum) as (keyof Counters)[]) sum[name] += counters[name];
  return sum;
}
