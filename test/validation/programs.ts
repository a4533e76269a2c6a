/** What is more than one chain of a sampler, against known averages: ladders, a study with its files, the search for a chemical potential. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleFilling } from '../../src/chain/filling/find-filling.ts';
import { readStudyPoints } from '../../src/results/study/read-points.ts';
import { estimateOf, type RunReport } from '../../src/results/summary/run-json.ts';
import { advanceStudy } from '../../src/run/study/advance-study.ts';
import { startStudy } from '../../src/run/study/start-study.ts';
import { parseStudy } from '../../src/spec/sweep/parse-study.ts';
import { resolveSpec } from '../../src/spec.ts';
import { openStudy } from '../../src/store/study.ts';
import { densityOnTwoByTwo } from '../chain/filling/two-by-two.ts';
import ensembles from '../fixtures/ensembles-4x4.json' with { type: 'json' };
import { SAMPLERS } from '../sampling/samplers.ts';
import { doubleBonds, fourByFour, type Known, type System } from '../sampling/systems.ts';
import { ladderPulls } from '../sampling/tempering/ladders.ts';
import type { Case } from './cases.ts';
import type { Estimate } from './comparison.ts';

/** `shorter`: chains are shorter by this factor. */
export const programCases = (shorter: number): Case[] => [
  ...['local', 'self-learning, linear model, heat bath'].map((sampler) =>
    ladderCase(sampler, '2 × 2 at two temperatures', [doubleBonds(10), doubleBonds(5)], 40_000 / shorter),
  ),
  ladderCase(
    'local',
    '4 × 4 at three temperatures',
    [0.05, 0.1, 0.2].map((T) => fourByFour(T as 0.05)),
    8000 / shorter,
  ),
  studyCase(Math.ceil(4000 / shorter)),
  ...[0.75, 0.4].map((filling) => fillingCase(filling, Math.ceil(20_000 / shorter))),
];

/** Averages at all temperatures of a ladder. */
function ladderCase(sampler: string, name: string, systems: readonly System[], samples: number): Case {
  const known = systems.flatMap((system) =>
    system.known.map((one) => Object.assign({ ...one }, { name: `${system.name}: ${one.name}` })),
  );
  const estimates = (seed: number) =>
    ladderPulls(systems, SAMPLERS[sampler], { seed, warmUp: 500, samples }).map(({ mean, error }) => ({ mean, error }));
  return { sampler: `tempered: ${sampler}`, system: { name, known }, samples, estimates };
}

/** A study of four points as `run` and `report` make it, with its trainings, files and reports. */
function studyCase(samples: number): Case {
  const known = [...TWO_BY_TWO, ...TEMPERATURES.flatMap(knownAt)];
  const estimates = (seed: number) => estimatesOfStudy(studyText(samples, seed));
  return { sampler: 'study of four points', system: { name: '2 × 2 and 4 × 4', known }, samples, estimates };
}

const TEMPERATURES = [0.05, 0.1, 0.2] as const;
const OBSERVABLES = ['energyPerSite', 'staggeredMagnetization2'] as const;
const OF_TWO_BY_TWO: Readonly<Record<(typeof OBSERVABLES)[number], string>> = {
  energyPerSite: 'energy per site',
  staggeredMagnetization2: 'm_s²',
};
const TWO_BY_TWO = OBSERVABLES.map((name): Known => {
  const { mean } = doubleBonds(5).known.find((one) => one.name === OF_TWO_BY_TWO[name]) as Known;
  return { name: `2 × 2, T = 0.2: ${name}`, mean, error: 0 };
});
const knownAt = (temperature: (typeof TEMPERATURES)[number]): Known[] =>
  OBSERVABLES.map((name) =>
    Object.assign({ name: `4 × 4, T = ${temperature}: ${name}` }, ensembles.ensembles[`T=${temperature}`][name]),
  );

const studyText = (samples: number, seed: number): string => `
effective.kind = "linear"
training.exact_evaluations = 100
sampling = { chains = 2, samples = ${samples}, seed = ${seed} }
[[sweep.points]]
lattice.size = [2, 2]
model.temperature = 0.2
${TEMPERATURES.map((T) => `[[sweep.points]]\nlattice.size = [4, 4]\nmodel.temperature = ${T}`).join('\n')}
`;

async function estimatesOfStudy(text: string): Promise<Estimate[]> {
  const study = parseStudy(text, 'study');
  if (!study) throw new Error('expected a study');
  const directory = mkdtempSync(join(tmpdir(), 'spinformer-validation-'));
  try {
    startStudy(directory, text, study);
    const observer = { tell() {}, interruption: new AbortController().signal };
    const { failed } = await advanceStudy(directory, study, { workers: 1 }, observer);
    if (failed.length > 0) throw failed[0].error;
    return [...readStudyPoints(openStudy(directory))].flatMap(({ report }) =>
      OBSERVABLES.map((name) => estimateIn(report as RunReport, name)),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function estimateIn({ observables }: RunReport, name: string): Estimate {
  const estimate = estimateOf(observables[name]);
  return estimate?.kind === 'estimate' ? estimate : { mean: Number.NaN, error: Number.NaN };
}

/** The exact density at the chemical potential that is found, with the error that the search states. */
function fillingCase(filling: number, samples: number): Case {
  const exact = densityOnTwoByTwo(0.2);
  const known = [{ name: 'density at the μ that is found', mean: filling, error: 0 }];
  const estimates = (seed: number) => {
    const sampling = { method: 'hmc', samples, seed } as const;
    const { filling: found } = settleFilling(
      resolveSpec({ lattice: { size: [2, 2] }, model: { temperature: 0.2, filling }, sampling }),
    );
    if (!found) throw new Error('a spec with a filling has one');
    return [{ mean: exact.density(found.chemicalPotential), error: found.density.error }];
  };
  return { sampler: 'search for μ', system: { name: `2 × 2, n = ${filling}`, known }, samples, estimates };
}
