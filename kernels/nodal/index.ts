/** Entry points of the nodal determinant: matrix products, sparse transforms of many columns, dense resolvents and sums by site. */
export { nodalCombine } from './combine';
export { nodalMultiply } from './multiply';
export { nodalComplex, nodalQuaternion } from './resolvents';
export { nodalCollect, nodalSpinProducts, nodalSpinProductsBack, nodalVertices } from './rows';
