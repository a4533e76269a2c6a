/** The parameters of a data collapse: which are fitted, and where they may lie. */
import type { ScalingParameters, SizedPoint } from './master-curve.ts';
import type { Replicated } from './resampling.ts';

export type ParameterName = keyof ScalingParameters;
export const PARAMETERS: readonly ParameterName[] = ['critical', 'inverseNu', 'exponent'];

/** Parameters that are known, exactly or with replicas; the others are fitted. */
export type GivenParameters = Readonly<Partial<Record<ParameterName, number | Replicated>>>;

/** A parameter that is fitted. */
export interface Free {
  readonly name: ParameterName;
  readonly least: number;
  readonly greatest: number;
  /** A change that matters. */
  readonly scale: number;
  /** Values that a search begins with. */
  readonly start: readonly number[];
}

/** Exponents of all that is known lie within. */
const INVERSE_NU = { least: 0.2, greatest: 5 };
const EXPONENT = { least: -5, greatest: 5 };

const spaced = (least: number, greatest: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => least + ((greatest - least) * (k + 0.5)) / count);

/** The parameters that are not given; the critical point lies within the data. */
export function freeParameters(points: readonly SizedPoint[], given: GivenParameters): Free[] {
  const all = points.map(({ x }) => x);
  const [least, greatest] = [Math.min(...all), Math.max(...all)];
  const free: Free[] = [
    { name: 'critical', least, greatest, scale: (greatest - least) / 10, start: spaced(least, greatest, 24) },
    { name: 'inverseNu', ...INVERSE_NU, scale: 0.1, start: [0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3] },
    { name: 'exponent', ...EXPONENT, scale: 0.1, start: spaced(-3, 3, 24) },
  ];
  return free.filter(({ name }) => given[name] === undefined);
}

/** Whether a fitted parameter lies where it may. */
export const isInside = ({ name, least, greatest }: Free, parameters: ScalingParameters): boolean =>
  parameters[name] > least && parameters[name] < greatest;

/** The parameters with those that are given: their means, or their values in a replica. */
export function withParameters(
  parameters: ScalingParameters,
  given: GivenParameters,
  replica?: number,
): ScalingParameters {
  const values = PARAMETERS.map((name) => [name, givenAt(given[name], replica) ?? parameters[name]]);
  return Object.fromEntries(values) as Record<ParameterName, number>;
}

function givenAt(given: number | Replicated | undefined, replica: number | undefined): number | undefined {
  if (typeof given !== 'object') return given;
  return replica === undefined ? given.mean : given.replicas[replica];
}

/** The parameters with the free ones taken from a vector, in their order. */
export function parameterAt(fixed: ScalingParameters, free: readonly Free[], vector: Float64Array): ScalingParameters {
  const values = free.map(({ name }, k) => [name, vector[k]]);
  return { ...fixed, ...Object.fromEntries(values) };
}
