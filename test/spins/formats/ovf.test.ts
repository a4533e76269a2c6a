import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../../src/lattice/lattice.ts';
import { parseOvf } from '../../../src/spins/formats/ovf.ts';
import { binaryOvfPieces, ovfPieces } from '../../../src/spins/formats/ovf-writing.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';

const lattice = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });
const encoder = new TextEncoder();
const parse = (text: string | Uint8Array, given: Lattice, normalise = false) =>
  parseOvf(typeof text === 'string' ? encoder.encode(text) : text, 'spins.ovf', {
    lattice: given,
    normalise,
    normaliseName: '--normalise',
  });

/** As mumax³ writes it, with the comments and the spaces of OOMMF. */
const OTHERS = `# OOMMF OVF 2.0
# Segment count: 1
# Begin: Segment
# Begin: Header
# Title: m
# meshtype: rectangular
# meshunit: m
# xmin: 0
# valuedim: 3   ## three components
# valuelabels: m_x m_y m_z
# valueunits: 1 1 1
# Desc: Total simulation time: 0 s
# xbase: 2.5e-10
# xnodes: 3
# ynodes: 2
# znodes: 1
# xstepsize: 5e-10
# End: Header
# Begin: Data Text
1 0 0
0 1 0
 0.6\t0  0.8

0 0 -1
-1 0 0
0 -1 0
# End: Data Text
# End: Segment
`;
const SPINS = Float64Array.of(1, 0, 0, 0, 1, 0, 0.6, 0, 0.8, 0, 0, -1, -1, 0, 0, 0, -1, 0);
const square = lattice('square', 3, 2);

it('reads what others write, x fastest, with either end of line', () => {
  expect(parse(OTHERS, square)).toEqual([SPINS]);
  expect(parse(OTHERS.replaceAll('\n', '\r\n'), square)).toEqual([SPINS]);
});

it.each([lattice('square', 3, 2), lattice('kagome', 2, 3), lattice('cubic', 2, 3, 2), lattice('chain', 5)])(
  'reads what it writes, to the bit: $spec.kind',
  (given) => {
    const configurations = [1, 2].map((seed) => namedConfiguration('random', given, { seed }));
    configurations[0].set([-0, 0, -1]);
    const titled = configurations.map((spins, k) => ({ title: `sample ${k}`, spins }));
    for (const pieces of [ovfPieces, binaryOvfPieces]) {
      const read = parse(Buffer.concat([...pieces(given, 2, titled)].map((piece) => Buffer.from(piece))), given);
      expect(read).toEqual(configurations);
      expect(Object.is(read[0][0], -0)).toBe(true);
    }
  },
);

it.each([
  [
    'another version',
    OTHERS.replace('OVF 2.0', 'OVF 1.0'),
    'spins.ovf:1: expected # OOMMF OVF 2.0, found # OOMMF OVF 1.0',
  ],
  [
    'numbers of another size',
    OTHERS.replace('Data Text', 'Data Binary 16'),
    'spins.ovf:19: expected Data Text, Data Binary 4 or Data Binary 8, found Data Binary 16',
  ],
  [
    'binary data without a size',
    OTHERS.replace('Data Text', 'Data Binary'),
    'spins.ovf:19: expected Data Text, Data Binary 4 or Data Binary 8, found Data Binary',
  ],
  [
    'another mesh',
    OTHERS.replace('rectangular', 'irregular'),
    'spins.ovf: expected meshtype: rectangular, found irregular',
  ],
  [
    'x and y the other way round',
    OTHERS.replace('xnodes: 3', 'xnodes: 2').replace('ynodes: 2', 'ynodes: 3'),
    'spins.ovf: expected xnodes: 3, found 2\n  the lattice of the spec has 3 × 2 × 1 nodes; the file has 2 × 3 × 1',
  ],
  ['scalars', OTHERS.replace('valuedim: 3', 'valuedim: 1'), 'spins.ovf: expected valuedim: 3, found 1'],
  [
    'too few values',
    OTHERS.replace('0 0 -1\n', ''),
    'spins.ovf:20, spins: expected 6 of them, one [x, y, z] per site, found 5',
  ],
  ['NaN', OTHERS.replace('0 1 0', '0 NaN 0'), 'spins.ovf:21: expected three finite numbers, found 0 NaN 0'],
  [
    'a magnetisation with its unit',
    OTHERS.replace('units: 1 1 1', 'units: A/m A/m A/m').replace('1 0 0', '8e5 0 0'),
    'spins.ovf:20, spins, site 0: expected a unit vector, found [800000, 0, 0] of length 800000\n  values are in units of A/m A/m A/m: --normalise scales spins to length 1',
  ],
  [
    'a header alone',
    '# OOMMF OVF 2.0\n# Segment count: 1\n',
    'spins.ovf: expected # Begin: Data Text or Data Binary, found none',
  ],
])('refuses %s', (_, text, message) => {
  expect(() => parse(text, square)).toThrow(new InputError(message));
});

