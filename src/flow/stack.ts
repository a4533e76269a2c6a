/** Layers one after the other, there and back, with reverse mode through all of them. */
import type { FlowBase } from './base.ts';
import type { CouplingLayer, Direction } from './coupling-layer.ts';

/** A layer with its parameters, which are live, and their range among those of the flow. */
export interface StackedLayer extends CouplingLayer {
  readonly parameters: Float64Array;
  readonly start: number;
}

/** What a stack does with spins and z, 3N numbers each. */
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
}

export function stackOf(layers: readonly StackedLayer[], base: FlowBase, siteCount: number): Stack {
  const orders = { forward: layers, inverse: layers.toReversed() };
  const current = new Float64Array(3 * siteCount);
  /** The spins before each move of the last pass, in the order of the moves. */
  const before = layers.map(() => new Float64Array(3 * siteCount));

  function pass(spins: Float64Array, direction: Direction): number {
    let sum = 0;
    orders[direction].forEach((layer, step) => {
      before[step].set(spins);
      sum += layer.move(spins, layer.parameters, direction);
    });
    return sum;
  }

  function passBack(direction: Direction, adjoint: Float64Array, byLog: number, gradient?: Float64Array): void {
    const order = orders[direction];
    for (let step = order.length - 1; step >= 0; step--) {
      const { moveBack, parameters, start } = order[step];
      moveBack(
        before[step],
        parameters,
        direction,
        adjoint,
        byLog,
        gradient?.subarray(start, start + parameters.length),
      );
    }
  }

  function transportBack(spins: Float64Array): number {
    const logVolume = pass(spins, 'inverse');
    return base.logDensity(spins) + logVolume;
  }

  function logDensity(spins: Float64Array): number {
    current.set(spins);
    return transportBack(current);
  }

  return {
    transport(spins) {
      const logDensityOfBase = base.logDensity(spins);
      return logDensityOfBase - pass(spins, 'forward');
    },
    transportBack,
    logDensity,
    logDensityAndScore(spins, score, gradient) {
      current.set(spins);
      const logVolume = pass(current, 'inverse');
      const logDensityOfBase = base.logDensityAndScore(current, score);
      passBack('inverse', score, 1, gradient);
      return logDensityOfBase + logVolume;
    },
    imageGradient(z, adjoint, gradient) {
      current.set(z);
      pass(current, 'forward');
      passBack('forward', adjoint, 0, gradient);
    },
  };
}
