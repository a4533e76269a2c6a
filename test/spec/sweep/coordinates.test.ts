import { expect, it } from 'vitest';
import type { SweptValue } from '../../../src/spec/study.ts';
import { coordinatesOf } from '../../../src/spec/sweep/coordinates.ts';

const FIELD = 'model.field';
const placesOf = (key: string, values: SweptValue[]): (number | undefined)[] | undefined => {
  const placeOf = coordinatesOf(key, values);
  return placeOf && values.map(placeOf);
};

it('places numbers where they are, words nowhere', () => {
  expect(placesOf('model.temperature', [0.1, 0.4])).toEqual([0.1, 0.4]);
  expect(placesOf('effective.kind', ['linear', 'transformer'])).toBe(undefined);
  expect(placesOf('effective.kind', ['auto', 2])).toBe(undefined);
});

it('places fields of one direction by their length, with the sign of the first component', () => {
  expect(
    placesOf(FIELD, [
      [0, -3, 4],
      [0, 0, 0],
      [0, 6, -8],
    ]),
  ).toEqual([-5, 0, 10]);
  // 0.3 is not three times 0.1 in binary.
  const places = placesOf(FIELD, [
    [0.1, 0.1, 0.2],
    [0.3, 0.3, 0.6],
  ]);
  expect(places?.[1]).toBeCloseTo(0.3 * Math.sqrt(6), 15);
});

it('places fields on another line by the first component that varies, and others nowhere', () => {
  expect(
    placesOf(FIELD, [
      [0.1, 0, 0.5],
      [0.1, 0, 0.7],
    ]),
  ).toEqual([0.5, 0.7]);
  const bent = [
    [0, 0, 0.1],
    [0.1, 0, 0],
    [0, 0.1, 0],
  ];
  expect(placesOf(FIELD, bent)).toBe(undefined);
});

it('places lists of strengths by the first that varies; short ones end with zeros', () => {
  expect(placesOf('model.exchange_axial', [[0.1], [0.2]])).toEqual([0.1, 0.2]);
  expect(placesOf('model.dzyaloshinskii_moriya', [[0.1], [0.1, 0.3], [0.1, 0.2]])).toEqual([0, 0.3, 0.2]);
  expect(placesOf('model.exchange', [[], [0.1]])).toEqual([0, 0.1]);
  expect(
    placesOf('model.exchange', [
      [1, 0],
      [0, 1],
      [0.9, 0.9],
    ]),
  ).toBe(undefined);
});

it('has no axis for sizes, directions and ladders of temperatures', () => {
  expect(
    placesOf('lattice.size', [
      [4, 4],
      [6, 6],
    ]),
  ).toBe(undefined);
  expect(
    placesOf('model.axis', [
      [0, 0, 1],
      [0, 1, 1],
    ]),
  ).toBe(undefined);
  expect(
    placesOf('tempering.temperatures', [
      [0.1, 0.2],
      [0.1, 0.3],
    ]),
  ).toBe(undefined);
});
