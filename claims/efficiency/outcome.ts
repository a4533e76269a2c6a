/** The performance of every candidate at every size. */
import { averagePerformance, type Performance, performanceOf, type TimedRun } from '../analysis/performance.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
import { AUTO, type Candidate, type Plan, samplesOf, TEMPERATURE, WARM_UP } from './plan.ts';

interface Cell {
  readonly candidate: Candidate;
  readonly size: number;
  /** The performance; undefined where chains are too short to tell. */
  readonly performance: Performance | undefined;
  /** The sampler and the model of the runs, which `auto` chooses by itself. */
  readonly chosen: string;
}

export type Outcome = readonly Cell[];

export async function outcomeOf(workshop: Workshop, plan: Plan): Promise<Outcome> {
  const bySize = await Promise.all([...plan.samples.keys()].map((size) => cellsOf(workshop, plan, size)));
  return bySize.flat();
}

/** The cells of one size. All runs come first, so that their steps can be timed in turn. */
async function cellsOf(workshop: Workshop, plan: Plan, size: number): Promise<Cell[]> {
  const candidates = plan.candidates.filter(({ upTo = size }) => size <= upTo);
  const runs = await Promise.all(candidates.map((candidate) => runsOf(workshop, plan, candidate, size)));
  const results = runs.flat();
  const directories = results.map(({ data }) => data.run.directory);
  const times = await workshop.compute(`step times, ${size}x${size}`, 'step-times', {
    runs: directories,
    ...plan.timing,
  });
  const timed = times.map((rounds, index) => ({ result: results[index], rounds }));
  const count = plan.seeds.length;
  return candidates.map((candidate, k) => cellOf(candidate, size, timed.slice(k * count, (k + 1) * count)));
}

function runsOf(workshop: Workshop, plan: Plan, candidate: Candidate, size: number): Promise<RunResult[]> {
  const { name, method, effective, exactEvaluations } = candidate;
  const runs = plan.seeds.map((seed) =>
    workshop.run(`${name}, ${size}x${size}, seed ${seed}`, {
      lattice: { size: [size, size] },
      model: { temperature: TEMPERATURE },
      ...(effective ? { effective, training: { exactEvaluations } } : {}),
      sampling: { method, chains: 1, samples: samplesOf(plan, candidate, size), warmUp: WARM_UP, seed },
    }),
  );
  return Promise.all(runs);
}

function cellOf(candidate: Candidate, size: number, runs: readonly TimedRun[]): Cell {
  const known = runs.map(performanceOf).filter((one) => one !== undefined);
  const performance = known.length === runs.length ? averagePerformance(known) : undefined;
  const chosen = [...new Set(runs.map(({ result }) => choiceWords(result.data.spec)))].join(' or ');
  return { candidate, size, performance, chosen };
}

function choiceWords({ sampling, effective }: RunResult['data']['spec']): string {
  const learns = !['local', 'hmc'].includes(sampling.method);
  return learns ? `${sampling.method}, ${[effective.kind].flat().join(' + ')}` : sampling.method;
}

/** A cell with numbers. */
export interface KnownCell extends Cell {
  readonly performance: Performance;
}

export const isKnown = (cell: Cell): cell is KnownCell => cell.performance !== undefined;

export type Rate = 'perSecond' | 'perSecondMeasured' | 'perEvaluation';

export const bestOf = (cells: readonly KnownCell[], rate: Rate): KnownCell | undefined =>
  cells.toSorted((a, b) => b.performance[rate].value - a.performance[rate].value)[0];

/** The best sampler without a learned model. */
export const bestExact = (cells: readonly KnownCell[]): KnownCell | undefined =>
  bestOf(
    cells.filter(({ candidate }) => !candidate.effective),
    'perSecond',
  );

/** Whether a cell is not `auto`, which repeats one of the others. */
export const isNotAuto = ({ candidate }: Cell): boolean => candidate.name !== AUTO;
