/** One quantity from several seeds. */

export interface Combined {
  readonly value: number;
  /** One standard deviation: the larger of what the errors of the seeds allow and what the seeds scatter by. */
  readonly error: number;
}

/** The plain mean: seeds that learned badly count as much as those that were lucky. */
export function combined(seeds: readonly Combined[]): Combined {
  const count = seeds.length;
  const value = seeds.reduce((sum, seed) => sum + seed.value, 0) / count;
  const inner = Math.sqrt(seeds.reduce((sum, { error }) => sum + error * error, 0)) / count;
  const squares = seeds.reduce((sum, seed) => sum + (seed.value - value) * (seed.value - value), 0);
  const scatter = count > 1 ? Math.sqrt(squares / (count - 1) / count) : 0;
  return { value, error: Math.max(inner, scatter) };
}
