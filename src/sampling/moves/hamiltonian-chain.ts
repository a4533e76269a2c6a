/** Hybrid (Hamiltonian) Monte Carlo for any density: S. Duane, A. D. Kennedy, B. J. Pendleton and D. Roweth, Phys. Lett. B 195, 216 (1987). */
import { fillNormal } from '../../numeric/normal.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { projectOnTangent } from '../../spins/tangent.ts';
import { kineticEnergy, type LogDensity, trajectory } from './leapfrog.ts';
import { metropolis } from './metropolis.ts';

/** Step lengths vary by this fraction either way, independently of the state, so that no mode returns to its start every time. */
const JITTER = 0.1;

/** Trajectories of hybrid Monte Carlo. */
export interface HmcOptions {
  /** Leapfrog steps of a trajectory. Lengths steps × stepSize near a quarter turn decorrelate best; longer ones turn back. */
  readonly steps?: number;
  /** Step size before warm-up: about the angle, in radians, by which a spin turns in one step. */
  readonly stepSize?: number;
  /** Acceptance that warm-up tunes the step size to. */
  readonly targetAcceptance?: number;
}

/** A larger angle would take spins past where they are pulled to. */
export const LARGEST_STEP = 1.5;

interface HamiltonianChain {
  /** The spins of the chain; replaced at an acceptance. */
  readonly spins: Float64Array;
  readonly logDensity: number;
  /** Goes to a configuration and evaluates density and gradient there. */
  moveTo(spins: Float64Array): void;
  /** One trajectory with fresh momenta and its test; returns log of the acceptance ratio, −ΔH, and whether it was accepted. */
  advance(stepSize: number, steps: number, random: RandomStream): { logRatio: number; accepted: boolean };
}

/** Reversible with respect to π: fresh momenta are as likely as reversed ones, and the leapfrog retraces itself. */
export function hamiltonianChain(density: LogDensity, siteCount: number): HamiltonianChain {
  let current = createPoint(siteCount);
  let proposal = createPoint(siteCount);
  const momenta = new Float64Array(3 * siteCount);
  return {
    get spins() {
      return current.spins;
    },
    get logDensity() {
      return current.logDensity;
    },
    moveTo(spins) {
      current.spins.set(spins);
      current.logDensity = density(spins, current.gradient);
    },
    advance(stepSize, steps, random) {
      const { spins, gradient } = proposal;
      spins.set(current.spins);
      gradient.set(current.gradient);
      fillNormal(random, momenta);
      projectOnTangent(spins, momenta);
      const kineticBefore = kineticEnergy(momenta);
      const jittered = stepSize * (1 + JITTER * (2 * random.nextUniform() - 1));
      proposal.logDensity = trajectory(spins, momenta, gradient, density, jittered, steps);
      const logRatio = logRatioOf(proposal.logDensity, current.logDensity, kineticEnergy(momenta) - kineticBefore);
      const accepted = metropolis(logRatio, random);
      if (accepted) [current, proposal] = [proposal, current];
      return { logRatio, accepted };
    },
  };
}

/** A trajectory that has diverged, −∞, is rejected; where the chain itself has no weight, the decision says so. */
function logRatioOf(after: number, before: number, kineticChange: number): number {
  return after === -Infinity && Number.isFinite(before) ? -Infinity : after - before - kineticChange;
}

interface Point {
  readonly spins: Float64Array;
  readonly gradient: Float64Array;
  logDensity: number;
}

function createPoint(siteCount: number): Point {
  return {
    spins: new Float64Array(3 * siteCount),
    gradient: new Float64Array(3 * siteCount),
    logDensity: Number.NaN,
  };
}

/** The density exp(−E/T) of an energy with forces −∂E/∂S; `logDensityAndForce` returns log π and writes the forces. */
export function fromForces(logDensityAndForce: LogDensity, temperature: number): LogDensity {
  return (spins, gradient) => {
    const logDensity = logDensityAndForce(spins, gradient);
    for (let c = 0; c < gradient.length; c++) gradient[c] /= temperature;
    return logDensity;
  };
}
