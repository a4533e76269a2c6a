/** Finite-size scaling of a study: critical point and exponents by data collapse, with plain data for a figure. */
import type { SweptValue } from '../../spec/study.ts';
import { type Collapse, collapse, type NoCollapse } from '../../statistics/collapse.ts';
import type { CollapsedPoint } from '../../statistics/collapse-figure.ts';
import type { GivenParameters, ParameterName } from '../../statistics/collapse-parameters.ts';
import type { ReplicatedEstimate } from '../../statistics/model-average.ts';
import { replicaError, replicated } from '../../statistics/resampling.ts';
import type { MeanAndError } from './crossings.ts';
import { DIMENSIONLESS, type OrderQuantity } from './order-quantities.ts';
import type { SizeCurves } from './size-curves.ts';

/** What is known of a transition; everything else is fitted. */
export interface ScalingOptions {
  /** Where it is, as a value of the key. */
  readonly critical?: number;
  readonly nu?: number;
  readonly betaOverNu?: number;
  readonly gammaOverNu?: number;
}

/** The scaling of one observable. */
export interface StudyScaling {
  readonly observable: string;
  readonly key: string;
  /** The values of the other keys; left out where there are none. */
  readonly at?: Readonly<Record<string, SweptValue>>;
  readonly sizes: readonly (readonly number[])[];
  /** Why the data do not support a fit; null where they do, and then all of the following is there. */
  readonly unsupported: string | null;
  /** Parameters with error 0 were given. */
  readonly critical?: MeanAndError;
  readonly nu?: MeanAndError;
  readonly betaOverNu?: MeanAndError;
  readonly gammaOverNu?: MeanAndError;
  /** The window |x − x_c| L^{1/ν} of the fit, the degree of the master curve, the points in it, and how well they meet. */
  readonly window?: number;
  readonly degree?: number;
  /** ω of a correction to scaling L^{−ω} g(u); null without one. */
  readonly correction?: number | null;
  readonly points?: number;
  readonly chiSquare?: number;
  readonly degrees?: number;
  /** Points and line of a figure: y L^{−a} against (x − x_c) L^{1/ν}. */
  readonly collapsed?: readonly CollapsedPoint[];
  readonly master?: readonly (readonly [number, number])[];
}

/** Names and exponents of what is scaled. */
const SCALED: readonly { readonly observable: string; readonly scaling: OrderQuantity['scaling'] }[] = [
  ...DIMENSIONLESS.map((observable) => ({ observable, scaling: 'dimensionless' }) as const),
  { observable: 'leadingOrder2', scaling: '-2β/ν' },
  { observable: 'leadingSusceptibility', scaling: 'γ/ν' },
];

/**
 * The scaling of the Binder ratio, ξ/L, m² and χ of the order. Those without dimension are fitted first; the exponents of m² and χ are then found at the critical point and ν of the one that knows the critical point best,
 * whose errors become part of theirs.
 */
export function scalingOf(curves: readonly SizeCurves[], options: ScalingOptions = {}): StudyScaling[] {
  return curves.flatMap((one) => scalingAlong(one, options));
}

type Outcome = Collapse | NoCollapse;

function scalingAlong(curves: SizeCurves, options: ScalingOptions): StudyScaling[] {
  const outcomes = new Map<string, Outcome>();
  for (const { observable, scaling } of SCALED) {
    const known = [...outcomes.values()].filter((one) => one.kind === 'collapse');
    outcomes.set(observable, collapse(curvesOf(curves, observable), givenFor(scaling, options, known)));
  }
  const { key, at, sizes } = curves;
  return SCALED.map(({ observable, scaling }) => ({
    observable,
    key,
    ...(Object.keys(at).length > 0 ? { at } : {}),
    sizes: sizes.map(({ size }) => size),
    ...described(outcomes.get(observable) as Outcome, scaling),
  }));
}

const curvesOf = ({ sizes }: SizeCurves, observable: string) =>
  sizes.map(({ length, curve }) => ({ size: length, points: curve(observable) }));

/** `known`: fits of quantities without dimension. */
function givenFor(
  scaling: OrderQuantity['scaling'],
  options: ScalingOptions,
  known: readonly Collapse[],
): GivenParameters {
  const { critical, nu, betaOverNu, gammaOverNu } = options;
  const asked = defined({ critical, inverseNu: nu === undefined ? undefined : 1 / nu });
  if (scaling === 'dimensionless') return { ...asked, exponent: 0 };
  const exponent = scaling === 'γ/ν' ? gammaOverNu : betaOverNu && -2 * betaOverNu;
  const errorOf = ({ parameters }: Collapse) => parameters.critical.error;
  const best = known.reduce<Collapse | undefined>((a, b) => (a && errorOf(a) <= errorOf(b) ? a : b), undefined);
  const found = best ? { critical: best.parameters.critical, inverseNu: best.parameters.inverseNu } : {};
  return { ...found, ...asked, ...defined({ exponent }) };
}

const defined = (given: Readonly<Partial<Record<ParameterName, number | undefined>>>): GivenParameters =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

function described(outcome: Outcome, scaling: OrderQuantity['scaling']): Pick<StudyScaling, 'unsupported'> {
  if (outcome.kind !== 'collapse') return { unsupported: reasonOf(outcome) };
  const { parameters, best, collapsed, master } = outcome;
  const nu = transformed(parameters.inverseNu, (value) => 1 / value);
  const fit = { critical: bare(parameters.critical), nu, ...exponentOf(parameters.exponent, scaling) };
  return Object.assign({ unsupported: null }, fit, best, { collapsed, master });
}

function exponentOf(exponent: ReplicatedEstimate, scaling: OrderQuantity['scaling']) {
  if (scaling === 'dimensionless') return {};
  if (scaling === 'γ/ν') return { gammaOverNu: bare(exponent) };
  return { betaOverNu: transformed(exponent, (value) => -value / 2) };
}

const bare = ({ mean, error }: ReplicatedEstimate): MeanAndError => ({ mean, error });

function transformed(estimate: ReplicatedEstimate, f: (value: number) => number): MeanAndError {
  const { mean, replicas } = replicated([estimate], ([value]) => f(value));
  return { mean, error: replicaError(replicas) };
}

const NAMES = { critical: 'the critical point', inverseNu: '1/ν', exponent: 'the exponent of L' };

function reasonOf(outcome: NoCollapse): string {
  switch (outcome.kind) {
    case 'too few data':
      return 'a test of scaling takes three sizes, and more points with error bars near the transition than the fit has parameters';
    case 'poor fit':
      return `the curves do not collapse: χ² = ${outcome.chiSquare.toPrecision(3)} for ${outcome.degrees} degrees of freedom`;
    case 'at a bound':
      return `${NAMES[outcome.parameter]} runs away from where it can be`;
    case 'not resolved':
      return 'too many replicas of the data have no fit: more samples or points nearer to the transition are needed';
  }
}
