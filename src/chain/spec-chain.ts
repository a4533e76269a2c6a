/** The chain of a run: a sampler, the observables after each of its steps, and the state from which it goes on bit-identically. */
import { philoxStream, type RandomStream } from '../numeric/philox.ts';
import { accuracyOf } from '../observables/accuracy.ts';
import { methodOf } from '../spec/learns.ts';
import type { Chain, ChainProgram } from './chain.ts';
import { chosenSpins } from './chosen-start.ts';
import { NOTHING_COUNTED } from './counters.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import type { WatchedJob } from './job.ts';
import { ladderProgram } from './ladder-chain.ts';
import {
  countProcessor,
  type ReplicaParts,
  type ReplicaPosition,
  replicaParts,
  runningReplica,
  settingsOf,
} from './running-replica.ts';
import { LOG_IMPORTANCE } from './sample-row.ts';

/** `argument`: a Job, or one that is watched. */
export function createProgram(argument: unknown): ChainProgram {
  const job = argument as WatchedJob;
  const [lowest, ...hotter] = (job.rungs ?? [job]).map(replicaParts);
  const { observables, model } = lowest.measure;
  // Energies per site are of order 1.
  const { resolution } = accuracyOf(observables[0], model.measurementErrors, 1);
  const logImportance = methodOf(lowest.spec).weighted ? LOG_IMPORTANCE : undefined;
  const program = job.spec.tempering ? ladderProgram([lowest, ...hotter], job.spec.tempering) : singleProgram(lowest);
  return { ...program, resolution, logImportance };
}

function singleProgram(parts: ReplicaParts): ChainProgram {
  return {
    names: parts.names,
    start(seed, chain, spins) {
      const random = philoxStream(seed, chain);
      const timed = parts.newSampler();
      const state = timed.sampler.start(spins ?? chosenSpins(parts.job, parts.parameters.lattice, chain, random));
      return singleChain(parts, { timed, state, counters: NOTHING_COUNTED }, random, 0);
    },
    resume(seed, chain, checkpoint) {
      const { samples, spins, logWeight, randomPosition, settings } = checkpoint;
      const { logImportance = 0, ...samplerSettings } = settings;
      const timed = parts.newSampler();
      timed.sampler.restore(samplerSettings);
      const state = { spins: spins.slice(), logWeight, logImportance };
      const random = philoxStream(seed, chain, randomPosition);
      const counters = { ...NOTHING_COUNTED, ...checkpoint.counters };
      return singleChain(parts, { timed, state, counters }, random, samples);
    },
  };
}

function singleChain(parts: ReplicaParts, from: ReplicaPosition, random: RandomStream, first: number): Chain {
  const replica = runningReplica(parts, from);
  let samples = first;
  return {
    advance() {
      const processor = cpuMilliseconds();
      replica.step(samples, random);
      const sample = replica.sample(samples, random);
      countProcessor([replica], cpuMilliseconds() - processor);
      samples++;
      return sample;
    },
    checkpoint: () => ({
      samples,
      spins: replica.state.spins,
      logWeight: replica.state.logWeight,
      randomPosition: random.position,
      counters: replica.counters,
      settings: settingsOf(replica),
    }),
  };
}
