/** |Σ_i S_i e^{iq·r_i}|² of the spins at many wave vectors. */
import type { Lattice } from '../lattice/lattice.ts';
import { planeWaves } from '../lattice/plane-waves.ts';
import { siteOf } from '../lattice/sites.ts';
import { latticeTransform } from '../numeric/fourier/lattice-transform.ts';

/** The complex fields that carry the three components of a spin: S_x + iS_y, and S_z. */
const FIELDS = 2;

/**
 * The power |Σ_i S_i e^{iq·r_i}|² for every n of q = Σ_d (n_d/L_d) b_d, n_d ≥ 0, in their order; valid until the next call. In the first reciprocal cell that is
 * a transform of every sublattice; farther out the sublattices join with other phases e^{iq·r_b}.
 *
 * For real fields a and b, with F the transform of a + ib: |a(q)|² + |b(q)|² = (|F(q)|² + |F(−q)|²)/2.
 */
export function powerSpectrum(
  lattice: Lattice,
  waveNumbers: readonly (readonly number[])[],
): (spins: Float64Array) => Float64Array {
  const { spec, basisCount, siteCount } = lattice;
  const { input, transform } = latticeTransform(spec.size, FIELDS * basisCount);
  const entries = joined(lattice, waveNumbers, 1);
  const opposites = joined(lattice, waveNumbers, -1);
  const power = new Float64Array(waveNumbers.length);
  return (spins) => {
    for (let i = 0; i < siteCount; i++) {
      input[4 * i] = spins[3 * i];
      input[4 * i + 1] = spins[3 * i + 1];
      input[4 * i + 2] = spins[3 * i + 2];
      input[4 * i + 3] = 0;
    }
    const fields = transform();
    for (let k = 0; k < power.length; k++) {
      const plane = norm(fields, entries, basisCount, k, 0) + norm(fields, opposites, basisCount, k, 0);
      power[k] = plane / 2 + norm(fields, entries, basisCount, k, 2);
    }
    return power;
  };
}

/** How the transforms of the sublattices join: entry of the first sublattice by wave vector, and e^{iq·r_b} by wave vector and sublattice. */
interface Joined {
  readonly entry: Int32Array;
  readonly phases: Float64Array;
}

/** `sign`: of q. */
function joined(lattice: Lattice, waveNumbers: readonly (readonly number[])[], sign: 1 | -1): Joined {
  const { infinite, basisCount, spec } = lattice;
  const { cosines, sines, phaseOfBasis } = planeWaves(lattice);
  const phases = new Float64Array(2 * basisCount * waveNumbers.length);
  waveNumbers.forEach((waveNumber, k) => {
    phaseOfBasis(waveNumber).forEach((turn, b) => {
      phases[2 * (basisCount * k + b)] = cosines[turn];
      phases[2 * (basisCount * k + b) + 1] = sign * sines[turn];
    });
  });
  const wrapped = (value: number, length: number) => (((sign * value) % length) + length) % length;
  const entry = waveNumbers.map((n) => {
    const cell = n.map((value, d) => wrapped(value, spec.size[d]));
    return 2 * FIELDS * siteOf(infinite, spec.size, { cell, basis: 0 });
  });
  return { entry: Int32Array.from(entry), phases };
}

/** |Σ_b e^{iq·r_b} F_b(q)|² of one of the fields, at an offset of 0 or 2. */
function norm(fields: Float64Array, { entry, phases }: Joined, basisCount: number, k: number, field: number): number {
  let [real, imaginary] = [0, 0];
  for (let b = 0; b < basisCount; b++) {
    const cosine = phases[2 * (basisCount * k + b)];
    const sine = phases[2 * (basisCount * k + b) + 1];
    const at = entry[k] + 4 * b + field;
    real += cosine * fields[at] - sine * fields[at + 1];
    imaginary += cosine * fields[at + 1] + sine * fields[at];
  }
  return real * real + imaginary * imaginary;
}
