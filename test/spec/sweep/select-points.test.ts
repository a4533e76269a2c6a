import { describe, expect, it } from 'vitest';
import { selectPoints } from '../../../src/spec/sweep/select-points.ts';
import { namesOf, study } from './study.ts';

const lines = ['lattice.size = [4, 4]', 'sweep.model.coupling = { from = 1, to = 9, points = 9 }'];
const nine = study(...lines);
const chosen = (selection: string) => selectPoints(nine, selection).map(({ spec }) => spec.model.coupling);

describe('--points', () => {
  it('counts from 1 and keeps the order of the study', () => {
    expect(chosen('3,7-9')).toEqual([3, 7, 8, 9]);
    expect(chosen(' 9, 1 - 2,2')).toEqual([1, 2, 9]);
    expect(selectPoints(nine, '1-9').map(({ name }) => name)).toEqual(namesOf(...lines));
  });

  it.each([
    ['0', '--points 0: expected numbers of points from 1 to 9, as 3,7-9, found 0'],
    ['8-10', '--points 8-10: expected numbers of points from 1 to 9, as 3,7-9, found 10'],
    ['9-7', '--points 9-7: expected numbers of points from 1 to 9, as 3,7-9, found 9-7\n  did you mean 7-9?'],
    ['', '--points : expected numbers of points from 1 to 9, as 3,7-9, found ""'],
    ['1,,2', 'found "1,,2"'],
    ['1.5', 'found "1.5"'],
    ['1-999999999999', 'found 999999999999'],
  ])('refuses %j', (selection, message) => {
    expect(() => chosen(selection)).toThrow(message);
  });
});
