/** The history of an observable, chain by chain. */
import type { Axis, FigureSpec, Point } from './figure-spec.ts';

/** Points of a chain, so that lines remain lines. */
const MOST_POINTS = 120;

/** The history of an observable, `chains[chain][sample]`, the warm-up first; long chains are shown by means of consecutive samples. */
export function seriesFigure(y: Axis, chains: readonly Float64Array[], warmUp: number): FigureSpec {
  const longest = Math.max(...chains.map(({ length }) => length));
  const block = Math.ceil(longest / MOST_POINTS);
  const series = chains.map((chain, index) => ({
    name: `chain ${index + 1}`,
    shape: 'line' as const,
    points: blockMeans(chain, block),
  }));
  const points = block > 1 ? ` Points are means of ${block} samples.` : '';
  return {
    x: { label: 'sample' },
    y,
    series,
    names: 'above',
    ...(warmUp > 0 && warmUp < longest ? { references: [{ axis: 'x', value: warmUp, label: 'warm-up ends' }] } : {}),
    caption: `Odd chains began with random spins, even ones ordered.${points}`,
  };
}

/** Means of blocks, each at the middle of its block; what is left at the end is too short to be compared. */
export function blockMeans(chain: Float64Array, block: number): Point[] {
  return Array.from({ length: Math.floor(chain.length / block) }, (_, k) => {
    const samples = chain.subarray(k * block, (k + 1) * block);
    return { x: (k + 0.5) * block, y: samples.reduce((sum, value) => sum + value / block, 0) };
  });
}
