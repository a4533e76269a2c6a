/** The samples of all points of a group together, and their weights anywhere. */
import { type Ensemble, fermionAverages } from '../../exact/averages.ts';
import { joinedArrays } from '../../numeric/joined-arrays.ts';
import type { LevelSamples } from './level-samples.ts';

/** Where averages are taken. */
export interface Conditions extends Ensemble {
  /** The field along the direction of the group; left out where all points have one field. */
  readonly field?: number;
}

/** What a curve runs in. */
export type Variable = keyof Conditions;

/** Samples of all points, one point after the other. */
export interface JoinedSamples extends Pick<LevelSamples, 'levels' | 'classicalEnergies' | 'spins'> {
  /** By sample: its own field, and Σ S·n. */
  readonly along: { readonly fields: Float64Array; readonly moments: Float64Array } | undefined;
}

/** Spin observables are those that all points have. */
export function joinedSamples(points: readonly LevelSamples[]): JoinedSamples {
  const names = [...points[0].spins.keys()].filter((name) => points.every(({ spins }) => spins.has(name)));
  return {
    along: joinedAlong(points),
    levels: points.flatMap(({ levels }) => levels),
    classicalEnergies: joinedArrays(points.map(({ classicalEnergies }) => classicalEnergies)),
    spins: new Map(
      names.map((name) => [name, joinedArrays(points.map(({ spins }) => spins.get(name) as Float64Array))]),
    ),
  };
}

function joinedAlong(points: readonly LevelSamples[]): JoinedSamples['along'] {
  const parts = points.flatMap(({ along }) => along ?? []);
  if (parts.length < points.length) return undefined;
  return {
    fields: joinedArrays(parts.map(({ field, moments }) => new Float64Array(moments.length).fill(field))),
    moments: joinedArrays(parts.map(({ moments }) => moments)),
  };
}

/** The energies of the spins at a place: the field of a sample is taken away, and that of the place added. */
export function classicalEnergiesAt({ classicalEnergies, along }: JoinedSamples, { field }: Conditions): Float64Array {
  if (!along || field === undefined) return classicalEnergies;
  const { fields, moments } = along;
  return classicalEnergies.map((energy, n) => energy + (fields[n] - field) * moments[n]);
}

/** log W of all samples at another place. */
export function logWeights(samples: JoinedSamples, place: Conditions): Float64Array {
  const energies = classicalEnergiesAt(samples, place);
  return Float64Array.from(
    samples.levels,
    (all, n) => fermionAverages(all, place).logWeight - energies[n] / place.temperature,
  );
}
