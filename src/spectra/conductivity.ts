/** Conductivities of non-interacting electrons in one configuration, by the Kubo formula from levels and vectors. */
import { fermi } from '../exact/averages.ts';
import { expm1 } from '../numeric/elementary.ts';
import { addLine, type Spectrum } from './lorentzian.ts';

/** ⟨m|v|n⟩ of one Cartesian direction, pairs, element (m, n) number m·dimension + n. */
export type VelocityElements = Float64Array;

/** Electrons in thermal equilibrium on a lattice of this volume (length, area) in powers of the lattice constant. */
export interface Electrons {
  readonly levels: Float64Array;
  readonly chemicalPotential: number;
  /** T > 0. */
  readonly temperature: number;
  readonly volume: number;
}

/**
 * Re σ_cc(ω) = (π/V) Σ_mn (f_m − f_n)/(E_n − E_m) |⟨m|v_c|n⟩|² δ(ω − E_n + E_m) in units of e²/ħ (times the lattice constant to the power 2 − d), at every ω.
 *
 * G. Mahan, Many-Particle Physics, §3.8; the ratio is −f' where levels coincide, m = n included: a Drude peak that is as broad as all other lines.
 * Its value at ω = 0 is the dc limit.
 */
export function opticalConductivity(
  electrons: Electrons,
  velocity: VelocityElements,
  spectrum: Spectrum,
): Float64Array {
  const conductivity = new Float64Array(spectrum.frequencies.length);
  const factor = Math.PI / electrons.volume;
  visitTransitions(electrons, (m, n, slope, difference) => {
    const strength = factor * slope * squaredModulus(velocity, m * electrons.levels.length + n);
    if (strength === 0) return;
    addLine(spectrum, difference, strength, conductivity);
    if (m !== n) addLine(spectrum, -difference, strength, conductivity);
  });
  return conductivity;
}

/** ∫ Re σ_cc dω over all ω, of both signs, broadening aside; `opticalConductivity` as a function of ω adds up to it. */
export function conductivityWeight(electrons: Electrons, velocity: VelocityElements): number {
  let sum = 0;
  visitTransitions(electrons, (m, n, slope) => {
    const strength = slope * squaredModulus(velocity, m * electrons.levels.length + n);
    sum += m === n ? strength : 2 * strength;
  });
  return (Math.PI / electrons.volume) * sum;
}

/**
 * σ_xy = −(4π/V) Σ_{m<n} (f_m − f_n) Im(⟨m|v_x|n⟩⟨n|v_y|m⟩)/(E_n − E_m)² in units of e²/h, two dimensions: the integer of a filled band.
 *
 * D. Thouless, M. Kohmoto, M. Nightingale and M. den Nijs, Phys. Rev. Lett. 49, 405; lines have no width here.
 */
export function hallConductivity(electrons: Electrons, x: VelocityElements, y: VelocityElements): number {
  const { levels, volume } = electrons;
  const negligible = DEGENERATE * largest(levels);
  let sum = 0;
  visitTransitions(electrons, (m, n, slope, difference) => {
    if (difference <= negligible) return;
    const element = 2 * (m * levels.length + n);
    // ⟨n|v_y|m⟩ is the conjugate of ⟨m|v_y|n⟩.
    const imaginary = x[element + 1] * y[element] - x[element] * y[element + 1];
    sum += (slope * imaginary) / difference;
  });
  return ((-4 * Math.PI) / volume) * sum;
}

/** Levels this close, as a fraction of the largest, are one: nothing but rounding tells their vectors apart. */
const DEGENERATE = 1e-12;

/** Occupations whose product of full and empty is below this add nothing to fifteen digits. */
const NO_TRANSITION = 1e-18;

/** Visits the pairs m ≤ n with (f_m − f_n)/(E_n − E_m), which is −f' where they coincide, and E_n − E_m ≥ 0. */
function visitTransitions(
  { levels, chemicalPotential, temperature }: Electrons,
  visit: (m: number, n: number, slope: number, difference: number) => void,
): void {
  const occupied = levels.map((level) => fermi((level - chemicalPotential) / temperature));
  const empty = levels.map((level) => fermi((chemicalPotential - level) / temperature));
  for (let m = 0; m < levels.length; m++)
    for (let n = m; n < levels.length; n++) {
      // f_m − f_n = f_m (1 − f_n)(1 − e^{−β(E_n − E_m)})
      const both = occupied[m] * empty[n];
      if (both < NO_TRANSITION) continue;
      const difference = levels[n] - levels[m];
      const x = difference / temperature;
      visit(m, n, (both * (x === 0 ? 1 : -expm1(-x) / x)) / temperature, difference);
    }
}

const squaredModulus = (pairs: Float64Array, k: number): number =>
  pairs[2 * k] * pairs[2 * k] + pairs[2 * k + 1] * pairs[2 * k + 1];

const largest = (levels: Float64Array): number => levels.reduce((most, level) => Math.max(most, Math.abs(level)), 0);

/** Σ f_n ⟨n|∂²H/∂A²|n⟩: the kinetic term of the f-sum rule, whose difference from the weight of σ is ∂²Ω/∂A². */
export function kineticTerm({ levels, chemicalPotential, temperature }: Electrons, masses: Float64Array): number {
  return levels.reduce((sum, level, n) => sum + fermi((level - chemicalPotential) / temperature) * masses[n], 0);
}
