/** Observables in words, for the axes of figures. */
import type { Axis } from './figures/figure-spec.ts';

type Words = Pick<Axis, 'label' | 'unit'>;

const WORDS: Readonly<Record<string, Words>> = {
  energyPerSite: { label: 'energy per site', unit: 't' },
  freeEnergyMeanPerSite: { label: 'free energy of the electrons per site', unit: 't' },
  logPartitionFunction: { label: 'log Z' },
  freeEnergyPerSite: { label: 'free energy per site', unit: 't' },
  entropyPerSite: { label: 'entropy per site' },
  specificHeatPerSite: { label: 'specific heat C per site' },
  density: { label: 'electrons per site n' },
  chemicalPotential: { label: 'chemical potential μ', unit: 't' },
  densityOffFilling: { label: 'n less the filling' },
  compressibility: { label: 'compressibility κ', unit: '1/t' },
  magnetization2: { label: 'magnetisation m²' },
  staggeredMagnetization2: { label: 'staggered magnetisation m_s²' },
  binderRatio: { label: 'Binder ratio ⟨m⁴⟩/⟨m²⟩²' },
  staggeredBinderRatio: { label: 'Binder ratio ⟨m_s⁴⟩/⟨m_s²⟩²' },
  leadingBinderRatio: { label: 'Binder ratio ⟨S(Q)²⟩/⟨S(Q)⟩²' },
  susceptibility: { label: 'susceptibility χ', unit: '1/t' },
  staggeredSusceptibility: { label: 'staggered susceptibility χ_s', unit: '1/t' },
  largestStructureFactor: { label: 'largest S(q)' },
  correlationLength: { label: 'correlation length ξ', unit: 'a' },
  correlationLengthRatio: { label: 'correlation length ξ/L' },
  magnetizationAlongField: { label: 'magnetisation along the field' },
  susceptibilityAlongField: { label: 'susceptibility along the field', unit: '1/t' },
  magnetizationX: { label: 'magnetisation m_x' },
  magnetizationY: { label: 'magnetisation m_y' },
  magnetizationZ: { label: 'magnetisation m_z' },
  bondVectorChirality2: { label: 'vector chirality of bonds κ²' },
  vectorChirality2: { label: 'vector chirality κ²' },
  staggeredVectorChirality2: { label: 'staggered vector chirality κ_s²' },
  scalarChirality2: { label: 'scalar chirality χ²' },
};

/** An observable as the label of an axis; structureFactor_3_0 is S(q), n = (3, 0), and what has no words keeps its name. */
export const observableWords = (name: string): Words => WORDS[name] ?? { label: waveWords(name) ?? name };

function waveWords(name: string): string | undefined {
  const [, numbers] = /^structureFactor_(.+)$/.exec(name) ?? [];
  return numbers && `structure factor, n = (${numbers.replaceAll('_', ', ')})`;
}
