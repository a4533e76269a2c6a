/** A stack with its arguments checked, as users get it. */
import { checkLength } from '../numeric/check-array.ts';
import type { Stack } from './stack.ts';

/** The same, which throws InputError for spins that are not 3N numbers and gradients that are not one number per parameter. */
export function checkedStack(stack: Stack, siteCount: number, parameterCount: number): Stack {
  const checkSpins = (name: string, spins: Float64Array) => checkLength(name, spins, 3 * siteCount);
  const checkGradient = (gradient: Float64Array) => checkLength('gradient', gradient, parameterCount);
  return {
    transport(spins) {
      checkSpins('spins', spins);
      return stack.transport(spins);
    },
    transportBack(spins) {
      checkSpins('spins', spins);
      return stack.transportBack(spins);
    },
    logDensity(spins) {
      checkSpins('spins', spins);
      return stack.logDensity(spins);
    },
    logDensityAndScore(spins, score, gradient) {
      checkSpins('spins', spins);
      checkSpins('score', score);
      if (gradient) checkGradient(gradient);
      return stack.logDensityAndScore(spins, score, gradient);
    },
    imageGradient(z, adjoint, gradient) {
      checkSpins('z', z);
      checkSpins('adjoint', adjoint);
      checkGradient(gradient);
      stack.imageGradient(z, adjoint, gradient);
    },
    pathGradient(z, pullOf, gradient) {
      checkSpins('z', z);
      checkGradient(gradient);
      stack.pathGradient(z, pullOf, gradient);
    },
    pathGradientBack(spins, force, gradient) {
      checkSpins('spins', spins);
      checkSpins('force', force);
      checkGradient(gradient);
      stack.pathGradientBack(spins, force, gradient);
    },
  };
}
