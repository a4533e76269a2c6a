/** All levels in class C: half the work, and ± pairs to the last bit. */
import type { Engine } from '../../wasm/engine.ts';
import { createWorkspace } from '../../wasm/workspace.ts';
import { type Couplings, halfCouplings } from '../couplings.ts';
import type { HoppingMatrix } from '../hopping.ts';
import { type BandShape, bandShape, type SiteOrder, siteOrder, visitLowerTriangle } from './band.ts';
import { bidiagonalise, bidiagonalScratch } from './bidiagonal.ts';
import { quaternionScratch, reduceQuaternion } from './quaternion-reduction.ts';
import { tridiagonalLevels } from './tridiagonal.ts';

/** A quaternion anti-Hermitian band matrix, and what turns it into a bidiagonal one with the same singular values. */
interface QuaternionReduction {
  readonly band: Float64Array;
  /** Squared moduli B_00, B_01, B_11, B_12, … after `reduce`. */
  readonly squares: Float64Array;
  reduce(): void;
}

/**
 * The spectrum of a model as a function: spins (3N) ↦ the 2N levels of H in ascending order, level k and level 2N − 1 − k exactly opposite, accurate to some rounding errors of ‖H‖
 * also where they vanish. For real hopping between the two sublattices (signs ±1) only.
 *
 * In the gauge diag(1, i) of the sublattices Q = iH is an N × N anti-Hermitian matrix of quaternions: pure (J_i/2) S_i on the diagonal, ∓T_ij
 * off it. Its singular values are the levels E ≥ 0. Q is made tridiagonal, then bidiagonal, and never squared: E² would carry an error of ε‖H‖², and
 * a zero mode come out as 1e-7. The eigenvalues of [[0, B], [B†, 0]], tridiagonal in a suitable order, are ±E.
 */
export function quaternionSpectrum(
  hopping: HoppingMatrix,
  sublattice: Int8Array,
  couplings: Couplings,
  engine: Engine,
): (spins: Float64Array) => Float64Array {
  const order = siteOrder(hopping);
  const halves = halfCouplings(couplings, hopping.siteCount);
  const shape = bandShape(hopping.siteCount, order.width);
  const { band, squares, reduce } = engine === 'wasm' ? wasmReduction(shape) : typescriptReduction(shape);
  const hoppingPart = writeHopping(hopping, sublattice, order, shape);
  return (spins) => {
    band.set(hoppingPart);
    writeSpins(band, shape, order, halves, spins);
    reduce();
    const levels = new Float64Array(2 * shape.size);
    tridiagonalLevels(levels, squares);
    return pairLevels(levels);
  };
}

const bandLength = ({ size, stride }: BandShape) => 4 * size * stride;

function wasmReduction(shape: BandShape): QuaternionReduction {
  const { size, bandwidth, stride } = shape;
  const scratchLength = Math.max(16 * bandwidth, 4 * (5 * size + 6));
  const { kernels, views } = createWorkspace({ band: bandLength(shape), squares: 2 * size, scratch: scratchLength });
  const { band, squares, scratch } = views;
  return {
    band,
    squares,
    reduce() {
      kernels.reduceQuaternion(band.byteOffset, stride, size, bandwidth, scratch.byteOffset);
      kernels.bidiagonalise(band.byteOffset, stride, size, squares.byteOffset, scratch.byteOffset);
    },
  };
}

function typescriptReduction(shape: BandShape): QuaternionReduction {
  const band = new Float64Array(bandLength(shape));
  const squares = new Float64Array(2 * shape.size);
  const reduction = quaternionScratch(shape);
  const rotations = bidiagonalScratch(shape);
  return {
    band,
    squares,
    reduce() {
      reduceQuaternion(band, shape, reduction);
      bidiagonalise(band, shape, squares, rotations);
    },
  };
}

function writeHopping(hopping: HoppingMatrix, sublattice: Int8Array, order: SiteOrder, shape: BandShape): Float64Array {
  const band = new Float64Array(bandLength(shape));
  visitLowerTriangle(hopping, order, (row, column, real, _, site) => {
    band[4 * (column * shape.stride + row - column)] = sublattice[site] * real;
  });
  return band;
}

function writeSpins(
  band: Float64Array,
  { stride }: BandShape,
  { position }: SiteOrder,
  halves: Float64Array,
  spins: Float64Array,
): void {
  for (let i = 0; i < position.length; i++)
    for (let c = 0; c < 3; c++) band[4 * position[i] * stride + 1 + c] = halves[i] * spins[3 * i + c];
}

/** Rounding leaves E and −E different in the last bits: their mean is the better number. */
function pairLevels(levels: Float64Array): Float64Array {
  for (let k = 0, l = levels.length - 1; k < l; k++, l--) {
    const energy = (levels[l] - levels[k]) / 2;
    levels[k] = 0 - energy;
    levels[l] = energy;
  }
  return levels;
}
