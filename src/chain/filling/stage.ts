/** A stage of the pilot: two chains, one with a hot and one with a cold start, at one chemical potential. */
import type { ModelParameters } from '../../exact/model.ts';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import { joinedArrays } from '../../numeric/joined-arrays.ts';
import type { PilotCosts } from './budget.ts';
import type { SpinSamples } from './learn-linear.ts';
import { type PilotResult, type PilotTask, pilotStart, type RunPilot } from './pilot.ts';
import { CHAINS, type StagePlan } from './stage-length.ts';

/** Nanoseconds, counted, of a part that is done in one piece: what an interruption may cost. */
const PIECE = 5e8;

/** The chains of a pilot, from stage to stage. */
export interface PilotChains {
  /** Samples at a chemical potential, from where the last stage has ended on. `couplings`: of the linear model, where its weight is sampled. */
  readonly stage: (chemicalPotential: number, plan: StagePlan, couplings?: Float64Array) => SpinSamples;
  readonly exactEvaluations: () => number;
  readonly seconds: () => number;
}

export function pilotChains(parameters: ModelParameters, seed: number, costs: PilotCosts, run: RunPilot): PilotChains {
  const states = Array.from({ length: CHAINS }, (_, index) => pilotStart(parameters, seed, index + 1));
  let [exactEvaluations, seconds] = [0, 0];
  /** The parts of a chain of a stage. */
  const advance = (index: number, task: Pick<PilotTask, 'parameters' | 'couplings'>, plan: StagePlan) => {
    const { every, sample } = costs[plan.weight];
    const piece = Math.max(1, Math.floor(PIECE / sample));
    const parts: PilotResult[] = [];
    for (let done = 0; done < plan.samples; done += piece) {
      const warmUp = done === 0 ? plan.warmUp : 0;
      const samples = Math.min(piece, plan.samples - done);
      const part = run({ ...task, seed, chain: index + 1, from: states[index], every, warmUp, samples });
      parts.push(part);
      states[index] = part.to;
      exactEvaluations += part.exactEvaluations;
      seconds += part.seconds;
    }
    return parts;
  };
  return {
    stage(chemicalPotential, plan, couplings) {
      const task = { parameters: { ...parameters, chemicalPotential }, couplings };
      const made = [...states.keys()].map((index) => advance(index, task, plan));
      return { chemicalPotential, temperature: parameters.temperature, ...samplesOf(made, plan.samples, parameters) };
    },
    exactEvaluations: () => exactEvaluations,
    seconds: () => seconds,
  };
}

/** The parts of all chains, put together. */
function samplesOf(made: readonly (readonly PilotResult[])[], samples: number, { lattice }: ModelParameters) {
  const joined = (key: 'levels' | 'logWeights' | 'spins' | 'controls') =>
    made.map((parts) => joinedArrays(parts.map((part) => part[key])));
  const controls = joined('controls');
  const count = controls[0].length / samples;
  return {
    size: 2 * presentCount(lattice),
    chains: joined('levels'),
    logWeights: joined('logWeights'),
    spins: joined('spins'),
    controls: Array.from({ length: count }, (_, a) => controls.map((chain) => strided(chain, a, count))),
  };
}

/** The entries first, first + step, … */
const strided = (all: Float64Array, first: number, step: number): Float64Array =>
  Float64Array.from({ length: all.length / step }, (_, k) => all[first + k * step]);
