import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { philox4x32, philoxStream } from '../../src/numeric/philox.ts';

// kat_vectors of Random123 1.14 (D. E. Shaw Research), "philox4x32 10".
it.each([
  [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
])('gives the published answer for counter %j', (counter, [key0, key1], answer) => {
  const out = new Uint32Array(4);
  philox4x32(Uint32Array.from(counter), key0, key1, out);
  expect(Array.from(out, (word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(answer);
});

const draw = (count: number, seed: number, stream: number, position = 0): number[] => {
  const random = philoxStream(seed, stream, position);
  return Array.from({ length: count }, () => random.nextUniform());
};

it('reads its numbers from the blocks', () => {
  const [first, second] = draw(2, 0, 0);
  expect(first * 2 ** 52 - 0.5).toBe(Number((0x6627e8d5e169c58dn >> 12n) & 0xfffffffffffffn));
  expect(second * 2 ** 52 - 0.5).toBe(Number(0xbc57ac4c9b00dbd8n >> 12n));
});

it('is random access', () => {
  const sequence = draw(9, 5, 3);
  const random = philoxStream(5, 3, 4);
  expect(random.nextUniform()).toBe(sequence[4]);
  expect(random.position).toBe(5);
  for (const position of [8, 0, 3, 2, 7]) {
    random.position = position;
    expect(random.nextUniform()).toBe(sequence[position]);
  }
  expect(draw(1, 5, 3, 2 ** 50)).not.toEqual(draw(1, 5, 3, 2 ** 50 - 2 ** 33));
});

it('gives every pair of seed and stream different numbers', () => {
  const indices = [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 52, Number.MAX_SAFE_INTEGER];
  const pairs = indices.flatMap((seed) => indices.map((stream) => draw(2, seed, stream).join()));
  expect(new Set(pairs).size).toBe(indices.length ** 2);
});

it.each([-1, 0.5, NaN, 2 ** 53])('refuses %d as seed, stream or position', (index) => {
  expect(() => philoxStream(index, 0)).toThrow(InputError);
  expect(() => philoxStream(0, index)).toThrow(InputError);
  expect(() => philoxStream(0, 0, index)).toThrow(InputError);
  expect(() => {
    philoxStream(0, 0).position = index;
  }).toThrow(InputError);
});

it('is uniform: moments and neighbours within 4 sigma', () => {
  const count = 200000;
  const u = draw(count, 2023, 1);
  const mean = (f: (x: number, i: number) => number) => u.reduce((sum, x, i) => sum + f(x, i), 0) / count;
  const root = Math.sqrt(count);
  expect(Math.abs(mean((x) => x) - 1 / 2) * root * Math.sqrt(12)).toBeLessThan(4);
  // Var x² = 1/5 − 1/9, Var (x − ½)(y − ½) = 1/144.
  expect(Math.abs(mean((x) => x * x) - 1 / 3) * root * Math.sqrt(45 / 4)).toBeLessThan(4);
  expect(Math.abs(mean((x, i) => (x - 0.5) * (u[(i + 1) % count] - 0.5))) * root * 12).toBeLessThan(4);
  expect(Math.min(...u.slice(0, 1000))).toBeGreaterThan(0);
});
