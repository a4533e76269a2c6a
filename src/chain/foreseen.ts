/** A look at the next step of a chain: what the learned model proposes, and what the exact weight is going to say. */

import { createModel } from '../exact/create.ts';
import { exp } from '../numeric/elementary.ts';
import { philoxStream } from '../numeric/philox.ts';
import { innerChain } from '../sampling/inner/inner-chain.ts';
import type { ReversibleKernel } from '../sampling/interfaces/reversible-kernel.ts';
import { correctedStep } from '../sampling/moves/correction.ts';
import { transported } from '../sampling/samplers/learned-sampler.ts';
import { isRelaxing } from '../sampling/samplers/relaxed.ts';
import { methodOf } from '../spec/learns.ts';
import { sampledParameters } from '../spec/model-parameters.ts';
import { chainSeed } from './chain-seed.ts';
import type { Checkpoint } from './checkpoint.ts';
import { flowOn } from './flow/load-flow.ts';
import type { Job } from './job.ts';
import { innerPlanOf, loadModels } from './learning/models.ts';
import type { SpecCheckpoint } from './spec-checkpoint.ts';

/** A step that a chain is about to take. Differences are those of the proposal less those of where the chain is. */
export interface ForeseenStep {
  /** The configuration that is proposed, x y z of site 0, of site 1, … */
  readonly proposal: Float64Array;
  /** β times the difference of the free energy F = −T log W. */
  readonly exactDifference: number;
  /** β times the difference of the learned energy. */
  readonly effectiveDifference: number;
  /** The probability min(1, e^(effectiveDifference − exactDifference)) with which it is accepted. */
  readonly probability: number;
  /** Whether it will be. */
  readonly isAccepted: boolean;
}

/**
 * A function that says of a checkpoint of `sampleSpec` what the next step is going to be, by the same random numbers; the chain itself is left as it is. It
 * returns undefined where no learned model proposes: with exact methods and reweighting, in a ladder, while a warm-up moves by trajectories of the exact weight, and for a proposal that ends where it began.
 *
 * `job`: what prepareSpec has made of the spec of the chain.
 */
export function foresee(job: Job): (checkpoint: SpecCheckpoint) => ForeseenStep | undefined {
  const { spec, learned, flow } = job;
  const { learns, weighted } = methodOf(spec);
  if (!learns || weighted || !learned || job.rungs) return () => undefined;
  const parameters = sampledParameters(spec);
  const model = createModel(parameters);
  const plan = innerPlanOf(learned.effective);
  const models = loadModels(parameters, learned);
  const inner = innerChain(models, parameters.temperature, plan);
  const kernel = transported(inner, flow && flowOn(parameters, flow, models));
  const logWeight = (spins: Float64Array) => model.logWeight(spins);
  return ({ chain, state }) =>
    isRelaxing(state.settings)
      ? undefined
      : foreseen(kernel, logWeight, state, philoxStream(chainSeed(spec), chain, state.randomPosition));
}

function foreseen(
  kernel: ReversibleKernel,
  logWeight: (spins: Float64Array) => number,
  { spins, logWeight: before, settings }: Checkpoint,
  random: ReturnType<typeof philoxStream>,
): ForeseenStep | undefined {
  kernel.restore(settings);
  const proposal = new Float64Array(spins.length);
  const { moved, accepted, advance, logRatio } = correctedStep(
    kernel,
    logWeight,
    spins.slice(),
    before,
    proposal,
    random,
  );
  if (!moved) return undefined;
  const effectiveDifference = advance.logDensityBefore - advance.logDensityAfter;
  return {
    proposal,
    exactDifference: effectiveDifference - logRatio,
    effectiveDifference,
    probability: logRatio >= 0 ? 1 : exp(logRatio),
    isAccepted: accepted,
  };
}
