/** What every flow is worth, and every sampler beside it. */
import { type Cell, flowAt } from '../analysis/flow-cells.ts';
import { type Place, placeName, pointName, samePlace, specAt } from '../analysis/flow-points.ts';
import { cellRates, type Rate } from '../analysis/flow-rates.ts';
import { annealedOf, type Candidate, HMC } from '../analysis/flow-rivals.ts';
import { type Performance, performanceOf } from '../analysis/performance.ts';
import type { FittedLaw } from '../analysis/power-law.ts';
import { type Combined, combined, mean } from '../analysis/seeds.ts';
import type { FlowResult } from '../workshop/tasks/flow.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
import {
  classicalPlaces,
  comparedPlaces,
  countAt,
  type Plan,
  type PlannedFlow,
  partitionPlaces,
  plannedFlows,
} from './plan.ts';

/** A run with its performance; undefined where its chain is too short to tell. */
export interface RunCell {
  readonly candidate: Candidate;
  readonly place: Place;
  readonly performance: Performance | undefined;
  readonly samples: number;
  /** log Z, of annealing alone. */
  readonly logPartition: Combined | undefined;
}

export interface Outcome {
  readonly cells: readonly Cell[];
  readonly runs: readonly RunCell[];
  /** log Z by quadrature on 2 × 2 sites, by place. */
  readonly quadratures: readonly { readonly place: Place; readonly value: number }[];
}

export async function outcomeOf(workshop: Workshop, plan: Plan): Promise<Outcome> {
  const runsAt = (places: readonly Place[], candidates: readonly Candidate[]) =>
    Promise.all(places.map((place) => runCells(workshop, plan, place, candidates)));
  const [cells, ...runs] = await Promise.all([
    Promise.all(plannedFlows(plan).map((flow) => cellOf(workshop, plan, flow))),
    runsAt(comparedPlaces(plan), plan.candidates),
    runsAt(classicalPlaces(plan), [HMC]),
    runsAt(partitionPlaces(plan), [annealedOf(plan.linearBudget)]),
  ]);
  return { cells, runs: runs.flat(2), quadratures: await quadraturesOf(workshop, plan) };
}

async function cellOf(workshop: Workshop, plan: Plan, { point, seeds }: PlannedFlow): Promise<Cell> {
  const { base, rounds, conditioner } = point;
  const results = seeds.map((seed) =>
    workshop.compute(`flow, ${pointName(point)}, seed ${seed}`, 'flow', {
      spec: specAt(point),
      base,
      rounds,
      choice: { colours: 'sites', map: 'spline', conditioner },
      budget: plan.budget,
      linearBudget: plan.linearBudget,
      seed,
      samples: countAt(plan.proposals, point),
    }),
  );
  return { point, seeds: await Promise.all(results) };
}

/** The runs of one place come first, so that their steps can be timed in turn. */
async function runCells(
  workshop: Workshop,
  plan: Plan,
  place: Place,
  candidates: readonly Candidate[],
): Promise<RunCell[]> {
  const results = await Promise.all(candidates.map((candidate) => runOf(workshop, plan, place, candidate)));
  const names = candidates.map(({ name }) => name).join(', ');
  const times = await workshop.compute(`step times, ${names}, ${placeName(place)}`, 'step-times', {
    runs: results.map(({ data }) => data.run.directory),
    ...plan.timing,
  });
  return results.map((result, k) => ({
    candidate: candidates[k],
    place,
    performance: performanceOf({ result, rounds: times[k] }),
    samples: result.data.spec.sampling.samples,
    logPartition: logPartitionOf(result),
  }));
}

function runOf(workshop: Workshop, plan: Plan, place: Place, candidate: Candidate): Promise<RunResult> {
  const { name, method, effective, exactEvaluations, proposal, factor = 1 } = candidate;
  const samples = Math.round(countAt(plan.samples, place) * factor);
  return workshop.run(`${name}, ${placeName(place)}`, {
    ...specAt(place),
    ...(effective ? { effective, training: { exactEvaluations } } : {}),
    sampling: { method, chains: 1, samples, warmUp: WARM_UP, seed: plan.seeds[0], ...(proposal ? { proposal } : {}) },
  });
}

