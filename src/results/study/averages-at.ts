/** Averages at any temperature, chemical potential and field, from the samples of all points of a group. */
import { levelAverages } from '../../exact/averages.ts';
import type { Measurement, ModelParameters } from '../../exact/model.ts';
import { spinCount } from '../../lattice/disorder/occupation.ts';
import { electronAverages } from '../../observables/electrons.ts';
import { usualFamilies } from '../../observables/families.ts';
import { MAGNETIZATION_ALONG_FIELD } from '../../observables/magnetization-components.ts';
import type { Observables } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { combined } from '../../statistics/multistate/combined.ts';
import {
  type Multistate,
  type Propagated,
  type Reweighted,
  reweighted,
} from '../../statistics/multistate/multistate.ts';
import { LARGEST_SHARE } from '../../statistics/weights.ts';
import { type Conditions, classicalEnergiesAt, type JoinedSamples } from './joined-samples.ts';

/** Averages at one place. */
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

/** `parameters`: of any of the points. */
export function averagesAt(
  samples: JoinedSamples,
  states: Multistate,
  parameters: ModelParameters,
  place: Conditions,
): AveragesAt {
  const energies = classicalEnergiesAt(samples, place);
  const measurements = samples.levels.map((levels, n) => levelAverages(levels, energies[n], place));
  const logDensity = Float64Array.from(measurements, ({ logWeight }) => logWeight);
  const target = reweighted(states, logDensity);
  const { temperature, chemicalPotential, field } = place;
  const there = { ...parameters, temperature, chemicalPotential };
  const { derived } = observablesFor(there, [...usualFamilies(there), 'field', 'magnetization-components']);
  const valuesOf = valuesByName(samples, measurements, there, field);
  const known = new Map<string, Propagated>();
  const of = (name: string, power: 1 | 2 = 1): Propagated => {
    const key = `${name}^${power}`;
    const found = known.get(key) ?? computed(name, power);
    known.set(key, found);
    return found;
  };
  const computed = (name: string, power: 1 | 2): Propagated => {
    const values = valuesOf.get(name);
    if (values) return target.mean(power === 2 ? values().map((value) => value * value) : values());
    const observable = derived.find((one) => one.name === name);
    if (!observable) throw new RangeError(`no observable ${name}`);
    const { inputs, powers, evaluate } = observable;
    return combined(
      states,
      evaluate,
      inputs.map((input, k) => of(input, powers?.[k])),
    );
  };
  const { effective, largestShare, logPartition } = target;
  return {
    effective,
    logPartition,
    isReached: effective >= FEWEST_EFFECTIVE && largestShare <= LARGEST_SHARE,
    names: [...valuesOf.keys(), ...computable(derived, valuesOf)],
    of: (name) => of(name),
  };
}

/** Observables of the electrons from the levels, those of the spins as they are stored, and the magnetisation along the field as it points there. */
function valuesByName(
  { spins, along }: JoinedSamples,
  measurements: readonly Measurement[],
  parameters: ModelParameters,
  field: number | undefined,
) {
  const nowhere = new Float64Array();
  return new Map<string, () => Float64Array>([
    ...electronAverages(parameters).map(
      ({ name, evaluate }) =>
        [name, () => Float64Array.from(measurements, (measurement) => evaluate(nowhere, measurement))] as const,
    ),
    ...[...spins].map(([name, values]) => [name, () => values] as const),
    ...(along && field !== undefined
      ? [[MAGNETIZATION_ALONG_FIELD, () => magnetizations(along.moments, field, parameters)] as const]
      : []),
  ]);
}

/** Σ S·n/N along the field, which points the other way where it is negative. */
function magnetizations(moments: Float64Array, field: number, { lattice }: ModelParameters) {
  const scale = (field < 0 ? -1 : 1) / spinCount(lattice);
  return moments.map((moment) => scale * moment);
}

/** Functions of means all of which are known. */
const computable = (derived: Observables['derived'], known: ReadonlyMap<string, unknown>): string[] =>
  derived.filter(({ inputs }) => inputs.every((name) => known.has(name))).map(({ name }) => name);
