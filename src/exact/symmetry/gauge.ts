/** Whether moving the sites leaves a hopping matrix as it is, up to phases of the sites: a gauge transformation changes no level. */
import type { HoppingMatrix } from '../hopping.ts';

/** What the matrix is compared with: T itself, T*, −T or −T*. */
interface Relation {
  readonly conjugated: boolean;
  readonly negated: boolean;
}

/** Difference of elements, relative to the largest, that rounding may make. */
const TOLERANCE = 1e-11;

/**
 * Whether there are phases u_i with T_{π(i)π(j)} = u_i T'_ij u_j* for all i and j, T' being T, T*, −T or −T*. Site i goes to `image[i]`.
 *
 * Phases are laid along the bonds of every connected part, then all bonds are tested, so that the flux through every loop is compared.
 */
export function isGaugeEquivalent(matrix: HoppingMatrix, image: Int32Array, relation: Relation): boolean {
  const { siteCount, rowStart } = matrix;
  const phases = { real: new Float64Array(siteCount), imaginary: new Float64Array(siteCount) };
  const scale = TOLERANCE * largestElement(matrix);
  for (let root = 0; root < siteCount; root++) {
    if (isKnown(phases, root)) continue;
    phases.real[root] = 1;
    const queue = [root];
    for (const site of queue) {
      if (rowStart[site + 1] - rowStart[site] !== rowStart[image[site] + 1] - rowStart[image[site]]) return false;
      if (!rowMatches(matrix, image, relation, phases, site, queue, scale)) return false;
    }
  }
  return true;
}

interface Phases {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

const isKnown = ({ real, imaginary }: Phases, site: number): boolean => real[site] !== 0 || imaginary[site] !== 0;

/** Compares the bonds of one site; neighbours without a phase get theirs and join the queue. */
function rowMatches(
  matrix: HoppingMatrix,
  image: Int32Array,
  { conjugated, negated }: Relation,
  phases: Phases,
  site: number,
  queue: number[],
  tolerance: number,
): boolean {
  const { rowStart, column, real, imaginary } = matrix;
  const sign = negated ? -1 : 1;
  for (let e = rowStart[site]; e < rowStart[site + 1]; e++) {
    const other = column[e];
    const moved = elementAt(matrix, image[site], image[other]);
    if (moved < 0) return false;
    const [x, y] = [sign * real[e], (conjugated ? -sign : sign) * imaginary[e]];
    // Bonds whose phases cancel join nothing, and rounding gives them no direction.
    if (Math.abs(x) + Math.abs(y) + Math.abs(real[moved]) + Math.abs(imaginary[moved]) <= tolerance) continue;
    // u_i T'_ij
    const turnedReal = phases.real[site] * x - phases.imaginary[site] * y;
    const turnedImaginary = phases.real[site] * y + phases.imaginary[site] * x;
    if (!isKnown(phases, other)) {
      if (!setPhase(phases, other, turnedReal, turnedImaginary, real[moved], imaginary[moved])) return false;
      queue.push(other);
    }
    // u_i T'_ij u_j*
    const [u, v] = [phases.real[other], -phases.imaginary[other]];
    const differenceReal = turnedReal * u - turnedImaginary * v - real[moved];
    const differenceImaginary = turnedReal * v + turnedImaginary * u - imaginary[moved];
    if (Math.abs(differenceReal) + Math.abs(differenceImaginary) > tolerance) return false;
  }
  return true;
}

/** The phase u_j that makes u_i T'_ij u_j* point where the moved element does; false where that element is 0. */
function setPhase(phases: Phases, site: number, x: number, y: number, movedX: number, movedY: number): boolean {
  const real = x * movedX + y * movedY;
  const imaginary = y * movedX - x * movedY;
  const length = Math.sqrt(real * real + imaginary * imaginary);
  if (length === 0) return false;
  phases.real[site] = real / length;
  phases.imaginary[site] = imaginary / length;
  return true;
}

/** Index of an element in the compressed rows, −1 where it is 0. Columns ascend. */
function elementAt({ rowStart, column }: HoppingMatrix, row: number, wanted: number): number {
  let [low, high] = [rowStart[row], rowStart[row + 1] - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (column[middle] === wanted) return middle;
    if (column[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function largestElement({ real, imaginary }: HoppingMatrix): number {
  let largest = 0;
  for (let e = 0; e < real.length; e++) largest = Math.max(largest, Math.abs(real[e]), Math.abs(imaginary[e]));
  return largest;
}