const WARM_UP = 60;

function logPartitionOf({ summary }: RunResult): Combined | undefined {
  const estimate = summary.observables.logPartitionFunction;
  return estimate?.kind === 'estimate' ? { value: estimate.mean, error: estimate.error } : undefined;
}

/** Nodes by angle; ten digits at T = 0.05. */
const NODES = 12;

function quadraturesOf(workshop: Workshop, plan: Plan): Promise<Outcome['quadratures']> {
  const places = partitionPlaces(plan).filter(({ size: [a] }) => a === 2);
  return Promise.all(
    places.map(async (place) => {
      const argument = { spec: specAt(place), nodes: NODES };
      return { place, value: await workshop.compute(`quadrature, ${placeName(place)}`, 'four-spins', argument) };
    }),
  );
}

export const runAt = ({ runs }: Outcome, place: Place, name: string): RunCell | undefined =>
  runs.find((run) => run.candidate.name === name && samePlace(run.place, place));

/** All samplers of a place, flows first. */
export function ratesAt({ cells, runs }: Outcome, place: Place): Rate[] {
  const rates = [
    ...cells.filter(({ point }) => samePlace(point, place)).flatMap(cellRates),
    ...runs.filter((run) => samePlace(run.place, place)).map(runRate),
  ];
  return [...rates.filter(({ isFlow }) => isFlow), ...rates.filter(({ isFlow }) => !isFlow)];
}

const runRate = ({ candidate: { name }, performance }: RunCell): Rate => ({
  ...{ name, isFlow: false },
  perEvaluation: performance?.perEvaluation,
  perSecond: performance?.perSecond,
});

/** log Z of one place by both ways. Seconds: those of sampling, without training, for an error of ONE_PER_CENT. */
export interface Partition {
  readonly place: Place;
  readonly flow: Combined;
  readonly annealed: Combined;
  readonly exact: number | undefined;
  readonly flowSeconds: number;
  readonly annealedSeconds: number;
}

const ONE_PER_CENT = 0.01;

export const partitionsOf = (outcome: Outcome, plan: Plan): Partition[] =>
  partitionPlaces(plan).flatMap((place) => {
    const run = runAt(outcome, place, annealedOf(plan.linearBudget).name);
    if (!run?.logPartition || !run.performance) return [];
    const { seeds } = flowAt(outcome.cells, { ...place, base: 'uniform' });
    const samples = countAt(plan.proposals, place);
    const { exact, inner } = run.performance;
    return [
      {
        place,
        flow: combined(seeds.map(logPartition)),
        annealed: run.logPartition,
        exact: outcome.quadratures.find((one) => samePlace(one.place, place))?.value,
        flowSeconds: mean(
          seeds.map(({ quality, weighted }) => secondsFor(quality.logMean, samples, weighted.milliseconds.value)),
        ),
        annealedSeconds: secondsFor(run.logPartition, run.samples, exact + inner),
      },
    ];
  });

/** log Z, from the log of the mean weight over all directions. */
const logPartition = ({ quality: { logMean }, siteCount }: FlowResult): Combined => ({
  value: logMean.value + siteCount * Math.log(4 * Math.PI),
  error: logMean.error,
});

const secondsFor = ({ error }: Combined, samples: number, milliseconds: number): number =>
  (samples * milliseconds * (error / ONE_PER_CENT) ** 2) / 1000;

/** The exponent of a law; where the points are off it by more than their errors, its error is larger by √(χ²/ν), as if theirs were. */
export function exponentOf({ exponent: { value, error }, chiSquare, degrees }: FittedLaw): Combined {
  return { value, error: error * Math.sqrt(Math.max(1, chiSquare / degrees)) };
}

/** The exponent p of a law N^p that grows. */
export function growthOf(law: FittedLaw): Combined {
  const { value, error } = exponentOf(law);
  return { value: -value, error };
}
