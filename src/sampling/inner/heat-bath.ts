/**
 * Single-spin moves for energies that are linear in every spin, E = (terms without S_i) − h_i·S_i, or quadratic, with S_iᵀ Q_i S_i besides. For the latter a move of the linear part is a proposal, which is accepted with
 * probability min(1, exp(−ΔE_Q/T)): the heat bath proposes S' with density ∝ exp(h_i·S'/T) whatever S is, and overrelaxation is its own inverse, so both are in detailed balance with the whole energy.
 */
import { quadraticEnergy } from '../../exact/classical/local-form.ts';
import { randomDirection } from '../../numeric/directions.ts';
import { expm1, log1p } from '../../numeric/elementary.ts';
import type { RandomStream } from '../../numeric/philox.ts';

/** A learned energy that is linear in every single spin, or quadratic, so that the spin can be drawn anew from its field. */
export interface LocalFieldModel {
  /** E(S), total. */
  energy(spins: Float64Array): number;
  /** Writes h_i = −∂E/∂S_i to out[0 … 2]. It must not depend on S_i: what a bond from a site to itself adds is a constant. */
  field(spins: Float64Array, site: number, out: Float64Array): void;
  /** Writes Q_i, which must not depend on S_i either, to out[0 … 5]: xx, xy, xz, yy, yz, zz. Left out where the energy is linear. */
  quadratic?(spins: Float64Array, site: number, out: Float64Array): void;
}

/** Heat-bath sweeps over some sites with `overrelaxation` sweeps between two of them, all in the order of the list or all in reverse. */
export interface SweepPlan {
  readonly temperature: number;
  readonly sites: Int32Array;
  readonly sweeps: number;
  readonly overrelaxation: number;
  readonly isReverse: boolean;
}

/** Moves the spins in place. */
export type Sweeps = (spins: Float64Array, random: RandomStream, plan: SweepPlan) => void;

/** The sweeps in plain TypeScript, for any energy that is linear in every spin. */
export function plainSweeps(model: LocalFieldModel): Sweeps {
  return (spins, random, { temperature, sites, sweeps, overrelaxation, isReverse }) => {
    const corrected = (move: (site: number) => void) => correctedMove(model, temperature, spins, random, move);
    const overrelax = corrected((site) => overrelaxationMove(model, spins, site));
    const draw = corrected((site) => heatBathMove(model, temperature, spins, site, random));
    for (let sweep = 0; sweep < sweeps; sweep++) {
      for (let k = 0; sweep > 0 && k < overrelaxation; k++) visitSites(sites, isReverse, overrelax);
      visitSites(sites, isReverse, draw);
    }
  };
}

/** The move, taken back with probability 1 − min(1, exp(−ΔE_Q/T)); as it is where the energy is linear. */
function correctedMove(
  model: LocalFieldModel,
  temperature: number,
  spins: Float64Array,
  random: RandomStream,
  move: (site: number) => void,
): (site: number) => void {
  if (!model.quadratic) return move;
  const q = new Float64Array(6);
  return (site) => {
    const i = 3 * site;
    const [x, y, z] = [spins[i], spins[i + 1], spins[i + 2]];
    move(site);
    model.quadratic?.(spins, site, q);
    const after = quadraticEnergy(q, spins[i], spins[i + 1], spins[i + 2]);
    const logRatio = (quadraticEnergy(q, x, y, z) - after) / temperature;
    const uniform = random.nextUniform();
    // 1 + expm1 and not exp, which the kernels do not have: they differ where no random number is.
    if (logRatio < 0 && uniform >= 1 + expm1(logRatio)) spins.set([x, y, z], i);
  };
}

function visitSites(sites: Int32Array, isReverse: boolean, visit: (site: number) => void): void {
  for (let k = 0; k < sites.length; k++) visit(sites[isReverse ? sites.length - 1 - k : k]);
}

const field = new Float64Array(3);
const random3 = new Float64Array(3);

/** Draws the spin at `site` from its distribution in the field of the others, ∝ exp(h · S_i/T). */
export function heatBathMove(
  model: LocalFieldModel,
  temperature: number,
  spins: Float64Array,
  site: number,
  random: RandomStream,
): void {
  model.field(spins, site, field);
  for (let c = 0; c < 3; c++) field[c] /= temperature;
  drawVonMisesFisher(field, random, spins, 3 * site);
}

/** Turns the spin at `site` by half a turn about the field of the others: energy and volume stay, and a second time brings it back. */
export function overrelaxationMove(model: LocalFieldModel, spins: Float64Array, site: number): void {
  model.field(spins, site, field);
  const i = 3 * site;
  const square = field[0] * field[0] + field[1] * field[1] + field[2] * field[2];
  if (square === 0) return;
  const factor = (2 * (field[0] * spins[i] + field[1] * spins[i + 1] + field[2] * spins[i + 2])) / square;
  for (let c = 0; c < 3; c++) spins[i + c] = factor * field[c] - spins[i + c];
}

/**
 * A unit vector with density ∝ exp(k · S) into out[offset … offset + 2].
 *
 * The cosine has density ∝ exp(κ z), κ = |k|, on (−1, 1), the area element being uniform in it; its distribution function inverts to
 * 1 − z = −log(1 − (1 − u)(1 − e^{−2κ}))/κ. The azimuth is that of any isotropic vector which is not too close to the axis.
 */
export function drawVonMisesFisher(k: Float64Array, random: RandomStream, out: Float64Array, offset: number): void {
  const concentration = Math.sqrt(k[0] * k[0] + k[1] * k[1] + k[2] * k[2]);
  if (concentration === 0) {
    randomDirection(random, out, offset);
    return;
  }
  const depth = -log1p((1 - random.nextUniform()) * expm1(-2 * concentration)) / concentration;
  let cosine: number;
  do {
    randomDirection(random, random3, 0);
    cosine = (random3[0] * k[0] + random3[1] * k[1] + random3[2] * k[2]) / concentration;
  } while (cosine * cosine > 0.9);
  const across = Math.sqrt((Math.max(0, depth) * Math.max(0, 2 - depth)) / (1 - cosine * cosine));
  const along = (1 - depth - across * cosine) / concentration;
  for (let c = 0; c < 3; c++) out[offset + c] = along * k[c] + across * random3[c];
}
