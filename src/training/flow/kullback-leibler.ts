/** Gradients of the two Kullback–Leibler divergences between the density q of a flow and a weight. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Flow } from '../../flow/flow.ts';
import type { PullOf } from '../../flow/stack.ts';

/**
 * Adds to `gradient` an estimate of the gradient of ∫ q log(q/W^λ), from the images of `bases`, which are distributed as the base of the flow. Each costs an exact weight with its force.
 *
 * The path gradient, ∂(a · f(z))/∂θ with a = ∂ log q/∂S − λ ∂ log W/∂S at fixed θ. What it leaves out, ∂ log q/∂θ at fixed S, has mean zero but does not vanish where q = W; without it the
 * noise does: G. Roeder, Y. Wu and D. Duvenaud, NeurIPS 2017; L. Vaitl, K. A. Nicoli, S. Nakajima and P. Kessel, Mach. Learn.: Sci. Technol. 3, 045006 (2022).
 */
export function addReverseGradient(
  flow: Flow,
  exact: SpinFermionModel,
  share: number,
  bases: readonly Float64Array[],
  gradient: Float64Array,
): void {
  const { siteCount } = flow.lattice;
  const { temperature } = exact.parameters;
  const force = new Float64Array(3 * siteCount);
  for (const base of bases) {
    const pullOf: PullOf = (spins, score) => {
      exact.logWeightAndForce(spins, force);
      for (let c = 0; c < score.length; c++) score[c] = (score[c] - (share * force[c]) / temperature) / bases.length;
    };
    flow.pathGradient(base, pullOf, gradient);
  }
}

/** A configuration that has the distribution W, with ∂ log W/∂S. */
export interface ScoredSpins {
  readonly spins: Float64Array;
  readonly score: Float64Array;
}

/**
 * Adds to `gradient` an estimate of the gradient of ∫ W log(W/q)/∫ W.
 *
 * Seen from z, this is the reverse divergence between the density that f⁻¹ makes of W and the base, so it has a path gradient too, which vanishes sample by sample where q = W. Minus the mean of ∂ log q/∂θ has the
 * same mean, but its noise stays: L. Vaitl, L. Winkler, L. Richter and P. Kessel, ICLR 2024 (arXiv:2403.15881).
 */
export function addForwardGradient(flow: Flow, visited: readonly ScoredSpins[], gradient: Float64Array): void {
  const sum = new Float64Array(gradient.length);
  for (const { spins, score } of visited) flow.pathGradientBack(spins, score, sum);
  for (let k = 0; k < sum.length; k++) gradient[k] += sum[k] / visited.length;
}
