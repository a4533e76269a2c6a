/** Which operations leave the energy of the spins themselves as it is. */
import { randomDirection } from '../../numeric/directions.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { largestClassicalEnergy } from '../classical/bounds.ts';
import { classicalEnergy } from '../classical/energy.ts';
import { isIsotropic, termsOf } from '../classical/parameters.ts';
import type { ClassicalParameters, ClassicalTerm } from '../classical/term.ts';
import { CLASSICAL_DEFAULTS } from '../defaults.ts';

/** Two questions about an operation; both answers are about E_cl alone. */
export interface ClassicalSymmetry {
  /** Whether this orthogonal matrix, by rows, on all spins leaves it as it is. */
  keepsSpins(matrix: readonly number[]): boolean;
  /** Whether moving spin i to site image[i] does. */
  keepsSites(image: Int32Array): boolean;
}

/** An error of rounding, relative to the largest energy that the term can have. */
const TOLERANCE = 1e-9;
/** Configurations on which an operation is tried. */
const TRIALS = 2;
const SEED = 1;

/**
 * The answers found by trying: every term alone on random configurations, so that no weak one hides behind a strong one, and no claim about a term can be wrong. Exchange between shells is invariant under
 * everything that is asked for here.
 */
export function classicalSymmetry(parameters: ClassicalParameters): ClassicalSymmetry {
  const trials = termsOf(parameters)
    .filter(({ key }) => key !== 'exchange')
    .map((term) => trialOf(alone(term, parameters)));
  const keeps = (move: Move): boolean => trials.every((isKept) => isKept(move));
  return {
    keepsSpins: (matrix) => keeps((spins, moved) => turn(matrix, spins, moved)),
    keepsSites: (image) => isIsotropic(parameters) || keeps((spins, moved) => permute(image, spins, moved)),
  };
}

type Move = (spins: Float64Array, moved: Float64Array) => void;

/** The parameters with this term and no other. */
function alone({ key }: ClassicalTerm, parameters: ClassicalParameters): ClassicalParameters {
  const { lattice, axis, dmDirection } = parameters;
  const needed = { axis: axis ?? CLASSICAL_DEFAULTS.axis, dmDirection: dmDirection ?? CLASSICAL_DEFAULTS.dmDirection };
  return { ...CLASSICAL_DEFAULTS, ...needed, lattice, [key]: parameters[key] };
}

function trialOf(parameters: ClassicalParameters): (move: Move) => boolean {
  const classical = classicalEnergy(parameters);
  const tolerance = TOLERANCE * largestClassicalEnergy(parameters);
  const random = philoxStream(SEED, 0);
  const trials = Array.from({ length: TRIALS }, () => {
    const spins = new Float64Array(3 * parameters.lattice.siteCount);
    for (let k = 0; k < spins.length; k += 3) randomDirection(random, spins, k);
    return { spins, energy: classical.energy(spins) };
  });
  const moved = new Float64Array(3 * parameters.lattice.siteCount);
  return (move) =>
    trials.every(({ spins, energy }) => {
      move(spins, moved);
      return Math.abs(classical.energy(moved) - energy) <= tolerance;
    });
}

function turn([xx, xy, xz, yx, yy, yz, zx, zy, zz]: readonly number[], from: Float64Array, to: Float64Array): void {
  for (let k = 0; k < from.length; k += 3) {
    const [x, y, z] = [from[k], from[k + 1], from[k + 2]];
    to[k] = xx * x + xy * y + xz * z;
    to[k + 1] = yx * x + yy * y + yz * z;
    to[k + 2] = zx * x + zy * y + zz * z;
  }
}

function permute(image: Int32Array, from: Float64Array, to: Float64Array): void {
  image.forEach((target, site) => {
    for (let c = 0; c < 3; c++) to[3 * target + c] = from[3 * site + c];
  });
}
