/** Free energy and density matrix of electrons in a small Hermitian matrix. */
import { eigenSystem, eigenvalues } from '../../exact/dense/eigensystem.ts';
import { exp, softplus } from '../../numeric/elementary.ts';
import type { ComplexMatrix } from './complex-matrix.ts';

/** −T Tr log(1 + e^{−H/T}), energies counted from μ. */
export function freeEnergy(matrix: ComplexMatrix, temperature: number): number {
  return ofLevels(eigenvalues(hermitian(matrix)), temperature);
}

/** The same, and its derivative with respect to H into `density`: f(H) = 1/(e^{H/T} + 1), Hermitian. */
export function freeEnergyAndDensity(matrix: ComplexMatrix, temperature: number, density: ComplexMatrix): number {
  const { levels, vectors } = eigenSystem(hermitian(matrix));
  const size = levels.length;
  density.real.fill(0);
  density.imaginary.fill(0);
  for (let n = 0; n < size; n++) {
    const occupation = fermi(levels[n] / temperature);
    const real = vectors.real.subarray(n * size, (n + 1) * size);
    const imaginary = vectors.imaginary.subarray(n * size, (n + 1) * size);
    addProjector(density, occupation, real, imaginary);
  }
  return ofLevels(levels, temperature);
}

const hermitian = ({ rows, real, imaginary }: ComplexMatrix) => ({ dimension: rows, real, imaginary });

function ofLevels(levels: Float64Array, temperature: number): number {
  return -temperature * levels.reduce((sum, level) => sum + softplus(-level / temperature), 0);
}

/** 1/(1 + e^x) with no overflow. */
function fermi(x: number): number {
  const e = exp(-Math.abs(x));
  return x > 0 ? e / (1 + e) : 1 / (1 + e);
}

/** density += f |v⟩⟨v|. */
function addProjector(density: ComplexMatrix, f: number, real: Float64Array, imaginary: Float64Array): void {
  for (let a = 0; a < real.length; a++) {
    const x = f * real[a];
    const y = f * imaginary[a];
    for (let b = 0, p = a * real.length; b < real.length; b++, p++) {
      density.real[p] += x * real[b] + y * imaginary[b];
      density.imaginary[p] += y * real[b] - x * imaginary[b];
    }
  }
}
