/** How fast the chains of a run advance. */

/** Milliseconds over which a rate is taken: some checkpoints. */
const WINDOW = 60_000;

interface Seen {
  readonly time: number;
  readonly samples: number;
}

/** Follows how many samples there were at the time of the last write; the rate is what came lately, in samples a second. */
export function createRate(): (written: number | undefined, samples: number) => number | undefined {
  let seen: readonly Seen[] = [];
  return (written, samples) => {
    const last = seen.at(-1);
    if (written !== undefined && samples > 0 && samples !== last?.samples)
      seen = recent([...seen, { time: written, samples }]);
    const [first] = seen;
    const latest = seen.at(-1);
    if (!first || !latest || latest.time <= first.time || latest.samples < first.samples) return undefined;
    return (1000 * (latest.samples - first.samples)) / (latest.time - first.time);
  };
}

/** The last two at least. */
function recent(seen: readonly Seen[]): readonly Seen[] {
  const { time } = seen[seen.length - 1];
  return seen.filter((one, k) => time - one.time <= WINDOW || k >= seen.length - 2);
}
