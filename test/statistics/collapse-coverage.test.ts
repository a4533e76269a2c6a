/** How often the errors of a data collapse cover the truth. */
import { describe, expect, it } from 'vitest';
import { type Collapse, collapse, type ScalingCurve } from '../../src/statistics/collapse.ts';
import { critical, inverseNu, study } from './collapsing.ts';
import { pulls, spaced } from './curves.ts';

const STUDIES = 100;
/** One study in a hundred is rejected by chance; more than this many are not. */
const MOST_REJECTED = 4;

/** The fits that are accepted. */
function fits(studyOf: (seed: number) => ScalingCurve[]): Collapse[] {
  const all = Array.from({ length: STUDIES }, (_, k) => collapse(studyOf(k), { exponent: 0 }));
  return all.filter((one) => one.kind === 'collapse');
}

/** `largestMean`: of the pulls of a parameter. */
function areAcceptedAndCover(found: readonly Collapse[], largestMean: number): void {
  it('are accepted', () => expect(found.length).toBeGreaterThanOrEqual(STUDIES - MOST_REJECTED));

  it.each([
    ['critical', critical],
    ['inverseNu', inverseNu],
  ] as const)('have errors of %s that cover the truth as often as they should', (name, truth) => {
    const { mean, variance, covered } = pulls(
      found.map(({ parameters }) => parameters[name]),
      truth,
    );
    expect(Math.abs(mean)).toBeLessThan(largestMean);
    expect(variance).toBeLessThan(1 + 3 * Math.sqrt(2 / STUDIES));
    expect(variance).toBeGreaterThan(0.25);
    expect(covered).toBeGreaterThan(0.683 - 3 * Math.sqrt(0.22 / STUDIES));
  });
}

describe('a hundred synthetic studies of a Binder ratio', () => {
  const found = fits((k) => study([4, 6, 8, 12], 0, 0.002, k));

  // Three standard deviations of so many normal pulls. Errors allow for corrections to scaling that are not there, so they may be larger than need be.
  areAcceptedAndCover(found, 3 / Math.sqrt(STUDIES));

  it('keep what is given', () => {
    for (const { parameters } of found.slice(0, 3)) expect(parameters.exponent).toMatchObject({ mean: 0, error: 0 });
  });
});

describe('a hundred studies with a correction to scaling', () => {
  const found = fits((k) => study([4, 6, 8, 12], 0, 0.002, k, undefined, 0.2));

  // No model is quite right here, so that the mean is off by a part of its error.
  areAcceptedAndCover(found, 1);
});

describe('a hundred studies whose key is bent against the scaling field, as 1/T is against T', () => {
  const found = fits((k) => study([4, 6, 8, 12], 0, 0.002, k, spaced(0.85, 1.15, 8), 0, -1));

  // Without the bend among the models the mean of the critical points is off by 0.9 of its error.
  areAcceptedAndCover(found, 0.6);
});
