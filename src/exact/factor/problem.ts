/** The numbers of a factorisation that stay fixed while spins change. */

/** Real quaternions where class C holds at μ = 0; complex 2 × 2 blocks everywhere else. */
export type Arithmetic = 'quaternion' | 'complex';

export interface PoleProblem {
  readonly arithmetic: Arithmetic;
  /** The shifts w_j > 0, an even number of them. */
  readonly shifts: Float64Array;
  /** Weight of each shift in the contracted vectors. */
  readonly weights: Float64Array;
  /** J_i/2 of every site, 0 where there is no spin. */
  readonly halfCouplings: Float64Array;
  /** T_ii − μ of every site; all zero on the quaternion route. */
  readonly levels: Float64Array;
}
