/** How much of every level lies in plane waves of one wave vector. */
import type { Eigenvectors } from '../exact/spectrum/eigenvectors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { basisOf } from '../lattice/sites.ts';
import { cos, sin } from '../numeric/elementary.ts';
import { addLine, type Spectrum } from './lorentzian.ts';

/**
 * A(k, ω) = 1/(2 n_b) Σ_bσ Σ_n |⟨k b σ|n⟩|² δ(ω − E_n) at every ω, for both spins and all n_b sites of a cell together, so that its integral is 1.
 *
 * |k b σ⟩ is the plane wave on the sites b of all cells. `momentum`: k, Cartesian, one that the lattice with its twist allows (`electronMomenta`).
 */
export function spectralFunction(
  lattice: Lattice,
  { dimension, levels, vectors }: Eigenvectors,
  momentum: readonly number[],
  spectrum: Spectrum,
): Float64Array {
  const waves = planeWave(lattice, momentum);
  const sublattices = Array.from({ length: lattice.basisCount }, (_, b) => sitesOf(lattice, b));
  const out = new Float64Array(spectrum.frequencies.length);
  for (let n = 0; n < dimension; n++) {
    const weight = weightInWave(waves, vectors, 2 * n * dimension, sublattices);
    addLine(spectrum, levels[n], weight / lattice.siteCount / 2, out);
  }
  return out;
}

/** e^{−ik·r} of every site, pairs. */
export function planeWave({ positions, dimension, siteCount }: Lattice, momentum: readonly number[]): Float64Array {
  const wave = new Float64Array(2 * siteCount);
  for (let i = 0; i < siteCount; i++) {
    const phase = momentum.reduce((sum, component, c) => sum + component * positions[dimension * i + c], 0);
    wave[2 * i] = cos(phase);
    wave[2 * i + 1] = -sin(phase);
  }
  return wave;
}

const sitesOf = (lattice: Lattice, basis: number): number[] =>
  Array.from({ length: lattice.siteCount }, (_, i) => i).filter((i) => basisOf(lattice, i) === basis);

/** Σ_bσ |Σ_i∈b e^{−ik·r_i} ψ_iσ|², i ∈ b the sites of a sublattice. */
function weightInWave(
  wave: Float64Array,
  vectors: Float64Array,
  start: number,
  sublattices: readonly (readonly number[])[],
): number {
  let weight = 0;
  for (const sites of sublattices)
    for (const spin of [0, 2]) {
      let [real, imaginary] = [0, 0];
      for (const i of sites) {
        const [c, s] = [wave[2 * i], wave[2 * i + 1]];
        const [x, y] = [vectors[start + 4 * i + spin], vectors[start + 4 * i + spin + 1]];
        real += c * x - s * y;
        imaginary += c * y + s * x;
      }
      weight += real * real + imaginary * imaginary;
    }
  return weight;
}
