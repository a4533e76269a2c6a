/** Reductions of band matrices, the expensive part of a spectrum, and eigenvectors with their products. */
export { reduceComplex } from './complex';
export { reduceQuaternion } from './quaternion';
export { bidiagonalise } from './bidiagonal';
export { reduceKeeping, reflectBack, rotateRows } from './vectors';
export { matrixElements } from './elements';
