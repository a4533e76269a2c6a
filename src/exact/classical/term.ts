/** What a term of the spins' own energy has to say of itself. */
import type { Bond } from '../../lattice/lattice.ts';
import type { ModelParameters } from '../model.ts';
import type { Matrix3 } from './matrix.ts';

/** The parameters that the spins' own energy is made of; those that may be left out are then those of a model without such terms. */
export type ClassicalParameters = Pick<
  ModelParameters,
  | 'lattice'
  | 'exchange'
  | 'field'
  | 'axis'
  | 'exchangeAxial'
  | 'singleIon'
  | 'biquadratic'
  | 'dzyaloshinskiiMoriya'
  | 'dmDirection'
>;

/** The same with every value there, and an axis of length 1. */
export type CompleteParameters = {
  readonly [Key in keyof ClassicalParameters]-?: Exclude<ClassicalParameters[Key], undefined>;
};

/**
 * A term, by what it adds to E = Σ_⟨ij⟩ [S_iᵀ M_ij S_j + B_ij (S_i·S_j)²] + Σ_i [S_iᵀ Q S_i − h·S_i]. Energies, forces, changes, bounds, fields of the heat bath and symmetries follow from that
 * for all terms alike.
 */
export interface ClassicalTerm {
  /** The parameter that is 0 where there is no such term. */
  readonly key: keyof ClassicalParameters;
  /** M of a bond from the first site to the second. `shell` counts from 1. */
  readonly bond?: (parameters: CompleteParameters, shell: number, bond: Bond) => Matrix3;
  /** B of the bonds of a shell. */
  readonly biquadratic?: (parameters: CompleteParameters, shell: number) => number;
  /** Q, symmetric. */
  readonly site?: (parameters: CompleteParameters) => Matrix3;
  /** h. */
  readonly field?: (parameters: CompleteParameters) => readonly number[];
}
