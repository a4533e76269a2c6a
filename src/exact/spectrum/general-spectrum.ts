/** All levels of any spin-fermion Hamiltonian, without vectors. */
import type { Engine } from '../../wasm/engine.ts';
import { createWorkspace } from '../../wasm/workspace.ts';
import { type Couplings, halfCouplings } from '../couplings.ts';
import type { HoppingMatrix } from '../hopping.ts';
import { type BandShape, bandShape, type SiteOrder, siteOrder, visitLowerTriangle } from './band.ts';
import { complexScratch, reduceComplex } from './complex-reduction.ts';
import { tridiagonalLevels } from './tridiagonal.ts';

/** A Hermitian band matrix, pairs (real, imaginary), and what makes it tridiagonal in place. */
interface ComplexReduction {
  readonly band: Float64Array;
  reduce(): void;
}

/**
 * The spectrum of a model as a function: spins (3N) ↦ the 2N levels of H in ascending order, accurate to some rounding errors of ‖H‖.
 *
 * Sites are ordered so that H is a band matrix; Householder reflections make it tridiagonal, QL gives the levels. Both engines are bit-identical.
 */
export function generalSpectrum(
  hopping: HoppingMatrix,
  couplings: Couplings,
  engine: Engine,
): (spins: Float64Array) => Float64Array {
  const order = siteOrder(hopping);
  const halves = halfCouplings(couplings, hopping.siteCount);
  const shape = bandShape(2 * hopping.siteCount, 2 * order.width);
  const { band, reduce } = engine === 'wasm' ? wasmReduction(shape) : typescriptReduction(shape);
  const hoppingPart = writeHopping(hopping, order, shape);
  const squares = new Float64Array(shape.size);
  return (spins) => {
    band.set(hoppingPart);
    addSpins(band, shape, order, halves, spins);
    reduce();
    const levels = readTridiagonal(band, shape, squares);
    tridiagonalLevels(levels, squares);
    return levels;
  };
}

const bandLength = ({ size, stride }: BandShape) => 2 * size * stride;

function wasmReduction(shape: BandShape): ComplexReduction {
  const { size, bandwidth, stride } = shape;
  const { kernels, views } = createWorkspace({ band: bandLength(shape), scratch: 6 * bandwidth });
  const { band, scratch } = views;
  return {
    band,
    reduce: () => kernels.reduceComplex(band.byteOffset, stride, size, bandwidth, scratch.byteOffset),
  };
}

function typescriptReduction(shape: BandShape): ComplexReduction {
  const band = new Float64Array(bandLength(shape));
  const scratch = complexScratch(shape);
  return { band, reduce: () => reduceComplex(band, shape, scratch) };
}

/** The band of T ⊗ 1; state (site, α) has row 2·position + α. */
export function writeHopping(hopping: HoppingMatrix, order: SiteOrder, shape: BandShape): Float64Array {
  const band = new Float64Array(bandLength(shape));
  visitLowerTriangle(hopping, order, (row, column, real, imaginary) => {
    for (const alpha of [0, 1]) {
      const element = 2 * ((2 * column + alpha) * shape.stride + 2 * (row - column));
      band[element] = real;
      band[element + 1] = imaginary;
    }
  });
  return band;
}

/** Adds h_i S_i·σ on the diagonal blocks: S_z, −S_z on the diagonal and S_x + i S_y below. */
export function addSpins(
  band: Float64Array,
  { stride }: BandShape,
  { position }: SiteOrder,
  halves: Float64Array,
  spins: Float64Array,
): void {
  for (let i = 0; i < position.length; i++) {
    const up = 4 * position[i] * stride;
    const h = halves[i];
    band[up] += h * spins[3 * i + 2];
    band[up + 2] = h * spins[3 * i];
    band[up + 3] = h * spins[3 * i + 1];
    band[up + 2 * stride] -= h * spins[3 * i + 2];
  }
}

/** The diagonal; squared moduli of the subdiagonal into `squares`. */
function readTridiagonal(band: Float64Array, { size, stride }: BandShape, squares: Float64Array): Float64Array {
  const diagonal = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const element = 2 * k * stride;
    diagonal[k] = band[element];
    squares[k] = band[element + 2] * band[element + 2] + band[element + 3] * band[element + 3];
  }
  return diagonal;
}
