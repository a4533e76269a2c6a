/** A stage of the pilot: two chains, one with a hot and one with a cold start, at one chemical potential. */
import type { ModelParameters } from '../../exact/model.ts';
import type { PilotCost } from './budget.ts';
import type { LevelSamples } from './density.ts';
import { pilotStart, type RunPilot } from './pilot.ts';
import { CHAINS, type StageLength } from './stage-length.ts';

/** Nanoseconds, counted, of a part that is done in one piece: what an interruption may cost. */
const PIECE = 5e8;

/** The chains of a pilot, from stage to stage. */
export interface PilotChains {
  /** Samples at a chemical potential, from where the last stage has ended on. */
  readonly stage: (chemicalPotential: number, length: StageLength) => LevelSamples;
  readonly exactEvaluations: () => number;
  readonly seconds: () => number;
}

export function pilotChains(
  parameters: ModelParameters,
  seed: number,
  { every, sample }: PilotCost,
  run: RunPilot,
): PilotChains {
  const states = Array.from({ length: CHAINS }, (_, index) => pilotStart(parameters, seed, index + 1));
  const piece = Math.max(1, Math.floor(PIECE / sample));
  let [exactEvaluations, seconds] = [0, 0];
  const size = 2 * parameters.lattice.siteCount;
  /** A chain of a stage, made piece by piece. */
  const advance = (index: number, chemicalPotential: number, { warmUp, samples }: StageLength) => {
    const levels = new Float64Array(samples * size);
    const logWeights = new Float64Array(samples);
    for (let done = 0; done < samples; done += piece) {
      const result = run({
        parameters: { ...parameters, chemicalPotential },
        seed,
        chain: index + 1,
        from: states[index],
        warmUp: done === 0 ? warmUp : 0,
        samples: Math.min(piece, samples - done),
        every,
      });
      levels.set(result.levels, done * size);
      logWeights.set(result.logWeights, done);
      states[index] = result.to;
      exactEvaluations += result.exactEvaluations;
      seconds += result.seconds;
    }
    return { levels, logWeights };
  };
  return {
    stage(chemicalPotential, length) {
      const made = [...states.keys()].map((index) => advance(index, chemicalPotential, length));
      const chains = made.map(({ levels }) => levels);
      const logWeights = made.map((chain) => chain.logWeights);
      return { chemicalPotential, temperature: parameters.temperature, chains, logWeights, size };
    },
    exactEvaluations: () => exactEvaluations,
    seconds: () => seconds,
  };
}
