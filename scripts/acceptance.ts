/**
 * How well models learn: trains as a run does, from random spins, freezes the model, and measures how often its proposals are accepted.
 *
 *   node scripts/acceptance.ts --kind transformer --blocks 3 --shells 6 --budget 2000 --seeds 1,2,3
 *   node scripts/acceptance.ts --kind nodal,transformer --blocks 2 --shells all --cross-readout --size 8 --temperature 0.05
 *
 * One line per model and seed: acceptance for decorrelated proposals with its error, the acceptance predicted from the variance σ² of
 * β(F − E_eff) over the exact ensemble, erfc(σ/2); σ² itself, the mean squared error; that over samples held out from the training.
 */
import { parseArgs } from 'node:util';
import type { EffectiveModel } from '../src/effective/model.ts';
import { loadModel } from '../src/effective/weights/model-files.ts';
import { createModel } from '../src/exact/create.ts';
import { philoxStream } from '../src/numeric/philox.ts';
import type { RunTraining } from '../src/run/job/effective.ts';
import { learn } from '../src/run/job/learn.ts';
import { modelParameters } from '../src/run/model-parameters.ts';
import { resolveSpec, type Spec, type SpecInput } from '../src/run/spec/spec.ts';
import { decorrelatedPlan, innerChain } from '../src/sampling/inner-chain.ts';
import { acceptanceProbability } from '../src/sampling/metropolis.ts';
import { runChain } from '../src/sampling/run-chain.ts';
import { selfLearningSampler } from '../src/sampling/self-learning.ts';
import { namedConfiguration } from '../src/spins/named.ts';
import { predictedAcceptance } from '../src/statistics/acceptance.ts';
import { estimateMean, formatEstimate } from '../src/statistics/estimate.ts';

/** Proposals before those that count: step sizes adapt, and the chain forgets its start. */
const WARM_UP = 300;

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'transformer' },
    blocks: { type: 'string', default: '3' },
    shells: { type: 'string', default: 'all' },
    'cross-readout': { type: 'boolean', default: false },
    size: { type: 'string', default: '6' },
    temperature: { type: 'string', default: '0.05' },
    method: { type: 'string', default: 'levenberg-marquardt' },
    budget: { type: 'string', default: '2000' },
    seeds: { type: 'string', default: '1' },
    proposals: { type: 'string', default: '4000' },
  },
});

for (const seed of values.seeds.split(',').map(Number)) report(specOf(seed));

function specOf(seed: number): Spec {
  const kinds = values.kind.split(',');
  // What is wrong with a word or a number, the spec says.
  return resolveSpec({
    lattice: { size: [Number(values.size), Number(values.size)] },
    model: { temperature: Number(values.temperature) },
    effective: {
      kind: kinds.length === 1 ? kinds[0] : kinds,
      blocks: Number(values.blocks),
      shells: values.shells === 'all' ? 'all' : Number(values.shells),
      crossReadout: values['cross-readout'],
    },
    training: { method: values.method, exactEvaluations: Number(values.budget) },
    sampling: { seed, samples: Number(values.proposals) },
  } as SpecInput);
}

function report(spec: Spec): void {
  const { card, weights } = learn(spec).effective;
  const training = card.training as unknown as RunTraining;
  const measured = measure(spec, loadModel(modelParameters(spec), card, weights));
  const parts = [
    `${card.kind}, ${training.parameterCount} parameters, seed ${spec.sampling.seed}`,
    `${training.cost.exactEvaluations} exact evaluations`,
    `${training.seconds.toFixed(1)} s`,
    `acceptance ${measured.acceptance}`,
    `predicted ${measured.predicted.toFixed(3)}`,
    `mean squared error ${measured.meanSquaredError.toFixed(4)}`,
    `held out ${training.loss.heldOut.toFixed(4)}`,
  ];
  console.log(parts.join(', '));
}

/** Of a chain that starts hot, with proposals that forget where they began. */
function measure(spec: Spec, model: EffectiveModel) {
  const exact = createModel(modelParameters(spec));
  const { temperature, lattice } = exact.parameters;
  const { seed, samples } = spec.sampling;
  const sampler = selfLearningSampler(
    exact,
    innerChain({ effective: model }, temperature, decorrelatedPlan({ effective: model })),
  );
  const start = sampler.start(namedConfiguration('random', lattice, { seed }));
  const record = runChain(sampler, start, philoxStream(seed, 1), {
    ...{ warmUp: WARM_UP, samples },
    measure: ({ spins, logWeight }) => [logWeight + model.energy(spins) / temperature],
  });
  const moved = record.logRatio.filter((logRatio) => !Number.isNaN(logRatio));
  const meanSquaredError = variance(record.series[0]);
  return {
    acceptance: formatEstimate(estimateMean([moved.map(acceptanceProbability)])),
    predicted: predictedAcceptance(Math.sqrt(meanSquaredError)),
    meanSquaredError,
  };
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
}
