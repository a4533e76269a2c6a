import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../../src/lattice/lattice.ts';
import { ovfPieces, parseOvf } from '../../../src/spins/formats/ovf.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';

const lattice = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });
const parse = (text: string, given: Lattice, normalise = false) =>
  parseOvf(text, 'spins.ovf', { lattice: given, normalise, normaliseName: '--normalise' });

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
    const text = [
      ...ovfPieces(
        given,
        2,
        configurations.map((spins, k) => ({ title: `sample ${k}`, spins })),
      ),
    ].join('');
    const read = parse(text, given);
    expect(read).toEqual(configurations);
    expect(Object.is(read[0][0], -0)).toBe(true);
  },
);

it.each([
  [
    'another version',
    OTHERS.replace('OVF 2.0', 'OVF 1.0'),
    'spins.ovf:1: expected # OOMMF OVF 2.0, found # OOMMF OVF 1.0',
  ],
  [
    'binary data',
    OTHERS.replace('Data Text', 'Data Binary 4'),
    "spins.ovf:19: expected Data Text, found Data Binary 4\n  mumax3-convert -ovf2 text writes it, and so does OOMMF's avf2ovf -format text",
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
  ['a header alone', '# OOMMF OVF 2.0\n# Segment count: 1\n', 'spins.ovf: expected # Begin: Data Text, found none'],
])('refuses %s', (_, text, message) => {
  expect(() => parse(text, square)).toThrow(new InputError(message));
});

it('says what x counts where a cell has several sites', () => {
  expect(() => parse(OTHERS, lattice('honeycomb', 3, 1))).toThrow(
    'expected xnodes: 6, found 3\n  the lattice of the spec has 6 × 1 × 1 nodes, x counts the 2 sites of every cell; the file has 3 × 2 × 1',
  );
});
