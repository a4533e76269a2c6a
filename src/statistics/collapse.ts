/** Data collapse: the exponents for which curves of several sizes fall on one master curve. */
import { chiSquareTail } from './chi-square.ts';
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
import { masterCurve, type ScalingParameters, type SizedPoint, scaledDistance, sizePower } from './master-curve.ts';
import { averagedEstimate, modelOfReplica, type ReplicatedEstimate } from './model-average.ts';
import { nonlinearFit } from './nonlinear-fit.ts';
import { type CurvePoint, polynomialAt } from './polynomial-fit.ts';

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

/** A point on the figure of a collapse. */
export interface CollapsedPoint {
  readonly size: number;
  /** (x − critical) L^{1/ν}. */
  readonly distance: number;
  /** y L^{−a}, less the correction to scaling, with one standard deviation. */
  readonly value: number;
  readonly error: number;
  /** Whether it lies in the window of the fit. */
  readonly isFitted: boolean;
}

export interface Collapse {
  readonly kind: 'collapse';
  readonly parameters: Readonly<Record<ParameterName, ReplicatedEstimate>>;
  /** The fit that counts most: its window |u| ≤ window, the degree of the master curve, and how well it meets its points. */
  readonly best: {
    readonly window: number;
    readonly degree: number;
    /** ω of its correction to scaling L^{−ω} g(u); null without one. */
    readonly correction: number | null;
    readonly points: number;
    readonly chiSquare: number;
    readonly degrees: number;
  };
  readonly collapsed: readonly CollapsedPoint[];
  /** The master curve in the window, [u, f(u)]. */
  readonly master: readonly (readonly [number, number])[];
}

/** Fits that chance makes worse more often than this are accepted. */
const ACCEPTED = 0.01;
const MOST_FAILURES = 0.05;
const MASTER_POINTS = 101;

/**
 * The parameters of y = L^a f((x − critical) L^{1/ν}), fitted but for those that are given, with errors from the replicas of all points. Given parameters may have replicas too: their errors are then part of the others'.
 *
 * Windows, degrees of the master curve and corrections to scaling f(u) + L^{−ω} g(u) are averaged over, as interpolations are for crossings: without corrections small sizes would give wrong parameters with small errors.
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
  return { kind: 'collapse', parameters, ...described(points, best) };
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

function described(points: readonly Point[], best: CollapseModel): Pick<Collapse, 'best' | 'collapsed' | 'master'> {
  const { members, form, parameters, chiSquare, degrees } = best;
  const { degree, correction } = form;
  const chosen = new Set(members);
  const {
    coefficients,
    scale,
    correction: corrections,
  } = masterCurve(
    members.map((i) => points[i]),
    parameters,
    form,
  );
  return {
    best: { window: scale, degree, correction: correction?.power ?? null, points: members.length, chiSquare, degrees },
    collapsed: points.map((point, i) => {
      const factor = 1 / sizePower(point.size, parameters.exponent);
      const distance = scaledDistance(point, parameters);
      const { size, value, error } = point;
      const shift = correction ? sizePower(size, -correction.power) * polynomialAt(corrections, distance / scale) : 0;
      return { size, distance, value: value * factor - shift, error: error * factor, isFitted: chosen.has(i) };
    }),
    master: Array.from({ length: MASTER_POINTS }, (_, k) => {
      const u = (2 * k) / (MASTER_POINTS - 1) - 1;
      return [u * scale, polynomialAt(coefficients, u)] as const;
    }),
  };
}
