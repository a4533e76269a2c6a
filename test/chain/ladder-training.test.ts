/** Models of ladders, each of which begins with that of the temperature above. */
import { expect, it } from 'vitest';
import type { Job } from '../../src/chain/job.ts';
import { trainingOf } from '../../src/chain/learning/models.ts';
import { prepareSpec } from '../../src/chain/prepare-spec.ts';

const TEXT = `
lattice.size = [4, 4]
effective = { kind = "linear", shells = 2 }
training.exact_evaluations = 360
sampling = { method = "self-learning", samples = 20 }
`;
const prepared = (text: string): Job => prepareSpec(`${TEXT}${text}`);
const ladder = prepared('tempering.temperatures = [0.05, 0.1, 0.2]');

const weightsOf = ({ learned }: Job) => learned?.effective.weights;

it('learns from nothing at the highest temperature, as a single run there does', () => {
  expect(weightsOf(ladder.rungs?.[2] as Job)).toEqual(weightsOf(prepared('model.temperature = 0.2')));
});

it('begins with the model of the temperature above where that is good, with a third of the evaluations, and the cards say so', () => {
  const trainings = (ladder.rungs ?? []).map(({ learned }) => learned && trainingOf(learned.effective));
  expect(trainings.map((training) => (training?.acceptance.measured ?? 0) > 0.5)).toEqual([false, false, true]);
  expect(trainings.map((training) => training?.beganWith)).toEqual([undefined, 'T=0.2', undefined]);
  expect(trainings.map((training) => (training?.cost.exactEvaluations ?? 0) > 120)).toEqual([true, false, true]);
});

it('depends on the temperatures above alone', () => {
  const fewer = prepared('tempering.temperatures = [0.1, 0.2]');
  expect(weightsOf(fewer.rungs?.[0] as Job)).toEqual(weightsOf(ladder.rungs?.[1] as Job));
});

it('leaves every temperature to itself where models are chosen', { timeout: 60_000 }, () => {
  const chosen = prepareSpec(
    'lattice.size = [2, 2]\neffective.kind = "auto"\ntraining.exact_evaluations = 40\nsampling.samples = 20\ntempering.temperatures = [0.1, 0.2]',
  );
  const single = prepareSpec(
    'lattice.size = [2, 2]\neffective.kind = "auto"\ntraining.exact_evaluations = 40\nsampling.samples = 20\nmodel.temperature = 0.1',
  );
  expect(weightsOf(chosen.rungs?.[0] as Job)).toEqual(weightsOf(single));
});
