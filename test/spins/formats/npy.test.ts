/** Arrays of NumPy, written here byte by byte after the description of the format, and by NumPy itself in test/spins/formats/python.test.ts. */
import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { Lattice, LatticeSpec } from '../../../src/lattice/lattice.ts';
import { decodeNpy, npyHeader } from '../../../src/spins/formats/npy.ts';
import { parseNpySpins } from '../../../src/spins/formats/npy-spins.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';

const lattice = (kind: LatticeSpec['kind'], ...size: number[]): Lattice => createLattice({ kind, size });

interface Written {
  readonly kind?: string;
  readonly order?: string;
  readonly shape: readonly number[];
  readonly numbers: ArrayLike<number>;
  readonly version?: number;
}

function npy({ kind = '<f8', order = 'False', shape, numbers, version = 1 }: Written): Uint8Array {
  const text = `{'descr': '${kind}', 'fortran_order': ${order}, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }\n`;
  const begin = version === 1 ? 10 : 12;
  const size = kind.endsWith('4') ? 4 : 8;
  const bytes = new Uint8Array(begin + text.length + size * numbers.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), version, 0]);
  if (version === 1) view.setUint16(8, text.length, true);
  else view.setUint32(8, text.length, true);
  bytes.set(new TextEncoder().encode(text), begin);
  for (let k = 0; k < numbers.length; k++) {
    const at = begin + text.length + size * k;
    if (size === 4) view.setFloat32(at, numbers[k], kind.startsWith('<'));
    else view.setFloat64(at, numbers[k], kind.startsWith('<'));
  }
  return bytes;
}

const parse = (bytes: Uint8Array, given: Lattice, normalise = false) =>
  parseNpySpins(bytes, 'spins.npy', { lattice: given, normalise, normaliseName: '--normalise' });

const square = lattice('square', 4, 2);
const spins = namedConfiguration('random', square, { seed: 1 });
const second = namedConfiguration('random', square, { seed: 2 });

it.each([
  ['(N, 3)', [8, 3]],
  ['(L_y, L_x, 3)', [2, 4, 3]],
  ['(1, N, 3)', [1, 8, 3]],
])('reads %s to the bit', (_, shape) => {
  expect(parse(npy({ shape, numbers: spins }), square)).toEqual([spins]);
});

it('reads several configurations, and version 2 of the format', () => {
  const numbers = [...spins, ...second];
  for (const shape of [
    [2, 8, 3],
    [2, 2, 4, 3],
  ])
    expect(parse(npy({ shape, numbers, version: 2 }), square)).toEqual([spins, second]);
});

it('reads sites of a cell as the index before the last', () => {
  const kagome = lattice('kagome', 2, 1);
  const numbers = namedConfiguration('random', kagome);
  expect(parse(npy({ shape: [1, 2, 3, 3], numbers }), kagome)).toEqual([numbers]);
});

it('reads big-endian numbers, and the order of Fortran', () => {
  expect(parse(npy({ kind: '>f8', shape: [8, 3], numbers: spins }), square)).toEqual([spins]);
  const numbers = Array.from(spins, (_, k) => spins[3 * (k % 8) + Math.floor(k / 8)]);
  expect(parse(npy({ order: 'True', shape: [8, 3], numbers }), square)).toEqual([spins]);
  const { values } = decodeNpy(npy({ order: 'True', shape: [2, 3, 2], numbers: [...Array(12).keys()] }), 'a.npy');
  // a[i][j][k] is number i + 2j + 6k in memory.
  expect([...values]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
});

it('turns (3, N) round, but takes (3, 3) as (N, 3)', () => {
  const numbers = Array.from(spins, (_, k) => spins[3 * (k % 8) + Math.floor(k / 8)]);
  expect(parse(npy({ shape: [3, 8], numbers }), square)).toEqual([spins]);
  const chain = lattice('chain', 3);
  const three = namedConfiguration('random', chain);
  expect(parse(npy({ shape: [3, 3], numbers: three }), chain)).toEqual([three]);
});

it('takes float32 numbers where it may normalise them, and names how where not', () => {
  const bytes = npy({ kind: '<f4', shape: [8, 3], numbers: spins });
  const [single] = parse(bytes, square, true);
  expect(Math.max(...single.map((value, k) => Math.abs(value - spins[k])))).toBeLessThan(1e-7);
  for (let i = 0; i < 8; i++) expect(Math.hypot(...single.subarray(3 * i, 3 * i + 3))).toBeCloseTo(1, 15);
  expect(() => parse(bytes, square)).toThrow(InputError);
  expect(() => parse(bytes, square)).toThrow(
    /^spins\.npy: configuration 0, spins, site \d: expected a unit vector, found .*\n {2}float32 numbers have seven digits: --normalise scales spins to length 1$/,
  );
});

it('writes a header that it reads, aligned to 64 bytes', () => {
  for (const shape of [[3], [8, 3], [100000, 100000, 3]]) {
    const header = npyHeader(shape);
    expect(header.length % 64).toBe(0);
    expect(header.at(-1)).toBe(10);
  }
  const bytes = new Uint8Array([...npyHeader([8, 3]), ...new Uint8Array(spins.buffer)]);
  expect(decodeNpy(bytes, 'a.npy')).toEqual({ shape: [8, 3], values: spins, isSingle: false });
});

it.each([
  [
    'another number of sites',
    { shape: [6, 3], numbers: spins.subarray(0, 18) },
    'spins.npy: expected the shape (8, 3) or (2, 4, 3), or (M, 8, 3) for M configurations, found (6, 3)\n  it holds 6 spins, and the lattice of the spec has 8 sites',
  ],
  [
    'x first',
    { shape: [4, 2, 3], numbers: spins },
    'spins.npy: expected the shape (8, 3) or (2, 4, 3), or (M, 8, 3) for M configurations, found (4, 2, 3)\n  its first index is x: did you mean spins.transpose(1, 0, 2)?',
  ],
  [
    'no shape of spins',
    { shape: [24], numbers: spins },
    'spins.npy: expected the shape (8, 3) or (2, 4, 3), or (M, 8, 3) for M configurations, found (24,)',
  ],
  [
    'whole numbers',
    { kind: '<i8', shape: [8, 3], numbers: spins },
    'spins.npy: expected an array of float64 or float32 numbers, found the type <i8\n  numpy.save(file, spins.astype("float64")) writes one',
  ],
  [
    'a file that is cut off',
    { shape: [8, 3], numbers: spins.subarray(1) },
    'spins.npy: expected 192 bytes for the shape (8, 3), found 184',
  ],
  [
    'NaN',
    { shape: [8, 3], numbers: [Number.NaN, ...spins.subarray(1)] },
    `spins.npy: configuration 0, spins, site 0: expected three finite numbers [x, y, z], found [NaN, ${spins[1]}, ${spins[2]}]`,
  ],
] as [string, Written, string][])('refuses %s', (_, written, message) => {
  expect(() => parse(npy(written), square)).toThrow(new InputError(message));
});

it('refuses a header that is cut off, and what is no array', () => {
  expect(() => parse(npy({ shape: [8, 3], numbers: spins }).subarray(0, 40), square)).toThrow(
    new InputError('spins.npy: expected the header of an .npy file, found it cut off'),
  );
  expect(() => parse(npy({ kind: '|O', shape: [8, 3], numbers: spins }), square)).toThrow(/found the type \|O/);
});
