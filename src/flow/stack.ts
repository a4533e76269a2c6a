/** The layers of a flow on its base. */
import type { FlowBase } from './base.ts';
import type { FlowKernels } from './kernels.ts';

/** Turns ∂ log q/∂S at S, `score`, in place into what is to be pulled back. */
export type PullOf = (spins: Float64Array, score: Float64Array) => void;

/** What a flow does with spins and z, 3N numbers each. */
export interface Stack {
  /** Replaces z by f(z); returns log q there. */
  transport(spins: Float64Array): number;
  /** Replaces S by the z that f takes to it; returns log q(S). */
  transportBack(spins: Float64Array): number;
  /** log q(S), by the way back: a function of the spins alone. */
  logDensity(spins: Float64Array): number;
  /**
   * log q(S) and, into `score`, ∂ log q/∂S at fixed θ, of which only the part perpendicular to each spin means something. Adds ∂ log q/∂θ at fixed S to `gradient` where there is one.
   */
  logDensityAndScore(spins: Float64Array, score: Float64Array, gradient?: Float64Array): number;
  /** Adds ∂(a · f(z))/∂θ to `gradient` and replaces a, `adjoint`, by ∂(a · f(z))/∂z. */
  imageGradient(z: Float64Array, adjoint: Float64Array, gradient: Float64Array): void;
  /** The same with an a that `pullOf` makes of ∂ log q/∂S at S = f(z): in one pass through the layers there, and one back. */
  pathGradient(z: Float64Array, pullOf: PullOf, gradient: Float64Array): void;
  /** Adds ∂(a · f⁻¹(S))/∂θ to `gradient`. f⁻¹ makes a density of W, of which `force` is ∂ log W/∂S at S; a is the score of that density less that of the base, at the z that f takes to S. */
  pathGradientBack(spins: Float64Array, force: Float64Array, gradient: Float64Array): void;
}

export function stackOf(kernels: FlowKernels, base: FlowBase): Stack {
  const { spins: current, adjoint: pull } = kernels;
  const addGradient = (gradient: Float64Array) => {
    for (let k = 0; k < gradient.length; k++) gradient[k] += kernels.gradient[k];
  };

  function transportBack(spins: Float64Array): number {
    current.set(spins);
    const logVolume = kernels.inverse(false);
    spins.set(current);
    return base.logDensity(spins) + logVolume;
  }

  return {
    transport(spins) {
      const logDensityOfBase = base.logDensity(spins);
      current.set(spins);
      const logVolume = kernels.forward(false);
      spins.set(current);
      return logDensityOfBase - logVolume;
    },
    transportBack,
    logDensity: (spins) => transportBack(spins.slice()),
    logDensityAndScore(spins, score, gradient) {
      current.set(spins);
      const logVolume = kernels.inverse(true);
      const logDensityOfBase = base.logDensityAndScore(current, score);
      pull.set(score);
      kernels.gradient.fill(0);
      kernels.inverseBack(1, true);
      score.set(pull);
      if (gradient) addGradient(gradient);
      return logDensityOfBase + logVolume;
    },
    imageGradient(z, adjoint, gradient) {
      current.set(z);
      kernels.forward(true);
      pull.set(adjoint);
      kernels.gradient.fill(0);
      kernels.forwardBack(0, true);
      adjoint.set(pull);
      addGradient(gradient);
    },
    pathGradient(z, pullOf, gradient) {
      const score = new Float64Array(z.length);
      base.logDensityAndScore(z, score);
      current.set(z);
      pull.set(score);
      kernels.forwardWithScore();
      score.set(pull);
      pullOf(current.slice(), score);
      pull.set(score);
      kernels.gradient.fill(0);
      kernels.forwardBack(0, true);
      addGradient(gradient);
    },
    pathGradientBack(spins, force, gradient) {
      const score = new Float64Array(spins.length);
      current.set(spins);
      kernels.inverse(true);
      base.logDensityAndScore(current, score);
      current.set(spins);
      pull.set(force);
      kernels.forwardBack(1, false);
      for (let c = 0; c < pull.length; c++) pull[c] -= score[c];
      kernels.gradient.fill(0);
      kernels.inverseBack(0, true);
      addGradient(gradient);
    },
  };
}
