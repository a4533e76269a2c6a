/** Pairs of rows have the entries of their rows, each once; what both have stands first. */
import { expect, it } from 'vitest';
import { inPairOrder, rowPairs } from '../../src/effective/attention/row-pairs.ts';
import { compress, type Rows, windowRows } from '../../src/effective/shells.ts';
import { createLattice } from '../../src/lattice/create.ts';

const rowsOf = ({ start, entry }: Rows) =>
  Array.from({ length: start.length - 1 }, (_, row) => [...entry.subarray(start[row], start[row + 1])]);

it('by hand', () => {
  const rows = compress([[1, 2, 3], [0, 2, 3, 5], [4]]);
  expect(rowsOf(rowPairs(rows))).toEqual([[2, 3], [1], [0, 5], [], [4], []]);
  expect(rowsOf(inPairOrder(rows))).toEqual([[2, 3, 1], [2, 3, 0, 5], [4]]);
});

it.each([
  { kind: 'square', size: [8, 8] },
  { kind: 'triangular', size: [5, 5] },
  { kind: 'chain', size: [7], boundary: ['open'] },
] as const)('windows of $kind $size', (spec) => {
  const rows = windowRows(createLattice(spec), 3);
  const sorted = rowsOf(inPairOrder(rows)).map((row) => row.sort((a, b) => a - b));
  expect(sorted).toEqual(rowsOf(rows));
  const entries = rowPairs(rows).entry.length;
  expect(entries).toBeLessThan(rows.entry.length);
});
