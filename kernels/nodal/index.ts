/** Entry points of the nodal determinant: matrix products, sparse transforms of many columns, and dense resolvents. */
export { nodalCombine } from './combine';
export { nodalMultiply } from './multiply';
export { nodalComplex, nodalQuaternion } from './resolvents';
