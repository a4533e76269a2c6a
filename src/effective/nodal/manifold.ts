/** Which momenta are treated exactly, and in which groups the others enter in second order. */
import { InputError } from '../../errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { band } from './band.ts';

export interface Manifold {
  /** Momenta, numbered as the wave numbers, with |ε_k − μ| ≤ T; at half filling on the square lattice the 2L − 2 with ε_k = 0. */
  readonly momenta: Int32Array;
  /** Energies ε_k − μ of these momenta, 0 where they differ from 0 by rounding. */
  readonly energies: Float64Array;
  /** All other momenta, ordered by |ε_q − μ|. */
  readonly outerMomenta: Int32Array;
  readonly outerEnergies: Float64Array;
  /** Number of its group of equal |ε_q − μ|, for every outer momentum. */
  readonly level: Int32Array;
  /** |ε_q − μ| of every group, ascending. */
  readonly levels: readonly number[];
}

/** Energies this close, as a fraction of the largest, are one level: rounding errors of sums of cosines. */
const SAME_LEVEL = 1e-10;

/**
 * The cutoff is T: levels within it are occupied in part and mixed by any coupling, while the expansion in J/|ε − μ| that serves the others
 * would be in J/T. Groups are inside or outside as a whole, so that the point group survives. Throws `InputError` where nothing is inside.
 */
export function nodalManifold(parameters: ModelParameters, waveNumbers: readonly (readonly number[])[]): Manifold {
  const { chemicalPotential, temperature } = parameters;
  const energies = band(parameters, waveNumbers).map((energy) => energy - chemicalPotential);
  const order = Array.from(energies.keys()).sort((a, b) => Math.abs(energies[a]) - Math.abs(energies[b]) || a - b);
  const width = SAME_LEVEL * Math.max(1, Math.abs(energies[order[energies.length - 1]]));
  const groups = groupBySize(order, energies, width);
  const size = (group: readonly number[]) => Math.abs(energies[group[0]]);
  const count = groups.filter((group) => size(group) <= temperature + width).length;
  if (count === 0) throw noManifold(size(groups[0]), temperature);
  const inner = groups.slice(0, count).flat();
  const outer = groups.slice(count);
  return {
    momenta: Int32Array.from(inner),
    energies: Float64Array.from(inner, (k) => (Math.abs(energies[k]) <= width ? 0 : energies[k])),
    outerMomenta: Int32Array.from(outer.flat()),
    outerEnergies: Float64Array.from(outer.flat(), (q) => energies[q]),
    level: Int32Array.from(outer.flatMap((group, level) => group.map(() => level))),
    levels: outer.map(size),
  };
}

function groupBySize(order: readonly number[], energies: Float64Array, width: number): number[][] {
  const groups: number[][] = [];
  let last = -Infinity;
  for (const k of order) {
    const size = Math.abs(energies[k]);
    if (size - last > width) groups.push([]);
    groups[groups.length - 1].push(k);
    last = size;
  }
  return groups;
}

function noManifold(closest: number, temperature: number): InputError {
  return new InputError(
    `effective.kind: "nodal" expects momenta with |ε_k − μ| up to the temperature ${temperature}, found none below ${closest.toPrecision(3)}
  did you mean "transformer"? Or choose a size, twist or chemical potential with levels at the Fermi energy.`,
  );
}
