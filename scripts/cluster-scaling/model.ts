/** How long a study takes on a cluster, by a model: every task takes its time, and no task waits for anything but a free core and the learning of its point. */

export interface Study {
  readonly points: number;
  readonly chains: number;
  /** Seconds of a learning and of a chain. */
  readonly learning: number;
  readonly chain: number;
  /** Seconds that every task takes besides. */
  readonly overhead: number;
}

/** The share of the time of so many cores, from the first start to the last end, that is spent on learning and sampling. */
export function efficiency(study: Study, cores: number): number {
  const { points, chains, learning, chain } = study;
  return (points * (learning + chains * chain)) / (cores * wallTime(study, cores));
}

/** Tasks begin in their order, each on the core that is free first: learning, then chains as soon as their point has learned. */
function wallTime({ points, chains, learning, chain, overhead }: Study, cores: number): number {
  const free = new Array<number>(cores).fill(0);
  const take = (notBefore: number, seconds: number): number => {
    const core = free.indexOf(Math.min(...free));
    free[core] = Math.max(free[core], notBefore) + overhead + seconds;
    return free[core];
  };
  const learned = Array.from({ length: points }, () => take(0, learning));
  for (let number = 0; number < chains; number++) for (const time of learned) take(time, chain);
  return Math.max(...free);
}
