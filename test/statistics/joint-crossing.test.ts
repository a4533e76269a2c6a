/** Crossings of curves whose points share their random numbers, as those of a study do. */
import { describe, expect, it } from 'vitest';
import { type BlockNoise, blockNoise } from '../../src/statistics/block-noise.ts';
import { crossingsOfCurves } from '../../src/statistics/crossing.ts';
import type { CurvePoint } from '../../src/statistics/polynomial-fit.ts';
import { blocksOf, replicaError, resampledMeans } from '../../src/statistics/resampling.ts';
import { pulls, spaced } from './curves.ts';
import { autoregressive, autoregressiveTau } from './series.ts';

const STUDIES = 200;
const POINTS = spaced(0.8, 1.2, 5);
const CHAINS = [0, 1, 2, 3];
const SAMPLES = 512;
const MEMORY = 0.5;
/** Part of the variance that chains of one number have in common at all points of a size. */
const COMMON = 0.8;

const mixed = (common: Float64Array, own: Float64Array): Float64Array =>
  common.map((value, k) => Math.sqrt(COMMON) * value + Math.sqrt(1 - COMMON) * own[k]);

const noises = new Map<number, BlockNoise>();

/** The noise of a stream, made once. */
function noiseOf(stream: number): BlockNoise {
  const noise = noises.get(stream) ?? blockNoise(1, stream, 200);
  noises.set(stream, noise);
  return noise;
}

/** A curve of slope `slope` through 1 at x = 1. `streamOf`: of the noise of a chain at a point. */
function curve(slope: number, series: number, streamOf: (point: number, chain: number) => number): CurvePoint[] {
  const common = CHAINS.map((chain) => autoregressive(SAMPLES, MEMORY, series + chain));
  return POINTS.map((x, point) => {
    const chains = common.map((shared, chain) =>
      mixed(shared, autoregressive(SAMPLES, MEMORY, series + 10 * (point + 1) + chain)).map(
        (noise) => 1 + slope * (x - 1) + noise,
      ),
    );
    const blocks = blocksOf([chains], autoregressiveTau(MEMORY));
    if (!blocks) throw new Error('no blocks');
    const [{ mean, replicas }] = resampledMeans(
      blocks,
      CHAINS.map((chain) => noiseOf(streamOf(point, chain))),
    );
    return { x, value: mean, error: replicaError(replicas), replicas };
  });
}

/** Pulls of the position of the crossing. `streamOf`: of the noise of a chain at a point of the first or of the second size. */
function pullsWith(streamOf: (size: number, point: number, chain: number) => number) {
  const found = Array.from({ length: STUDIES }, (_, study) => {
    const [first, second] = [3, -3].map((slope, size) =>
      curve(slope, 1000 * (2 * study + size), (point, chain) => streamOf(size, point, chain)),
    );
    const crossings = crossingsOfCurves(first, second);
    return typeof crossings === 'string' ? [] : crossings.map(({ position }) => position);
  });
  return pulls(found.flat(), 1);
}

describe('200 synthetic studies whose points have most of their noise in common', () => {
  it('have errors that cover the truth where blocks at the same place have the same noise', () => {
    const { mean, variance, covered, count } = pullsWith((size, _, chain) => 10 * size + chain);
    expect(count).toBe(STUDIES);
    expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(STUDIES));
    expect(variance).toBeGreaterThan(1 - 3 * Math.sqrt(2 / STUDIES));
    expect(variance).toBeLessThan(1 + 3 * Math.sqrt(2 / STUDIES) + 0.1);
    expect(covered).toBeGreaterThan(0.683 - 3 * Math.sqrt(0.22 / STUDIES));
  });

  it('have errors that are much too small where the noise of points is independent', () => {
    const { variance } = pullsWith((size, point, chain) => 1000 * (point + 1) + 10 * size + chain);
    expect(variance).toBeGreaterThan(2);
  });
});
