/**
 * Elementary functions that are bit-identical on every ECMAScript engine.
 *
 * Only + − × ÷ √ and bit manipulation are used, which IEEE 754 and ECMAScript fix to the last bit; the functions of `Math` are not.
 * exp, log, log1p, sin, cos, sinTurns and cosTurns err by less than one unit in the last place, the others by a few.
 */
export { atan } from './elementary/arctangent.ts';
export { exp, expm1 } from './elementary/exponential.ts';
export { asinh, cosh, sinh, tanh } from './elementary/hyperbolic.ts';
export { log, log1p, softplus } from './elementary/logarithm.ts';
export { cos, sin } from './elementary/trigonometric.ts';
export { cosTurns, sinTurns } from './elementary/turns.ts';
