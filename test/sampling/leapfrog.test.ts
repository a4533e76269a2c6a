/** The geodesic leapfrog: time reversal, conservation laws and order, with exact forces. */
import { describe, expect, it } from 'vitest';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { fromForces } from '../../src/sampling/moves/hamiltonian-chain.ts';
import { kineticEnergy, trajectory } from '../../src/sampling/moves/leapfrog.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { projectOnTangent } from '../../src/spins/tangent.ts';
import { fourByFour, type System, twoSites } from './systems.ts';

interface PhasePoint {
  readonly spins: Float64Array;
  readonly momenta: Float64Array;
}

function densityOf({ model }: System) {
  return fromForces((spins, force) => model.logWeightAndForce(spins, force), model.parameters.temperature);
}

function randomPoint({ model }: System, seed: number): PhasePoint {
  const spins = namedConfiguration('random', model.parameters.lattice, { seed });
  const momenta = new Float64Array(spins.length);
  fillNormal(philoxStream(seed, 1), momenta);
  projectOnTangent(spins, momenta);
  return { spins, momenta };
}

/** Where a trajectory leads, and the change of H on the way. */
function flow(system: System, start: PhasePoint, stepSize: number, steps: number) {
  const density = densityOf(system);
  const [spins, momenta, gradient] = [start.spins.slice(), start.momenta.slice(), start.spins.slice()];
  const before = kineticEnergy(momenta) - density(spins, gradient);
  const after = -trajectory(spins, momenta, gradient, density, stepSize, steps) + kineticEnergy(momenta);
  return { spins, momenta, change: after - before };
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, c) => Math.max(largest, Math.abs(value - b[c])), 0);
}

describe('geodesic leapfrog', () => {
  it('retraces itself when the momenta are turned round', () => {
    const system = fourByFour(0.05);
    const start = randomPoint(system, 1);
    const end = flow(system, start, 0.2, 20);
    expect(largestDifference(start.spins, end.spins)).toBeGreaterThan(0.5);
    const back = flow(system, { spins: end.spins, momenta: end.momenta.map((p) => -p) }, 0.2, 20);
    expect(largestDifference(back.spins, start.spins)).toBeLessThan(1e-10);
    expect(
      largestDifference(
        back.momenta.map((p) => -p),
        start.momenta,
      ),
    ).toBeLessThan(1e-10);
  });

  it('conserves H up to the square of the step size', () => {
    const system = fourByFour(0.1);
    const rms = (stepSize: number, steps: number) => {
      const changes = Array.from({ length: 10 }, (_, seed) => flow(system, randomPoint(system, seed), stepSize, steps));
      return Math.sqrt(changes.reduce((sum, { change }) => sum + change * change, 0) / changes.length);
    };
    const errors = [rms(0.1, 10), rms(0.05, 20), rms(0.025, 40)];
    expect(errors[0] / errors[1]).toBeGreaterThan(3.7);
    expect(errors[0] / errors[1]).toBeLessThan(4.3);
    expect(errors[1] / errors[2]).toBeGreaterThan(3.9);
    expect(errors[1] / errors[2]).toBeLessThan(4.1);
  });

  it('keeps spins at length 1 and momenta tangent over 100 000 steps', () => {
    const system = twoSites(20);
    const { spins, momenta } = flow(system, randomPoint(system, 4), 0.3, 100_000);
    for (let i = 0; i < spins.length; i += 3) {
      const along = (a: Float64Array, b: Float64Array) => a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2];
      expect(Math.abs(along(spins, spins) - 1)).toBeLessThan(1e-15);
      expect(Math.abs(along(spins, momenta))).toBeLessThan(1e-10);
    }
  });

  it('leaves a spin without momentum and force where it is', () => {
    const [spins, momenta] = [Float64Array.of(0.6, 0, 0.8), new Float64Array(3)];
    trajectory(spins, momenta, new Float64Array(3), () => 0, 0.1, 3);
    expect(spins).toEqual(Float64Array.of(0.6, 0, 0.8));
  });
});

/**
 * Volume in phase space is a power of the symplectic form ω = Σ dS∧dP. Central differences of the flow along all eight directions of the phase
 * space of two spins must have the same ω with each other after as before.
 */
describe('phase space', () => {
  const system = twoSites(20);
  const origin = randomPoint(system, 2);
  const h = 1e-5;

  it('keeps its symplectic form, hence its volume', () => {
    const directions = Array.from({ length: 8 }, (_, k) => tangent(k));
    const ends = directions.map((u) => difference(flowed(moved(u, h)), flowed(moved(u, -h))));
    const starts = directions.map((u) => difference(moved(u, h), moved(u, -h)));
    const stretch = Math.max(...ends.flatMap((end, k) => end.map((v, c) => Math.abs(v - starts[k][c]))));
    expect(stretch).toBeGreaterThan(0.5);
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < a; b++) {
        expect(Math.abs(omega(ends[a], ends[b]) - omega(starts[a], starts[b]))).toBeLessThan(1e-6);
      }
    }
  });

  /** A random direction in the space of (S, P), before constraints. */
  function tangent(k: number): Float64Array {
    const out = new Float64Array(12);
    fillNormal(philoxStream(9, k), out);
    return out;
  }

  /** The point at distance `t` along `u`, brought back to unit spins and tangent momenta. */
  function moved(u: Float64Array, t: number): PhasePoint {
    const spins = origin.spins.map((value, c) => value + t * u[c]);
    for (let i = 0; i < spins.length; i += 3) {
      const length = Math.hypot(...spins.subarray(i, i + 3));
      for (let c = i; c < i + 3; c++) spins[c] /= length;
    }
    const momenta = origin.momenta.map((value, c) => value + t * u[6 + c]);
    projectOnTangent(spins, momenta);
    return { spins, momenta };
  }

  function flowed(point: PhasePoint): PhasePoint {
    return flow(system, point, 0.4, 3);
  }

  function difference(a: PhasePoint, b: PhasePoint): number[] {
    return [...a.spins, ...a.momenta].map((value, c) => (value - [...b.spins, ...b.momenta][c]) / (2 * h));
  }

  function omega(u: readonly number[], v: readonly number[]): number {
    return [0, 1, 2, 3, 4, 5].reduce((sum, c) => sum + u[c] * v[6 + c] - v[c] * u[6 + c], 0);
  }
});
