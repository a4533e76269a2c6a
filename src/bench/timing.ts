/** Medians of processor time: what else the machine does counts as little as it can. */
import { cpuMilliseconds } from '../chain/cpu-time.ts';

/** Times a candidate once and returns its milliseconds. */
export type Turn = () => number | Promise<number>;

/** Medians over rounds, in each of which every candidate is timed once; one round more comes first and does not count. */
export async function takeTurns(rounds: number, turns: ReadonlyMap<string, Turn>): Promise<Map<string, number>> {
  const times = new Map([...turns.keys()].map((key) => [key, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [key, turn] of turns) {
      const milliseconds = await turn();
      if (round > 0) times.get(key)?.push(milliseconds);
    }
  }
  return new Map([...times].map(([key, values]) => [key, median(values)]));
}

/** Milliseconds of one call: the mean over as many calls as fill `budget` milliseconds of wall time, at least one. */
export function timeOnce(compute: () => void, budget: number): number {
  let calls = 0;
  const start = cpuMilliseconds();
  const end = performance.now() + budget;
  do {
    compute();
    calls++;
  } while (performance.now() < end);
  return (cpuMilliseconds() - start) / calls;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
