/** Hermitian matrices between orbitals whose elements are sums over the sites of a group. */
import type { Groups } from './groups.ts';
import { addWithConjugate, type SpinMatrix } from './spin-matrix.ts';

/** Groups of a and b, and that of the sites in the sum. */
export type SiteTriples = readonly (readonly [a: number, b: number, sites: number])[];

/** Rows of a and b begin at `left` and `right`; the sum over sites `from` ≤ j < `to` into `out`. */
type SiteSum = (left: number, right: number, from: number, to: number, out: Float64Array) => void;

/** Adds the elements with b ≤ a and their conjugates to `out`; `parity`: 1 where that is even, −1 where it is odd. */
export function addHermitian(
  { siteStart, orbitalStart, siteOrder }: Groups,
  triples: SiteTriples,
  parity: number,
  out: SpinMatrix,
  sum: SiteSum,
): void {
  const count = siteOrder.length;
  const element = new Float64Array(4);
  for (const [p, q, r] of triples) {
    if (q > p) continue;
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[q]; b < orbitalStart[q + 1] && b <= a; b++) {
        sum(a * count, b * count, siteStart[r], siteStart[r + 1], element);
        addWithConjugate(out, a, b, parity, a === b ? 0.5 : 1, element);
      }
  }
}
