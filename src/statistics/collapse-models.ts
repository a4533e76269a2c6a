/** Fits of a data collapse in several windows and with master curves of several forms, and how much each of them counts. */
import { type Free, type GivenParameters, parameterAt, withParameters } from './collapse-parameters.ts';
import {
  type Correction,
  coefficientsOf,
  type MasterForm,
  masterCurve,
  type ScalingParameters,
  type SizedPoint,
  scaledDistance,
} from './master-curve.ts';
import { modelShares } from './model-average.ts';
import { nonlinearFit, sumOfSquares } from './nonlinear-fit.ts';

/** A fit in one window. */
export interface CollapseModel {
  readonly parameters: ScalingParameters;
  /** Indices of the points in the window. */
  readonly members: readonly number[];
  readonly form: MasterForm;
  readonly chiSquare: number;
  readonly degrees: number;
  /** Its part in the average over all of them; they add up to 1. */
  readonly share: number;
}

/** Windows as parts of the largest |u| of the data. */
const WINDOWS: readonly number[] = [1, 0.7, 0.5, 0.35, 0.25];
const DEGREES: readonly number[] = [2, 3, 4, 5, 6];
/** Corrections to scaling: none, and powers about those of the leading and of analytic ones, constant or linear in u. */
const CORRECTIONS: readonly Correction[] = [1, 2].flatMap((power) => [0, 1].map((degree) => ({ power, degree })));
const STRAIGHT: readonly MasterForm[] = DEGREES.flatMap((degree) => [
  { degree },
  ...CORRECTIONS.map((correction) => ({ degree, correction })),
]);
/** Curves of T and of 1/T bend against each other: what is found must not depend on which of them is the key. */
const FORMS: readonly MasterForm[] = [...STRAIGHT, ...STRAIGHT.map((form) => ({ ...form, isCurved: true }))];
/** The form with which the search for a start is made. */
const START: MasterForm = { degree: 4 };
/** A collapse of two sizes can be had for nearly any data. */
const FEWEST_SIZES = 3;
const FEWEST_PER_SIZE = 2;

/** All fits that the data allow; none with too few sizes or points. Every window is that about the parameters found in the one before it. */
export function collapseModels(
  points: readonly SizedPoint[],
  free: readonly Free[],
  given: GivenParameters,
): CollapseModel[] {
  if (
    !isEnough(
      points,
      points.map((_, i) => i),
      free.length + coefficientsOf(START),
    )
  )
    return [];
  let parameters = searched(points, free, given);
  const found = WINDOWS.flatMap((window) => {
    const members = membersOf(points, parameters, window);
    const forms = FORMS.filter((form) => isEnough(points, members, free.length + coefficientsOf(form)));
    const fits = forms.map((form) => fitIn(points, members, form, free, parameters));
    if (fits.length > 0) parameters = fits.reduce((a, b) => (criterion(b) < criterion(a) ? b : a)).parameters;
    return fits;
  });
  const shares = modelShares(found.map((one) => criterion(one) + 2 * (points.length - one.members.length)));
  return found.map((one, m) => ({ ...one, share: shares[m] }));
}

type Fit = Omit<CollapseModel, 'share'>;

const criterion = ({ chiSquare, members, degrees }: Fit): number => chiSquare + 2 * (members.length - degrees);

/** Whether something is left to test, and enough sizes show in the window. */
function isEnough(points: readonly SizedPoint[], members: readonly number[], coefficients: number): boolean {
  const bySize = Map.groupBy(members, (i) => points[i].size);
  const sizes = [...bySize.values()].filter(({ length }) => length >= FEWEST_PER_SIZE);
  return sizes.length >= FEWEST_SIZES && members.length > coefficients;
}

/** The points with |u| in this part of the largest. */
function membersOf(points: readonly SizedPoint[], parameters: ScalingParameters, window: number): number[] {
  const distances = points.map((point) => Math.abs(scaledDistance(point, parameters)));
  const most = window * Math.max(...distances);
  return distances.flatMap((distance, i) => (distance <= most ? [i] : []));
}

function fitIn(
  points: readonly SizedPoint[],
  members: readonly number[],
  form: MasterForm,
  free: readonly Free[],
  start: ScalingParameters,
): Fit {
  const chosen = members.map((i) => points[i]);
  const residuals = (vector: Float64Array) => masterCurve(chosen, parameterAt(start, free, vector), form).residuals;
  const scales = free.map(({ scale }) => scale);
  const vector = nonlinearFit(
    residuals,
    Float64Array.from(free, ({ name }) => start[name]),
    scales,
  );
  const chiSquare = sumOfSquares(residuals(vector));
  const degrees = members.length - coefficientsOf(form) - free.length;
  return { parameters: parameterAt(start, free, vector), members, form, chiSquare, degrees };
}

/** The best of a grid of all free parameters. */
function searched(points: readonly SizedPoint[], free: readonly Free[], given: GivenParameters): ScalingParameters {
  const fixed = withParameters({ critical: 0, inverseNu: 1, exponent: 0 }, given);
  const grid = free.reduce<number[][]>(
    (vectors, { start }) => vectors.flatMap((vector) => start.map((value) => [...vector, value])),
    [[]],
  );
  const candidates = grid.map((vector) => parameterAt(fixed, free, Float64Array.from(vector)));
  const sums = candidates.map((parameters) => sumOfSquares(masterCurve(points, parameters, START).residuals));
  return candidates[sums.indexOf(Math.min(...sums))];
}