it('says what x counts where a cell has several sites', () => {
  expect(() => parse(OTHERS, lattice('honeycomb', 3, 1))).toThrow(
    'expected xnodes: 6, found 3\n  the lattice of the spec has 6 × 1 × 1 nodes, x counts the 2 sites of every cell; the file has 3 × 2 × 1',
  );
});

/** The file of others with its numbers in binary, as mumax³ writes it, twice. */
function binary(size: 4 | 8, values: readonly number[], check = size === 4 ? 1234567 : 123456789012345, little = true) {
  const view = new DataView(new ArrayBuffer(size * (1 + values.length)));
  for (const [k, value] of [check, ...values].entries())
    if (size === 4) view.setFloat32(4 * k, value, little);
    else view.setFloat64(8 * k, value, little);
  const header = OTHERS.slice(0, OTHERS.indexOf('# Begin: Data'));
  const parts = [
    `${header}# Begin: Data Binary ${size}\n`,
    new Uint8Array(view.buffer),
    `\n# End: Data Binary ${size}\n# End: Segment\n`,
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

it('reads numbers of 8 bytes as they are, and of 4 bytes where they are scaled', () => {
  expect(parse(binary(8, [...SPINS]), square)).toEqual([SPINS]);
  expect(binary(4, []).includes(Buffer.from([0x38, 0xb4, 0x96, 0x49]))).toBe(true);
  const [single] = parse(binary(4, [...SPINS]), square, true);
  for (const [k, value] of SPINS.entries()) expect(single[k]).toBeCloseTo(value, 7);
  expect(() => parse(binary(4, [...SPINS]), square)).toThrow(
    'spins.ovf: the data after line 19, spins, site 2: expected a unit vector',
  );
  expect(() => parse(binary(4, [...SPINS]), square)).toThrow(
    'numbers of 4 bytes have seven digits: --normalise scales spins to length 1',
  );
});

it('goes on behind binary data that look like lines', () => {
  // The bytes of this number are line feeds.
  const feeds = new DataView(Uint8Array.from({ length: 8 }, () => 10).buffer).getFloat64(0);
  const spins = [feeds, 0, 1, ...SPINS.subarray(3)];
  const [header, segment] = [binary(8, spins), binary(8, [...SPINS])];
  expect(parse(Buffer.concat([header, segment]), square)).toEqual([Float64Array.from(spins), SPINS]);
});

it.each([
  [
    'the highest byte first',
    binary(8, [...SPINS], 123456789012345, false),
    'expected the check value 123456789012345, found it with the highest byte first',
  ],
  ['another check value', binary(4, [...SPINS], 1), 'expected the check value 1234567, found 1'],
  [
    'a file that is cut off',
    binary(8, [...SPINS]).subarray(0, -100),
    'expected 152 bytes, found 89 up to the end of the file',
  ],
  [
    'more numbers',
    binary(8, [...SPINS, 1, 2, 3]),
    'expected # End: Data Binary 8 after 18 numbers, found something else',
  ],
  ['NaN', binary(8, [NaN, ...SPINS.subarray(1)]), 'site 0: expected '],
])('refuses binary data with %s', (_, bytes, message) => {
  expect(() => parse(bytes, square)).toThrow(InputError);
  expect(() => parse(bytes, square)).toThrow(
    `spins.ovf: the data after line 19${message.startsWith('site') ? ', spins, ' : ': '}${message}`,
  );
});
