/** A model's Hamiltonian with everything about it that spins do not change. */
import { bipartition } from '../lattice/bipartition.ts';
import { withoutVacancies } from '../lattice/disorder/compact.ts';
import { classicalBound } from './classical/bounds.ts';
import { checkTerms } from './classical/check-terms.ts';
import type { ClassicalEnergy } from './classical/classical-energy.ts';
import { classicalEnergy } from './classical/energy.ts';
import { termsOf } from './classical/parameters.ts';
import { halfCouplings, siteCouplings } from './couplings.ts';
import { diagonal, edges, type HoppingMatrix, hoppingBound, hoppingMatrix } from './hopping.ts';
import type { ModelParameters } from './model.ts';
import { checkEnergies, checkParameters } from './validate.ts';

export interface SpinFermionSystem {
  /** On the lattice without vacancies, as all that follows. */
  readonly parameters: ModelParameters;
  /** The numbers of its sites in the lattice that was given. */
  readonly sites: Int32Array;
  readonly siteCount: number;
  readonly hopping: HoppingMatrix;
  readonly classical: ClassicalEnergy;
  /** J_i of every site. */
  readonly couplings: Float64Array;
  /** h_i = J_i/2. */
  readonly halfCouplings: Float64Array;
  /** T_ii − μ. */
  readonly levels: Float64Array;
  /** ±1 by sublattice where class C holds: real hopping between two sublattices only (docs/method.md §1). */
  readonly sublattice: Int8Array | undefined;
  /** No level of K = H − μ lies outside ± this: largest row sum of |T|, plus the largest |J|/2, plus |μ|. */
  readonly cutoff: number;
  /** tr K and tr K² over all 2N states; unit spins. */
  readonly trace: number;
  readonly traceOfSquare: number;
}

/** The system of these parameters; throws `InputError` for those that cannot be computed with. */
export function spinFermionSystem(given: ModelParameters): SpinFermionSystem {
  checkParameters(given);
  const { lattice, sites } = withoutVacancies(given.lattice);
  const parameters = { ...given, lattice };
  const { chemicalPotential } = parameters;
  const hopping = hoppingMatrix(lattice, parameters.hopping, parameters.flux);
  const couplings = siteCouplings(parameters);
  const halves = halfCouplings(couplings, lattice.siteCount);
  const levels = diagonal(hopping).map((level) => level - chemicalPotential);
  const cutoff = hoppingBound(hopping) + largest(halves) + Math.abs(chemicalPotential);
  const { temperature } = parameters;
  checkEnergies('levels', cutoff, temperature, 'hopping, coupling, chemicalPotential');
  checkTerms(parameters);
  checkEnergies('spins', classicalBound(parameters), temperature, keysOfSpins(parameters));
  return {
    parameters,
    sites,
    siteCount: lattice.siteCount,
    hopping,
    classical: classicalEnergy(parameters),
    couplings,
    halfCouplings: halves,
    levels,
    sublattice: classCSublattice(hopping),
    cutoff,
    trace: 2 * sum(levels),
    traceOfSquare: 2 * (sum(levels.map((x) => x * x)) + offDiagonalSquare(hopping)) + traceOfSpinPart(halves),
  };
}

/** The parameters that energies of spins are made of. */
const keysOfSpins = (parameters: ModelParameters): string =>
  [...new Set(['exchange', 'field', ...termsOf(parameters).map(({ key }) => key)])].join(', ');

/** C = η iσ_y K obeys C H C⁻¹ = −H when hopping is real and joins η = +1 to η = −1 only. */
function classCSublattice(hopping: HoppingMatrix): Int8Array | undefined {
  if (hopping.imaginary.some((value) => value !== 0)) return undefined;
  return bipartition(hopping.siteCount, edges(hopping));
}

/** All but disordered models have one value, and keep the rounding of a product. */
function traceOfSpinPart(halves: Float64Array): number {
  const [h] = halves;
  return halves.every((value) => value === h)
    ? 2 * halves.length * h * h
    : 2 * sum(halves.map((value) => value * value));
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function offDiagonalSquare({ siteCount, rowStart, column, real, imaginary }: HoppingMatrix): number {
  let total = 0;
  for (let i = 0; i < siteCount; i++) {
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      if (column[e] !== i) total += real[e] * real[e] + imaginary[e] * imaginary[e];
    }
  }
  return total;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
