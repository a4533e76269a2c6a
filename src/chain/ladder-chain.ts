/** A tempered chain: replicas at all temperatures of a ladder, which step one after the other and then exchange their configurations. */
import { philoxStream, type RandomStream } from '../numeric/philox.ts';
import { exchangeRound, roundAfter } from '../sampling/tempering/ladder.ts';
import type { Tempering } from '../spec/shape.ts';
import type { Chain, ChainProgram, ProgramPart, Sample } from './chain.ts';
import { chosenSpins } from './chosen-start.ts';
import { NOTHING_COUNTED } from './counters.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import { type LadderState, ladderCheckpoint, rungsOf } from './ladder-checkpoint.ts';
import { EXCHANGES, exchangeNames, partOfRung } from './ladder-parts.ts';
import { countProcessor, type ReplicaParts, type RunningReplica, runningReplica } from './running-replica.ts';

/** The lowest temperature is the chain itself, the others are parts of its samples, and so are the exchanges. */
export function ladderProgram(rungs: readonly ReplicaParts[], tempering: Tempering): ChainProgram {
  const parts: ProgramPart[] = rungs.slice(1).map(({ names }, k) => ({ name: partOfRung(k + 1), names }));
  return {
    names: rungs[0].names,
    parts: [...parts, { name: EXCHANGES, names: exchangeNames(rungs.length) }],
    start(seed, chain) {
      const random = philoxStream(seed, chain);
      const replicas = rungs.map((rung) => {
        const timed = rung.newSampler();
        const state = timed.sampler.start(chosenSpins(rung.job, rung.parameters.lattice, chain, random));
        return runningReplica(rung, { timed, state, counters: NOTHING_COUNTED });
      });
      return ladderChain({ replicas, labels: rungs.map((_, k) => k + 1), samples: 0, random }, tempering);
    },
    resume(seed, chain, checkpoint) {
      const { samples, randomPosition } = checkpoint;
      const stored = rungsOf(checkpoint, rungs.length);
      const replicas = rungs.map((rung, k) => {
        const { settings, state, counters } = stored[k];
        const timed = rung.newSampler();
        timed.sampler.restore(settings);
        return runningReplica(rung, { timed, state, counters });
      });
      const random = philoxStream(seed, chain, randomPosition);
      return ladderChain({ replicas, labels: stored.map(({ label }) => label), samples, random }, tempering);
    },
  };
}

function ladderChain(from: LadderState, { exchangeEvery }: Tempering): Chain {
  const { replicas, labels, random } = from;
  const exchangeRow = new Float64Array(2 * replicas.length - 1);
  let { samples } = from;
  return {
    advance() {
      const processor = cpuMilliseconds();
      for (const replica of replicas) replica.step(samples, random);
      exchangeRow.fill(Number.NaN);
      const round = roundAfter(samples, exchangeEvery);
      if (round !== undefined) exchangeAll(replicas, labels, round, random, exchangeRow.subarray(replicas.length));
      exchangeRow.set(labels);
      const [lowest, ...hotter] = replicas.map((replica) => replica.sample(samples, random));
      countProcessor(replicas, cpuMilliseconds() - processor);
      samples++;
      const parts: Sample[] = [...hotter, { row: exchangeRow }];
      return { ...lowest, parts };
    },
    checkpoint: () => ladderCheckpoint({ replicas, labels, samples, random }),
  };
}

/** One round; writes the probability of every exchange that was tried. */
function exchangeAll(
  replicas: readonly RunningReplica[],
  labels: number[],
  round: number,
  random: RandomStream,
  probabilities: Float64Array,
): void {
  const began = performance.now();
  const exchanges = exchangeRound(replicas, round, random);
  const each = (performance.now() - began) / Math.max(1, 2 * exchanges.length);
  for (const { lower, probability, accepted, costs } of exchanges) {
    probabilities[lower] = probability;
    if (accepted) [labels[lower], labels[lower + 1]] = [labels[lower + 1], labels[lower]];
    for (const k of [0, 1]) replicas[lower + k].exchanged(costs[k], each);
  }
}
