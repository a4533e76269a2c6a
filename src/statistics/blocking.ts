/** Mean, error and τ of a series while it grows, in constant memory and a few operations a sample: for progress, not for results. */

export interface RunningEstimate {
  readonly mean: number;
  /** One standard deviation. */
  readonly error: number;
  /** Integrated autocorrelation time in samples, ½ for independent ones. */
  readonly tau: number;
  readonly samples: number;
}

interface RunningMean {
  add(sample: number): void;
  /** The estimate so far; undefined while no blocks are both long and many enough. */
  estimate(): RunningEstimate | undefined;
}

/** Means of blocks of the same length: their number, mean and sum of squared deviations, and one that waits for its neighbour. */
interface Level {
  count: number;
  mean: number;
  squares: number;
  waiting: number | undefined;
}

/** Fewest blocks among the longest that are looked at: their scatter gives the error to 18 %. */
const FEWEST_BLOCKS = 16;

/**
 * Blocking with pairs of blocks joined over and over: H. Flyvbjerg and H. G. Petersen, J. Chem. Phys. 91, 461 (1989).
 *
 * The error comes from the shortest blocks whose length B is enough by B³ > 2 n (s_B/s_1)⁴, s_B the error that blocks of B samples
 * would give: R. M. Lee et al., Phys. Rev. E 83, 066706 (2011).
 */
export function runningMean(): RunningMean {
  const levels: Level[] = [];
  return {
    add: (sample) => addTo(levels, sample),
    estimate: () => estimateFrom(levels),
  };
}

function addTo(levels: Level[], sample: number): void {
  let value = sample;
  for (let k = 0; ; k++) {
    levels[k] ??= { count: 0, mean: 0, squares: 0, waiting: undefined };
    const level = levels[k];
    level.count++;
    const deviation = value - level.mean;
    level.mean += deviation / level.count;
    level.squares += deviation * (value - level.mean);
    if (level.waiting === undefined) {
      level.waiting = value;
      return;
    }
    value = (level.waiting + value) / 2;
    level.waiting = undefined;
  }
}

function estimateFrom(levels: readonly Level[]): RunningEstimate | undefined {
  const many = levels.filter(({ count }) => count >= FEWEST_BLOCKS);
  if (many.length === 0) return undefined;
  const [{ count: samples, mean }] = many;
  const variances = many.map(({ squares, count }) => squares / (count * (count - 1)));
  if (variances[0] === 0) return { mean, error: 0, tau: 0.5, samples };
  const enough = variances.findIndex((variance, k) => isLongEnough(1 << k, samples, variance / variances[0]));
  if (enough < 0) return undefined;
  // Not below what independent samples have, on the safe side, as in the Γ-method.
  const variance = Math.max(variances[enough], variances[0]);
  return { mean, error: Math.sqrt(variance), tau: variance / (2 * variances[0]), samples };
}

const isLongEnough = (length: number, samples: number, ratio: number): boolean =>
  length * length * length > 2 * samples * ratio * ratio;

/** The pooled estimate of several chains that sample the same distribution; undefined without any. */
export function pooledEstimate(chains: readonly RunningEstimate[]): RunningEstimate | undefined {
  if (chains.length === 0) return undefined;
  const samples = chains.reduce((sum, chain) => sum + chain.samples, 0);
  const weighted = (value: (chain: RunningEstimate) => number) =>
    chains.reduce((sum, chain) => sum + (chain.samples / samples) * value(chain), 0);
  return {
    mean: weighted(({ mean }) => mean),
    error: Math.sqrt(weighted((chain) => (chain.samples / samples) * chain.error * chain.error)),
    tau: weighted(({ tau }) => tau),
    samples,
  };
}
