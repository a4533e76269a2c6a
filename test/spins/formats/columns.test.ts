import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../../src/lattice/lattice.ts';
import { parseColumns } from '../../../src/spins/formats/columns.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';

const lattice = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });
const square = lattice('square', 2, 2);
const parse = (text: string, given: Lattice = square, normalise = false) =>
  parseColumns(text, 'spins.txt', { lattice: given, normalise, normaliseName: '--normalise' });

const SPINS = Float64Array.of(1, 0, 0, 0, 1, 0, 0.6, 0, 0.8, 0, 0, -1);

it.each([
  ['spaces and tabs', '1 0 0\n0\t1 0\n  .6 0 8e-1  \n0 0 -1'],
  ['commas, and a name for each column', 'Sx,Sy,Sz\n1,0,0\n0,1,0\n0.6, 0, 0.8\n0,0,-1\n'],
  ['semicolons, quotes and Windows', '"x";"y";"z"\r\n1;0;0\r\n0;1;0\r\n0.6;0;0.8\r\n0;0;-1\r\n'],
  ['comments', '# a spiral\n1 0 0 # first\n% second\n0 1 0\n#\n0.6 0 0.8\n0 0 -1'],
  ['numbers of sites in any order', '2 0.6 0 0.8\n0 1 0 0\n3 0 0 -1\n1 0 1 0'],
  ['numbers from 1', '1 1 0 0\n2 0 1 0\n3 0.6 0 0.8\n4 0 0 -1'],
  ['positions in any order', '1 1 0 0 -1\n0 0 1 0 0\n0 1 0.6 0 0.8\n1 0 0 1 0'],
  ['positions with z = 0', '0 0 0 1 0 0\n1 0 0 0 1 0\n0 1 0 0.6 0 0.8\n1 1 0 0 0 -1'],
  ['number and position', '0 0 0 1 0 0\n1 1 0 0 1 0\n2 0 1 0.6 0 0.8\n3 1 1 0 0 -1'],
  ['named columns in another order', 'sz sx sy site E\n0 1 0 0 7\n0 0 1 1 7\n0.8 0.6 0 2 7\n-1 0 0 3 7'],
])('reads %s', (_, text) => {
  expect(parse(text)).toEqual([SPINS]);
});

it('finds sites by positions printed with few digits, those of a lattice with a basis too', () => {
  const kagome = lattice('kagome', 2, 2);
  const spins = namedConfiguration('random', kagome);
  const lines = Array.from({ length: 12 }, (_, site) => {
    const position = [...kagome.positions.subarray(2 * site, 2 * site + 2)].map((value) => value.toFixed(4));
    return [...position, ...spins.subarray(3 * site, 3 * site + 3)].join(' ');
  });
  expect(parse(lines.reverse().join('\n'), kagome)).toEqual([spins]);
});

it('reads several configurations, with blank lines between', () => {
  const block = '1 0 0\n0 1 0\n0.6 0 0.8\n0 0 -1\n';
  expect(parse(`${block}\n\n${block}`)).toEqual([SPINS, SPINS]);
});

it.each([
  ['nothing', '# empty\n', 'spins.txt: expected spins, found none'],
  [
    'too few lines',
    '1 0 0\n0 1 0\n',
    'spins.txt: configuration 0: expected 4 lines, one per site, found 2, from line 1 to 2',
  ],
  [
    'too many lines',
    '1 0 0\n0 1 0\n1 0 0\n0 1 0\n1 0 0\n',
    'spins.txt: configuration 0: expected 4 lines, one per site, found 5, from line 1 to 5',
  ],
  ['NaN', '1 0 0\n0 nan 0\n1 0 0\n0 0 1', 'spins.txt:2: expected finite numbers, found nan in column 2'],
  ['decimal commas', '1;0;0\n0;1;0\n0,6;0;0,8\n0;0;1', 'spins.txt:3: expected finite numbers, found 0,6 in column 1'],
  ['a missing value', '1,0,0\n0,,0\n', 'spins.txt:2: expected finite numbers, found nothing in column 2'],
  ['another number of columns', '1 0 0\n0 1\n1 0 0\n0 0 1', 'spins.txt:2: expected 3 columns as in line 1, found 2'],
  [
    'two components',
    '1 0\n0 1\n1 0\n0 1',
    'spins.txt:1: expected x y z of a spin, and before it nothing, the number of its site, or its position of 2 numbers, found 2 columns',
  ],
  [
    'a site twice',
    '0 1 0 0\n1 0 1 0\n1 1 0 0\n3 0 0 1',
    'spins.txt:3: expected every site once, found site 1 again, which is in line 2',
  ],
  [
    'a site that there is not',
    '0 1 0 0\n1 0 1 0\n4 1 0 0\n3 0 0 1',
    'spins.txt:3: expected the number of a site from 0 to 3, found 4',
  ],
  [
    'positions in metres',
    '0 0 1 0 0\n5e-10 0 0 1 0\n0 5e-10 1 0 0\n5e-10 5e-10 0 0 1',
    'spins.txt:2: expected every site once, found site 0 again, which is in line 1',
  ],
  [
    'positions of another lattice',
    '0 0 1 0 0\n2 0 0 1 0\n0 2 1 0 0\n2 2 0 0 1',
    'spins.txt:2: expected the position of a site in lattice constants, as 1 1 of the last one, found 2 0',
  ],
  [
    'numbers and positions that disagree',
    '0 0 0 1 0 0\n1 0 1 0 1 0\n2 1 0 1 0 0\n3 1 1 0 0 1',
    'spins.txt:2: expected the position of site 1, found that of site 2',
  ],
  [
    'other lengths',
    '1 0 0\n0 2 0\n1 0 0\n0 0 1',
    'spins.txt: configuration 0, spins, site 1: expected a unit vector, found [0, 2, 0] of length 2\n  --normalise scales spins to length 1',
  ],
  [
    'an export of observables',
    'chain,sample,warm_up,density\n1,0,1,1\n',
    'spins.txt: expected spins, found an export of observables\n  spinformer export --format npy writes the configurations of a run',
  ],
])('refuses %s', (_, text, message) => {
  expect(() => parse(text)).toThrow(new InputError(message));
});
