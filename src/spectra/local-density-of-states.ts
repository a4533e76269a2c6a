/** The density of states of every site. */
import type { Eigenvectors } from '../exact/spectrum/eigenvectors.ts';
import { addLine, type Spectrum } from './lorentzian.ts';

/** Σ_n Σ_σ |⟨i σ|n⟩|² δ(ω − E_n) at every ω, by site i; the integral is 2, the mean over all sites the density of states. */
export function localDensityOfStates({ dimension, levels, vectors }: Eigenvectors, spectrum: Spectrum): Float64Array[] {
  return Array.from({ length: dimension / 2 }, (_, site) => {
    const out = new Float64Array(spectrum.frequencies.length);
    for (let n = 0; n < dimension; n++) {
      const start = 2 * n * dimension + 4 * site;
      let weight = 0;
      for (let a = start; a < start + 4; a++) weight += vectors[a] * vectors[a];
      addLine(spectrum, levels[n], weight, out);
    }
    return out;
  });
}
