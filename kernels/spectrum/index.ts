/** Reductions of band matrices: the expensive part of a spectrum. */
export { reduceComplex } from './complex';
export { reduceQuaternion } from './quaternion';
export { bidiagonalise } from './bidiagonal';
