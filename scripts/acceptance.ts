/**
 * How well models learn: trains as a run does, from random spins, freezes the model, and measures how often its proposals are accepted.
 *
 *   node scripts/acceptance.ts --kind transformer --blocks 3 --shells 6 --budget 2000 --seeds 1,2,3
 *   node scripts/acceptance.ts --kind nodal,transformer --blocks 2 --shells all --cross-readout --size 8 --temperature 0.05
 *
 * One line per model and seed: acceptance for decorrelated proposals with its error, the acceptance predicted from the variance σ² of
 * β(F − E_eff) over the proposals, erfc(σ/2); σ² itself, the mean squared error; that over samples held out from the training.
 */
import { parseArgs } from 'node:util';
import { createModel } from '../src/exact/create.ts';
import { measuredAcceptance } from '../src/reproduce/acceptance.ts';
import { loadModels, trainingOf } from '../src/run/training/effective.ts';
import { learn } from '../src/run/training/learn.ts';
import { modelParameters } from '../src/spec/model-parameters.ts';
import { resolveSpec, type Spec, type SpecInput } from '../src/spec/spec.ts';
import { formatWithError } from '../src/statistics/format.ts';

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
  const learned = learn(spec);
  const { card } = learned.effective;
  const training = trainingOf(learned.effective);
  const exact = createModel(modelParameters(spec));
  const { effective } = loadModels(exact.parameters, learned);
  const measured = measuredAcceptance(exact, effective, spec.sampling.samples, spec.sampling.seed);
  const parts = [
    `${card.kind}, ${training.parameterCount} parameters, seed ${spec.sampling.seed}`,
    `${training.cost.exactEvaluations} exact evaluations`,
    `${training.seconds.toFixed(1)} s`,
    `acceptance ${formatWithError(measured.rate, measured.error)}`,
    `predicted ${measured.predicted.toFixed(3)}`,
    `mean squared error ${measured.meanSquaredError.toFixed(4)}`,
    `held out ${training.loss.heldOut.toFixed(4)}`,
  ];
  console.log(parts.join(', '));
}
