/** Curves on 4 × 4 sites against reference ensembles, and against runs at temperatures between those of the points. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { learn } from '../../../src/chain/learning/learn.ts';
import { type LearnedModels, loadModels } from '../../../src/chain/learning/models.ts';
import { modelWeights } from '../../../src/effective/weights/model-files.ts';
import type { CombinedLevels } from '../../../src/results/study/combined-levels.ts';
import { curvesOf, readLevelsOf } from '../../../src/results/study/curves.ts';
import { atFilling } from '../../../src/results/study/filling-of-levels.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { sampledParameters } from '../../../src/spec/model-parameters.ts';
import type { Spec } from '../../../src/spec/spec.ts';
import type { Run } from '../../../src/store/store.ts';
import ensembles from '../../fixtures/ensembles-4x4.json' with { type: 'json' };
import { pointRun, studyIn } from './runs-with-levels.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-curves-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SPEC = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 200
sampling = { method = "local", samples = 4000, warm_up = 200, seed = 5 }
`;
const point = (temperature: number, overrides: readonly string[] = [], learned?: (spec: Spec) => LearnedModels): Run =>
  pointRun(studyIn(folder), SPEC, [`model.temperature=${temperature}`, ...overrides], learned);

function combined(runs: readonly Run[]): CombinedLevels {
  const levels = readLevelsOf(runs);
  if (!levels) throw new Error('no levels');
  return levels;
}

interface Known {
  readonly mean: number;
  readonly error: number;
}

/** (curve − known)/error of all that is known at a temperature. */
function pulls(levels: CombinedLevels, temperature: number, known: Readonly<Record<string, Known>>): number[] {
  const at = levels.at({ temperature, chemicalPotential: 0 });
  expect(at.isReached).toBe(true);
  return Object.entries(known).map(([name, { mean, error }]) => {
    const found = at.of(name);
    return (found.value - mean) / Math.hypot(found.error, error);
  });
}

const REFERENCES = [0.05, 0.1, 0.2] as const;
const known = (temperature: (typeof REFERENCES)[number]) => ensembles.ensembles[`T=${temperature}`];

/** Pulls of one sign and size where quantities hang together, so that the mean square has fewer degrees of freedom than there are values. */
function expectByChance(all: readonly number[]): void {
  const words = all.map((pull) => pull.toFixed(2)).join(' ');
  expect(Math.max(...all.map(Math.abs)), words).toBeLessThan(3.5);
  expect(all.reduce((sum, pull) => sum + pull * pull, 0) / all.length, words).toBeLessThan(2);
}

describe('three temperatures', () => {
  const levels = combined(REFERENCES.map((temperature) => point(temperature)));

  it('agree with the reference ensembles at each of them', () => {
    expectByChance(REFERENCES.flatMap((temperature) => pulls(levels, temperature, known(temperature))));
  });

  it('agree with runs of other random numbers between them', () => {
    const names = ['binderRatio', 'staggeredSusceptibility', 'scalarChirality', 'energyFluctuationPerSite'];
    const direct = [0.07, 0.14].flatMap((temperature) => {
      const { observables } = summarise(point(temperature, ['sampling.seed=17']));
      const compared = [...Object.keys(known(0.1)), ...names].flatMap((name) => {
        const one = observables[name];
        return one?.kind === 'estimate' ? [[name, one] as const] : [];
      });
      return pulls(levels, temperature, Object.fromEntries(compared));
    });
    expect(direct.length).toBeGreaterThanOrEqual(24);
    expectByChance(direct);
  });
});

const wellLearned = (spec: Spec): LearnedModels => learn(spec).models;

/** Couplings far from what was learned: most proposals are rejected, and weights vary. */
function badly(spec: Spec): LearnedModels {
  const learned = wellLearned(spec);
  const model = loadModels(sampledParameters(spec), learned).effective;
  for (let k = 0; k < model.parameters.length; k++) model.parameters[k] *= 0.5;
  const parameters = Object.fromEntries(model.parameterNames.map((name, k) => [name, model.parameters[k]]));
  return { effective: { card: { ...learned.effective.card, parameters }, weights: modelWeights(model) } };
}

describe.each([
  ['self-learning with a bad model', 'self-learning', badly],
  ['reweighting', 'reweighting', wellLearned],
  ['reweighting with a bad model', 'reweighting', badly],
] as const)('%s', (_, method, learned) => {
  it('agrees with the reference ensembles', () => {
    const runs = [0.1, 0.2].map((temperature) => point(temperature, [`sampling.method="${method}"`], learned));
    const levels = combined(runs);
    expectByChance(([0.1, 0.2] as const).flatMap((temperature) => pulls(levels, temperature, known(temperature))));
  });
});

describe('points without overlap', () => {
  const runs = [-2, 0].map((mu) => point(0.01, [`model.chemical_potential=${mu}`, 'sampling.samples=500']));
  const levels = combined(runs);
  const [curve] = curvesOf(levels);

  it('have curves that end, and say where', () => {
    expect(curve.key).toBe('model.chemical_potential');
    expect(curve.gaps).toEqual([[-2, 0]]);
    const { mean, error } = curve.observables.energyPerSite;
    expect(mean.map((value) => value !== null)).toEqual([true, false, false, false, true]);
    expect(error.map((value) => value !== null)).toEqual([true, false, false, false, true]);
  });

  it('reach no filling between them', () => {
    expect(atFilling(levels, { temperature: 0.01, chemicalPotential: -2 }, 0.75)).toBeUndefined();
  });

  it('have averages of their own, as alone', () => {
    const alone = combined(runs.slice(1)).at({ temperature: 0.01, chemicalPotential: 0 }).of('energyPerSite');
    const together = levels.at({ temperature: 0.01, chemicalPotential: 0 }).of('energyPerSite');
    expect(together.value).toBeCloseTo(alone.value, 9);
    // Both are cut into pieces by the slower one, so the errors are two estimates of one.
    expect(Math.abs(Math.log(together.error / alone.error))).toBeLessThan(0.4);
  });
});
