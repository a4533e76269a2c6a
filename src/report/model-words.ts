/** A model in words. */

import type { ModelParameters } from '../exact/model.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { count } from '../words/count.ts';
import { upperBound } from './digits.ts';

/** A lattice in words: `square lattice 6 × 6, periodic, 36 sites` */
export function latticeWords({ spec, siteCount }: Lattice): string {
  const { kind, size, boundary, twist } = spec;
  const ends = boundary.map((end, d) => (twist[d] === 0 ? end : `twisted by ${twist[d]}·2π`));
  const same = ends.every((end) => end === ends[0]);
  return [`${kind} lattice ${size.join(' × ')}`, same ? ends[0] : ends.join(' / '), count(siteCount, 'site')].join(
    ', ',
  );
}

/** Parameters in words: `t = 1, J = 1, μ = 0, T = 0.05`, with exchange and field of the spins where there are any. `filling`: what is given instead of μ. */
export function parameterWords(parameters: ModelParameters, filling?: number): string {
  const { hopping, coupling, chemicalPotential, temperature, exchange, field } = parameters;
  const parts = [
    ...byShell('t', hopping),
    `J = ${coupling}`,
    filling === undefined ? `μ = ${chemicalPotential}` : `n = ${filling}`,
    `T = ${temperature}`,
    ...byShell('J_cl', exchange),
  ];
  if (field.some((component) => component !== 0)) parts.push(`h = (${field.join(', ')})`);
  return parts.join(', ');
}

/** The bound in words: `|error of log W| ≤ 3.6e-11`, or of F at T = 0, where there is no log W; and whether the tolerance is out of reach. */
export function boundWords(errorBound: number, { temperature, tolerance }: ModelParameters): string {
  const bound = `|error of ${temperature === 0 ? 'F' : 'log W'}| ≤ ${upperBound(errorBound)}`;
  const missed = temperature > 0 && errorBound > tolerance;
  return missed ? `${bound}: rounding does not allow the tolerance ${tolerance}` : bound;
}

const byShell = (symbol: string, values: readonly number[]): string[] =>
  values.flatMap((value, index) => (value === 0 ? [] : [`${symbol}_${index + 1} = ${value}`]));

/** Words one after the other, at most so many of them: `a b and 3 others`. */
export function listed(words: readonly string[], most: number, separator = ' '): string {
  const rest = words.length - most;
  return [words.slice(0, most).join(separator), ...(rest > 0 ? [`and ${count(rest, 'other')}`] : [])].join(' ');
}
