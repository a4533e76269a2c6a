import { describe, expect, it } from 'vitest';
import { pointName } from '../../../src/spec/sweep/point-name.ts';

describe('names of points', () => {
  it('have the last part of a key, or all of it where two share that', () => {
    expect(pointName({ 'lattice.size': [6, 6], 'model.temperature': 0.05 })).toBe('size=6x6,temperature=0.05');
    expect(pointName({ 'lattice.kind': 'kagome', 'effective.kind': 'linear' })).toBe(
      'lattice.kind=kagome,effective.kind=linear',
    );
  });

  it('do not depend on the order of keys', () => {
    expect(pointName({ 'model.temperature': 1e-7, 'lattice.size': [12] })).toBe('size=12,temperature=1e-7');
  });

  it('have no letter that a file system refuses', () => {
    expect(pointName({ 'model.field': [0, -0, 0.5], 'effective.kind': 'a/b\\c:d"e' })).toBe(
      'field=0_0_0.5,kind=a-b-c-d-e',
    );
  });

  it('differ where values do, on file systems that ignore case too', () => {
    const values = [true, false, -1, 1, 0.1, -0.1, 1e-7, -1e-7, 1e21, 'plain-cnn', ['plain-cnn', 'linear']];
    const lists = [[], [1, 1], [-1, 1], [0.11], [0.1, 1], ['periodic', 'open'], ['open', 'periodic']];
    const names = [...values, ...lists].map((value) => pointName({ 'model.hopping': value }));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^hopping=[a-z0-9._+-]+$/);
  });

  it('are as long as a file system allows whatever the number of keys, and end with 16 digits of the whole', () => {
    const many = (last: number) =>
      pointName({
        'lattice.size': [12, 12, 12],
        'lattice.boundary': ['periodic', 'open', 'periodic'],
        'model.hopping': [1, -0.123456789012],
        'model.chemical_potential': -0.123456789012,
        'model.temperature': 0.0123456789012,
        'sampling.levels': true,
        'sampling.seed': last,
      });
    const names = Array.from({ length: 1000 }, (_, k) => many(k));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(1000);
    for (const name of names) expect(name).toHaveLength(100);
    // FNV-1a of the whole name, 64 bits: names of directories stay as they are.
    expect(many(1)).toBe(
      'size=12x12x12,boundary=periodic_open_periodic,hopping=1_-0.123456789012,chemical_po-4de03b1c0a851be5',
    );
  });

  it('stay different where they are too long', () => {
    const long = (last: number) => pointName({ 'model.hopping': [...Array(60).fill(0.25), last] });
    expect(long(1)).toHaveLength(100);
    expect(long(1)).toMatch(/^hopping=0\.25_0\.25_.*-[0-9a-f]{16}$/);
    expect(long(1)).not.toBe(long(2));
  });
});
