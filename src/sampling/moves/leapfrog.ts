/**
 * Molecular dynamics on a product of spheres: H(S, P) = −log π(S) + Σ P_i²/2 with P_i ⟂ S_i.
 *
 * Each site drifts along a great circle, exactly, and is kicked within its tangent plane. Both maps are symplectic and so is their
 * alternation, which is symmetric in time as well: it preserves volume and, with the momenta turned round, retraces itself. Sites without a spin have the
 * spin 0 and no momentum, and stay so.
 * S. Byrne and M. Girolami, Scand. J. Statist. 40, 825 (2013).
 */
import { cos, sin } from '../../numeric/elementary.ts';
import { isMissing } from '../../spins/tangent.ts';

/** log π(S) up to a constant and, into `gradient` (3N), ∂ log π/∂S_i as a Cartesian vector; its radial part does not matter. */
export type LogDensity = (spins: Float64Array, gradient: Float64Array) => number;

/**
 * Moves spins and momenta by `steps` ≥ 1 leapfrog steps of length `stepSize`; returns log π at the end.
 * `gradient` holds that of the first spins on entry, of the last ones on return. An error of order stepSize² is left in H.
 *
 * A trajectory that diverges ends at once with −∞: its end has no weight, and its way back would diverge from there as well.
 */
export function trajectory(
  spins: Float64Array,
  momenta: Float64Array,
  gradient: Float64Array,
  density: LogDensity,
  stepSize: number,
  steps: number,
): number {
  let logDensity = -Infinity;
  for (let step = 0; step < steps; step++) {
    kick(spins, momenta, gradient, 0.5 * stepSize);
    // In the middle of a step, which the way back comes through with the same momenta, turned round: both directions end or neither.
    if (!(kineticEnergy(momenta) * stepSize * stepSize < LARGEST)) return -Infinity;
    drift(spins, momenta, stepSize);
    logDensity = density(spins, gradient);
    kick(spins, momenta, gradient, 0.5 * stepSize);
    if (!Number.isFinite(logDensity) || !Number.isFinite(kineticEnergy(momenta))) return -Infinity;
  }
  return logDensity;
}

/** Half the sum over sites of the squared angle of one step; no single angle is then beyond what sine and cosine take. */
const LARGEST = 5e11;

/** P_i += time · (part of gradient_i perpendicular to S_i). */
function kick(spins: Float64Array, momenta: Float64Array, gradient: Float64Array, time: number): void {
  for (let i = 0; i < spins.length; i += 3) {
    if (isMissing(spins, i)) continue;
    const radial = spins[i] * gradient[i] + spins[i + 1] * gradient[i + 1] + spins[i + 2] * gradient[i + 2];
    momenta[i] += time * (gradient[i] - radial * spins[i]);
    momenta[i + 1] += time * (gradient[i + 1] - radial * spins[i + 1]);
    momenta[i + 2] += time * (gradient[i + 2] - radial * spins[i + 2]);
  }
}

/** Rotates spin and momentum of every site in their common plane by the angle |P_i| · time. No arrays are made: this is the inner loop. */
function drift(spins: Float64Array, momenta: Float64Array, time: number): void {
  for (let i = 0; i < spins.length; i += 3) {
    const x = spins[i];
    const y = spins[i + 1];
    const z = spins[i + 2];
    const px = momenta[i];
    const py = momenta[i + 1];
    const pz = momenta[i + 2];
    const speed = Math.sqrt(px * px + py * py + pz * pz);
    if (speed === 0) continue;
    const cosine = cos(speed * time);
    const sine = sin(speed * time);
    const across = sine / speed;
    const nx = cosine * x + across * px;
    const ny = cosine * y + across * py;
    const nz = cosine * z + across * pz;
    // Rounding alone moves the length away from 1; over millions of steps it would add up.
    const scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    spins[i] = scale * nx;
    spins[i + 1] = scale * ny;
    spins[i + 2] = scale * nz;
    const back = sine * speed;
    momenta[i] = cosine * px - back * x;
    momenta[i + 1] = cosine * py - back * y;
    momenta[i + 2] = cosine * pz - back * z;
  }
}

/** Σ P_i²/2. */
export function kineticEnergy(momenta: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < momenta.length; i++) sum += momenta[i] * momenta[i];
  return 0.5 * sum;
}
