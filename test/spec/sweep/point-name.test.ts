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

  it('stay different where they are too long', () => {
    const long = (last: number) => pointName({ 'model.hopping': [...Array(60).fill(0.25), last] });
    expect(long(1)).toHaveLength(100);
    expect(long(1)).toMatch(/^hopping=0\.25_0\.25_.*-[0-9a-f]{16}$/);
    expect(long(1)).not.toBe(long(2));
  });
});
