/** What a study amounts to: its points, and what they cost on this machine. */
import type { CountedModel } from '../../chain/learning/measurement-cost.ts';
import type { Route } from '../../exact/model.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Study, SweptValue } from '../../spec/study.ts';
import type { Engine } from '../../wasm/engine.ts';
import { pointCost, stepCost } from './cost.ts';
import { poleCounts, type Shape } from './shapes.ts';
import { type Slowness, slownessOf } from './slowness.ts';

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
    /** Peak of the whole process after the largest model. */
    readonly megabytes: number;
  };
}

/** The estimates of all points. One model of every shape is timed, and counted costs lead from it to the others. */
export function checkStudy({ keys, points }: Study, shapes: readonly Shape[]): StudyCheck {
  const slowness = slownessOf(shapes.map(({ model }) => model));
  const estimates = new Map(shapes.flatMap((shape) => [...estimated(shape, slowness(shape.model))]));
  const checks = points.map(({ name, values, spec }) => ({ name, values, ...(estimates.get(spec) as Estimate) }));
  const sum = (of: (spec: Spec) => number) => points.reduce((total, { spec }) => total + of(spec), 0);
  return {
    keys,
    points: checks,
    engine: shapes[0].model.engine,
    total: {
      points: points.length,
      chains: sum(({ sampling }) => sampling.chains),
      samples: sum(({ sampling }) => sampling.chains * sampling.samples),
      seconds: checks.reduce((total, { seconds }) => total + seconds, 0),
      megabytes: process.resourceUsage().maxRSS / 1024,
    },
  };
}

type Estimate = Omit<PointCheck, 'name' | 'values'>;

function estimated(shape: Shape, { perCost, perSite }: Slowness): Map<Spec, Estimate> {
  const { model } = shape;
  const { route, parameters } = model;
  const counts = poleCounts(shape);
  const poles = counts.get(shape.points[0].spec) ?? 0;
  const stepOf = rememberedSteps();
  const estimate = (spec: Spec, count: number): Estimate => {
    const exact: CountedModel = { route, parameters, cost: count === 0 ? model.cost : (model.cost * count) / poles };
    const sites = parameters.lattice.siteCount;
    const { chains, samples } = spec.sampling;
    const seconds = perCost * pointCost(spec, exact, stepOf(spec, exact)) + perSite * sites * chains * samples;
    const milliseconds = { logWeight: 1e3 * perCost * exact.cost };
    return { sites, route, poles: count, milliseconds, seconds };
  };
  return new Map([...counts].map(([spec, count]) => [spec, estimate(spec, count)]));
}

/** The cost of a step takes a learned model to count, which points of a shape share. */
function rememberedSteps(): typeof stepCost {
  const known = new Map<string, number>();
  return (spec, exact) => {
    const { method, electronsEvery } = spec.sampling;
    const key = JSON.stringify([exact.cost, spec.effective, method, electronsEvery]);
    const step = known.get(key) ?? stepCost(spec, exact);
    known.set(key, step);
    return step;
  };
}
