/** Points that differ in temperature and chemical potential alone, as one: averages at any temperature and chemical potential. */
import { type Ensemble, fermionAverages, levelAverages } from '../../exact/averages.ts';
import type { Measurement, ModelParameters } from '../../exact/model.ts';
import { joinedArrays } from '../../numeric/joined-arrays.ts';
import { electronAverages } from '../../observables/electrons.ts';
import { usualFamilies } from '../../observables/families.ts';
import type { Observables } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { combined } from '../../statistics/multistate/combined.ts';
import { cutIntoPieces } from '../../statistics/multistate/cut.ts';
import {
  type Multistate,
  multistate,
  type Propagated,
  type Reweighted,
  reweighted,
} from '../../statistics/multistate/multistate.ts';
import type { Piece } from '../../statistics/multistate/samples.ts';
import { LARGEST_SHARE } from '../../statistics/weights.ts';
import type { LevelSamples } from './level-samples.ts';

export interface CombinedLevels {
  /** Those of the first point. */
  readonly parameters: ModelParameters;
  /** Where the points lie. */
  readonly ensembles: readonly Ensemble[];
  readonly states: Multistate;
  /** What is known at a temperature and chemical potential. */
  at(ensemble: Ensemble): AveragesAt;
}

/** Averages at one temperature and chemical potential. */
export interface AveragesAt extends Pick<Reweighted, 'effective' | 'logPartition'> {
  /** Whether enough samples lie where this ensemble has its weight; averages mean nothing where not. */
  readonly isReached: boolean;
  /** Names of all observables, functions of means included. */
  readonly names: readonly string[];
  of(name: string): Propagated;
}

/** A number with one standard deviation. */
export interface Value {
  readonly mean: number;
  readonly error: number;
}

/** Effective samples below which a curve ends. */
export const FEWEST_EFFECTIVE = 50;

/** The points as one, those left out that are too short for an error: it takes two pieces. Undefined where none is left. */
export function combinedLevels(points: readonly LevelSamples[]): CombinedLevels | undefined {
  const pieces = piecesOf(points);
  const long = points.filter((_, state) => pieces.filter((piece) => piece.state === state).length > 1);
  if (long.length < points.length) return combinedLevels(long);
  if (points.length === 0) return undefined;
  const [{ parameters }] = points;
  const ensembles = points.map((point) => {
    const { temperature, chemicalPotential } = point.parameters;
    return { temperature, chemicalPotential };
  });
  const samples = joined(points);
  const states = multistate({
    logDensities: ensembles.map((ensemble) => logWeights(samples, ensemble)),
    counts: joinedArrays(points.map(({ counts }) => counts)),
    pieces,
  });
  return { parameters, ensembles, states, at: (ensemble) => averagesAt(samples, states, parameters, ensemble) };
}

type Samples = Pick<LevelSamples, 'levels' | 'classicalEnergies' | 'spins'>;

function joined(points: readonly LevelSamples[]): Samples {
  const names = [...points[0].spins.keys()].filter((name) => points.every(({ spins }) => spins.has(name)));
  return {
    levels: points.flatMap(({ levels }) => levels),
    classicalEnergies: joinedArrays(points.map(({ classicalEnergies }) => classicalEnergies)),
    spins: new Map(
      names.map((name) => [name, joinedArrays(points.map(({ spins }) => spins.get(name) as Float64Array))]),
    ),
  };
}

/** Points of one seed share the random numbers of chains of the same number. */
function piecesOf(points: readonly LevelSamples[]): Piece[] {
  let first = 0;
  const chains = points.flatMap(({ numbers: all, seed, tau }, state) =>
    all.flatMap((numbers, chain) => {
      if (numbers.length === 0) return [];
      first += numbers.length;
      return [{ state, family: seed, chain, first: first - numbers.length, numbers, tau }];
    }),
  );
  return cutIntoPieces(chains);
}

/** log W of all samples in another ensemble. */
const logWeights = ({ levels, classicalEnergies }: Samples, ensemble: Ensemble): Float64Array =>
  Float64Array.from(
    levels,
    (all, n) => fermionAverages(all, ensemble).logWeight - classicalEnergies[n] / ensemble.temperature,
  );

function averagesAt(samples: Samples, states: Multistate, parameters: ModelParameters, ensemble: Ensemble): AveragesAt {
  const measurements = samples.levels.map((levels, n) => levelAverages(levels, samples.classicalEnergies[n], ensemble));
  const logDensity = Float64Array.from(measurements, ({ logWeight }) => logWeight);
  const target = reweighted(states, logDensity);
  const there = { ...parameters, ...ensemble };
  const { derived } = observablesFor(there, [...usualFamilies(there), 'magnetization-components']);
  const valuesOf = valuesByName(samples, measurements, there);
  const known = new Map<string, Propagated>();
  const of = (name: string): Propagated => {
    const found = known.get(name) ?? computed(name);
    known.set(name, found);
    return found;
  };
  const computed = (name: string): Propagated => {
    const values = valuesOf.get(name);
    if (values) return target.mean(values());
    const observable = derived.find((one) => one.name === name);
    if (!observable) throw new RangeError(`no observable ${name}`);
    return combined(states, observable.evaluate, observable.inputs.map(of));
  };
  const { effective, largestShare, logPartition } = target;
  return {
    effective,
    logPartition,
    isReached: effective >= FEWEST_EFFECTIVE && largestShare <= LARGEST_SHARE,
    names: [...valuesOf.keys(), ...computable(derived, valuesOf)],
    of,
  };
}

/** Observables of the electrons from the levels, those of the spins as they are stored. */
function valuesByName({ spins }: Samples, measurements: readonly Measurement[], parameters: ModelParameters) {
  const nowhere = new Float64Array();
  return new Map<string, () => Float64Array>([
    ...electronAverages(parameters).map(
      ({ name, evaluate }) =>
        [name, () => Float64Array.from(measurements, (measurement) => evaluate(nowhere, measurement))] as const,
    ),
    ...[...spins].map(([name, values]) => [name, () => values] as const),
  ]);
}

/** Functions of means all of which are known. */
const computable = (derived: Observables['derived'], known: ReadonlyMap<string, unknown>): string[] =>
  derived.filter(({ inputs }) => inputs.every((name) => known.has(name))).map(({ name }) => name);
