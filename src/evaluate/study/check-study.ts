/** What a study amounts to: its points, and what they cost on this machine. */
import { availableParallelism } from 'node:os';
import type { CountedModel } from '../../chain/learning/measurement-cost.ts';
import type { Route } from '../../exact/model.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Study, SweptValue } from '../../spec/study.ts';
import type { Engine } from '../../wasm/engine.ts';
import { type CostParts, pointCost, type StepCost, stepCost } from './cost.ts';
import { poleCounts, type Shape } from './shapes.ts';
import { type Slowness, slownessOf } from './slowness.ts';

/** Seconds by what they are spent on: `spins` are the observables of the spins alone, `files` the directory, the chains' segments and the report of a run. */
export interface SecondsOfPoint extends CostParts {
  readonly spins: number;
  readonly files: number;
}

/** A point as `check --json` lists it. */
export interface PointCheck {
  readonly name: string;
  readonly values: Readonly<Record<string, SweptValue>>;
  readonly sites: number;
  readonly route: Route;
  /** Poles of the expansion of log W; 0 where levels are summed one by one. */
  readonly poles: number;
  /** Estimates for this machine: milliseconds of a log weight, seconds of one core for the whole point. */
  readonly milliseconds: { readonly logWeight: number };
  readonly seconds: number;
  /** What these are spent on. */
  readonly parts: SecondsOfPoint;
}

/** The shape of `check --json` of a study. */
export interface StudyCheck {
  readonly keys: readonly string[];
  readonly points: readonly PointCheck[];
  readonly engine: Engine;
  readonly total: {
    readonly points: number;
    readonly chains: number;
    /** Samples of all chains, warm-up left out. */
    readonly samples: number;
    /** Seconds of one core: two cores take half of it. */
    readonly seconds: number;
    /** What these are spent on; `threads`: the start of a thread for every core. */
    readonly parts: SecondsOfPoint & { readonly threads: number };
    /** Peak of the whole process after the largest model. */
    readonly megabytes: number;
  };
}

/** The estimates of all points. One model of every shape is timed, and counted costs lead from it to the others. */
export function checkStudy({ keys, points, neighbours }: Study, shapes: readonly Shape[]): StudyCheck {
  const carried = new Set(points.flatMap(({ name, spec }) => (neighbours.has(name) ? [spec] : [])));
  const slowness = slownessOf(shapes.map(({ model }) => model));
  const estimates = new Map(shapes.flatMap((shape) => [...estimated(shape, slowness(shape.model), carried)]));
  const checks = points.map(({ name, values, spec }) => ({ name, values, ...(estimates.get(spec) as Estimate) }));
  const sum = (of: (spec: Spec) => number) => points.reduce((total, { spec }) => total + of(spec), 0);
  const parts = { ...sumOfParts(checks.map((check) => check.parts)), threads: THREAD * availableParallelism() };
  return {
    keys,
    points: checks,
    engine: shapes[0].model.engine,
    total: {
      points: points.length,
      chains: sum(({ sampling }) => sampling.chains),
      samples: sum(({ sampling }) => sampling.chains * sampling.samples),
      seconds: secondsIn(parts),
      parts,
      megabytes: process.resourceUsage().maxRSS / 1024,
    },
  };
}

/** Seconds of processor time that a directory and a report take a point, that starting a chain and writing its segment take a chain, and the start of a thread, which loads the program. By measurement on a core of 2023. */
export const FILES = 0.035;
const CHAIN = 0.016;
const THREAD = 0.25;

const secondsIn = (parts: object): number =>
  Object.values(parts).reduce((total: number, seconds: number) => total + seconds, 0);

function sumOfParts(all: readonly SecondsOfPoint[]): SecondsOfPoint {
  const names = Object.keys(all[0]) as (keyof SecondsOfPoint)[];
  const sums = names.map((name) => [name, all.reduce((total, parts) => total + parts[name], 0)]);
  return Object.fromEntries(sums);
}

type Estimate = Omit<PointCheck, 'name' | 'values'>;

function estimated(shape: Shape, { perCost, perSite }: Slowness, carried: ReadonlySet<Spec>): Map<Spec, Estimate> {
  const { model } = shape;
  const { route, parameters } = model;
  const counts = poleCounts(shape);
  const poles = counts.get(shape.points[0].spec) ?? 0;
  const stepOf = rememberedSteps();
  const estimate = (spec: Spec, count: number): Estimate => {
    const exact: CountedModel = { route, parameters, cost: count === 0 ? model.cost : (model.cost * count) / poles };
    const sites = parameters.lattice.siteCount;
    const { chains, samples } = spec.sampling;
    const counted = Object.entries(pointCost(spec, exact, stepOf(spec, exact), carried.has(spec)));
    const timed = Object.fromEntries(counted.map(([part, cost]) => [part, perCost * cost])) as unknown as CostParts;
    const parts = { ...timed, spins: perSite * sites * chains * samples, files: FILES + CHAIN * chains };
    const milliseconds = { logWeight: 1e3 * perCost * exact.cost };
    return { sites, route, poles: count, milliseconds, seconds: secondsIn(parts), parts };
  };
  return new Map([...counts].map(([spec, count]) => [spec, estimate(spec, count)]));
}

/** The cost of a step takes a learned model to count, which points of a shape share. */
function rememberedSteps(): typeof stepCost {
  const known = new Map<string, StepCost>();
  return (spec, exact) => {
    const { method, electronsEvery, levels } = spec.sampling;
    const key = JSON.stringify([exact.cost, spec.effective, method, electronsEvery, levels]);
    const step = known.get(key) ?? stepCost(spec, exact);
    known.set(key, step);
    return step;
  };
}
