/** Pictures lose pixels where drawing is slow, and nowhere else. */
import { expect, it } from 'vitest';
import { createSharpness } from '../../lab/pictures/sharpness.ts';

/** The ratio after so many drawings, one every so many milliseconds. */
function ratioAfter(drawings: number, interval: number, sharpest = 2): number {
  const sharpness = createSharpness(sharpest);
  for (let k = 0; k < drawings; k++) sharpness.drawn(k * interval);
  return sharpness.ratio;
}

it('stays sharp where drawing is fast, and where nothing was drawn for long', () => {
  expect(ratioAfter(1000, 16)).toBe(2);
  expect(ratioAfter(1000, 2000)).toBe(2);
});

it('loses pixels step by step where drawing is slow, down to one for each of the page', () => {
  expect(ratioAfter(9, 100)).toBe(1.5);
  expect(ratioAfter(1000, 100)).toBe(1);
  expect(ratioAfter(1000, 100, 0.8)).toBe(0.8);
});
