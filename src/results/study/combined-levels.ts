/** Points that differ in temperature, chemical potential and the strength of a field alone, as one: averages at any of these. */
import type { ModelParameters } from '../../exact/model.ts';
import { joinedArrays } from '../../numeric/joined-arrays.ts';
import { cutIntoPieces } from '../../statistics/multistate/cut.ts';
import { type Multistate, multistate } from '../../statistics/multistate/multistate.ts';
import type { Piece } from '../../statistics/multistate/samples.ts';
import { type AveragesAt, averagesAt } from './averages-at.ts';
import { type Conditions, joinedSamples, logWeights, type Variable } from './joined-samples.ts';
import type { LevelSamples } from './level-samples.ts';

export interface CombinedLevels {
  /** Those of the first point. */
  readonly parameters: ModelParameters;
  /** What may be varied: the field where the points differ in it. */
  readonly variables: readonly Variable[];
  /** Where the points lie. */
  readonly ensembles: readonly Conditions[];
  readonly states: Multistate;
  /** What is known at a temperature, a chemical potential, and a field where that is a variable. */
  at(place: Conditions): AveragesAt;
}

/** The points as one, those left out that are too short for an error: it takes two pieces. Undefined where none is left. */
export function combinedLevels(points: readonly LevelSamples[]): CombinedLevels | undefined {
  const pieces = piecesOf(points);
  const long = points.filter((_, state) => pieces.filter((piece) => piece.state === state).length > 1);
  if (long.length < points.length) return combinedLevels(long);
  if (points.length === 0) return undefined;
  const [{ parameters }] = points;
  const ensembles = points.map(({ along, parameters: { temperature, chemicalPotential } }): Conditions => {
    const ensemble = { temperature, chemicalPotential };
    return along ? { ...ensemble, field: along.field } : ensemble;
  });
  const samples = joinedSamples(points);
  const states = multistate({
    logDensities: ensembles.map((ensemble) => logWeights(samples, ensemble)),
    counts: joinedArrays(points.map(({ counts }) => counts)),
    pieces,
  });
  const variables: readonly Variable[] = [
    'temperature',
    'chemicalPotential',
    ...(samples.along ? ['field' as const] : []),
  ];
  return { parameters, variables, ensembles, states, at: (place) => averagesAt(samples, states, parameters, place) };
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
