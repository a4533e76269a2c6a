/** Spectral functions from resolvents by either engine: one sparse factorisation for every energy, one solution for every wave. */
import type { Engine } from '../../wasm/engine.ts';
import { createWorkspace } from '../../wasm/workspace.ts';
import { diagonal, type HoppingMatrix } from '../hopping.ts';
import { createPattern, type FactorPattern } from '../pattern/pattern.ts';
import { patternBlocks, writeDescriptor } from './descriptor.ts';
import { chunksPerPair } from './pole-factors.ts';
import { spectralAt } from './twin/spectral.ts';

/** The problem: what is the same for all configurations. */
export interface SpectralProblem {
  readonly hopping: HoppingMatrix;
  /** J_i/2 of every site. */
  readonly halfCouplings: Float64Array;
  /** η > 0. */
  readonly broadening: number;
  readonly energies: Float64Array;
  /** Complex amplitudes φ, a pair for each site of each wave. */
  readonly waves: Float64Array;
}

/** What waves and sites see of −Im G(E + iη)/π, G(z) = (z − H)⁻¹, both spins together. Arrays are reused by the next call. */
export interface SpectralValues {
  /** Σ_σ ⟨φ σ|…|φ σ⟩ of every wave, at every energy. */
  readonly waves: readonly Float64Array[];
  /** Σ_σ of every site, at every energy. */
  readonly sites: readonly Float64Array[];
}

/** Doubles in a block of two lanes. */
const BLOCK = 16;

/**
 * A function from spins (3N) to their spectral values. i(z − H)⁻¹ is the inverse of η + i(H − E), whose Hermitian part is η > 0: no pivots are
 * needed. Both engines are bit-identical.
 */
export function spectralValues(problem: SpectralProblem, engine: Engine): (spins: Float64Array) => SpectralValues {
  const { energies, waves, hopping } = problem;
  const pattern = createPattern(hopping, new Array(hopping.siteCount).fill(false));
  const { siteCount } = pattern;
  const waveCount = waves.length / (2 * siteCount);
  const rows = waveCount + siteCount;
  const raw = (engine === 'wasm' ? wasmSpectra : typescriptSpectra)(problem, pattern, rows);
  const values = Array.from({ length: rows }, () => new Float64Array(energies.length));
  return (spins) => {
    const out = raw(spins);
    values.forEach((row, m) => {
      for (let j = 0; j < row.length; j++) row[j] = out[2 * ((j >> 1) * rows + m) + (j & 1)] / Math.PI;
    });
    return { waves: values.slice(0, waveCount), sites: values.slice(waveCount) };
  };
}

/** An even number of energies: the last one twice where they are odd. */
const paired = (energies: Float64Array): Float64Array =>
  energies.length % 2 === 0 ? energies : Float64Array.of(...energies, energies[energies.length - 1]);

type Raw = (spins: Float64Array) => Float64Array;

function wasmSpectra(
  { hopping, halfCouplings, broadening, energies, waves }: SpectralProblem,
  pattern: FactorPattern,
  rows: number,
): Raw {
  const { siteCount, slotCount } = pattern;
  const pairs = paired(energies);
  const { kernels, views } = createWorkspace({
    ...patternBlocks(pattern),
    halfCouplings,
    levels: diagonal(hopping),
    energies: pairs,
    waves,
    spins: 3 * siteCount,
    products: 2 * chunksPerPair(pattern),
    work: BLOCK * siteCount,
    values: BLOCK * slotCount,
    inverse: BLOCK * slotCount,
    out: rows * pairs.length,
  });
  writeDescriptor(pattern, views);
  const [descriptor, values, inverse, work, spins] = addresses(
    views.descriptor,
    views.values,
    views.inverse,
    views.work,
    views.spins,
  );
  const [halves, levels, at, phi, products, out] = addresses(
    views.halfCouplings,
    views.levels,
    views.energies,
    views.waves,
    views.products,
    views.out,
  );
  return (configuration) => {
    views.spins.set(configuration);
    const system = [descriptor, values, inverse, work, spins, halves, levels, broadening];
    kernels.complexSpectral(...system, at, pairs.length, phi, rows - siteCount, products, out);
    return views.out;
  };
}

const addresses = (...views: readonly { readonly byteOffset: number }[]): number[] =>
  views.map(({ byteOffset }) => byteOffset);

function typescriptSpectra(
  { hopping, halfCouplings, broadening, energies, waves }: SpectralProblem,
  pattern: FactorPattern,
  rows: number,
): Raw {
  const pairs = paired(energies);
  const out = new Float64Array(rows * pairs.length);
  const levels = diagonal(hopping);
  const products = new Float64Array(2 * chunksPerPair(pattern));
  return (spins) => {
    const system = { pattern, spins, halfCouplings, levels, broadening, waves, products };
    pairs.forEach((energy, j) => {
      spectralAt(system, energy, out, 2 * (j >> 1) * rows + (j & 1));
    });
    return out;
  };
}
