/** Data collapse: the exponents for which curves of several sizes fall on one master curve. */
import { chiSquareTail } from './chi-square.ts';
import { type CollapseFigure, collapseFigure } from './collapse-figure.ts';
import { type CollapseModel, collapseModels } from './collapse-models.ts';
import {
  type Free,
  freeParameters,
  type GivenParameters,
  isInside,
  PARAMETERS,
  type ParameterName,
  parameterAt,
  withParameters,
} from './collapse-parameters.ts';
import { masterCurve, type ScalingParameters, type SizedPoint } from './master-curve.ts';
import { averagedEstimate, modelOfReplica, type ReplicatedEstimate } from './model-average.ts';
import { nonlinearFit } from './nonlinear-fit.ts';
import type { CurvePoint } from './polynomial-fit.ts';

/** The curve of one size; its points need not be those of other sizes. */
export interface ScalingCurve {
  /** L. */
  readonly size: number;
  readonly points: readonly CurvePoint[];
}

/** Why the data do not support a fit. */
export type NoCollapse =
  /** Fewer than three sizes, or so few points that nothing is left to test. */
  | { readonly kind: 'too few data' }
  /** χ² is larger than chance makes it, in every window. */
  | { readonly kind: 'poor fit'; readonly chiSquare: number; readonly degrees: number }
  /** A parameter runs away to where it cannot be. */
  | { readonly kind: 'at a bound'; readonly parameter: ParameterName }
  /** Too many replicas have no fit. */
  | { readonly kind: 'not resolved' };

export interface Collapse extends CollapseFigure {
  readonly kind: 'collapse';
  readonly parameters: Readonly<Record<ParameterName, ReplicatedEstimate>>;
}

/** Fits that chance makes worse more often than this are accepted. */
const ACCEPTED = 0.01;
const MOST_FAILURES = 0.05;

/**
 * The parameters of y = L^a f((x − critical) L^{1/ν}), fitted but for those that are given, with errors from the replicas of all points. Given parameters may have replicas too: their errors are then part of the others'.
 *
 * Windows, degrees of the master curve, corrections to scaling f(u) + L^{−ω} g(u) and a scaling field that bends are averaged over, as interpolations are for crossings: without corrections small sizes would give wrong parameters with small errors.
 */
export function collapse(curves: readonly ScalingCurve[], given: GivenParameters): Collapse | NoCollapse {
  const points = curves.flatMap(({ size, points: all }) =>
    all.filter(({ value, error }) => Number.isFinite(value) && error > 0).map((point) => ({ ...point, size })),
  );
  const free = freeParameters(points, given);
  const models = collapseModels(points, free, given);
  if (models.length === 0) return { kind: 'too few data' };
  const best = models.reduce((one, other) => (other.share > one.share ? other : one));
  const { chiSquare, degrees } = best;
  const outside = free.find((parameter) => !isInside(parameter, best.parameters));
  if (outside) return { kind: 'at a bound', parameter: outside.name };
  if (!(chiSquareTail(chiSquare, degrees) > ACCEPTED)) return { kind: 'poor fit', chiSquare, degrees };
  const parameters = estimates(points, models, free, given);
  if (!parameters) return { kind: 'not resolved' };
  return { kind: 'collapse', parameters, ...collapseFigure(points, best) };
}

type Point = SizedPoint & CurvePoint;

function estimates(
  points: readonly Point[],
  models: readonly CollapseModel[],
  free: readonly Free[],
  given: GivenParameters,
): Collapse['parameters'] | undefined {
  const shares = models.map(({ share }) => share);
  const count = points[0].replicas.length;
  const replicas = Array.from({ length: count }, (_, r) =>
    replicaFit(points, models[modelOfReplica(shares, r)], free, given, r),
  );
  if (replicas.filter((one) => one === undefined).length > MOST_FAILURES * count) return undefined;
  const estimate = (name: ParameterName) =>
    averagedEstimate(
      shares,
      models.map(({ parameters }) => parameters[name]),
      Float64Array.from(replicas, (one) => one?.[name] ?? Number.NaN),
    );
  return Object.fromEntries(PARAMETERS.map((name) => [name, estimate(name)])) as Record<
    ParameterName,
    ReplicatedEstimate
  >;
}

/** The parameters that a replica of the points gives in a model; undefined where they run away. */
function replicaFit(
  points: readonly Point[],
  { members, form, parameters }: CollapseModel,
  free: readonly Free[],
  given: GivenParameters,
  r: number,
): ScalingParameters | undefined {
  const chosen = members.map((i) => points[i]);
  const values = Float64Array.from(chosen, ({ replicas }) => replicas[r]);
  const fixed = withParameters(parameters, given, r);
  const at = (vector: Float64Array) => parameterAt(fixed, free, vector);
  const start = Float64Array.from(free, ({ name }) => parameters[name]);
  const found = at(
    nonlinearFit(
      (vector) => masterCurve(chosen, at(vector), form, values).residuals,
      start,
      free.map(({ scale }) => scale),
    ),
  );
  return free.every((parameter) => isInside(parameter, found)) ? found : undefined;
}
