/** How far a study is, followed event by event: a sum that is never made anew, since there may be ten thousand points. */
import { infiniteLatticeOf } from '../../lattice/kinds/infinite-lattice-of.ts';
import { cellCount } from '../../lattice/linear-size.ts';
import type { Spec } from '../../spec/spec.ts';
import type { RunEvent } from '../conductor/run-events.ts';

/** How far a study is. */
export interface StudyProgress {
  readonly points: number;
  readonly done: number;
  readonly failed: number;
  /** Chains of all points. */
  readonly chains: number;
  readonly runningChains: number;
  /** Share of the samples that are there, between 0 and 1, weighted by what a sample costs, roughly. */
  readonly share: number;
  /** That share when this attempt began. */
  readonly shareBefore: number;
}

/** A point as far as its progress is concerned. */
export interface PlannedPoint {
  readonly name: string;
  readonly spec: Spec;
  /** Samples wanted of every chain, those of the warm-up included. */
  readonly samples: number;
}

/** The exact weight takes about the power 3/2 of the number of sites, on square lattices. */
const POWER = 1.5;

/** What a sample costs, roughly, in any unit: of a tempered run, one at every temperature. */
export function costOfSample({ lattice, tempering }: Spec): number {
  const { basis } = infiniteLatticeOf(lattice);
  const replicas = tempering?.temperatures.length ?? 1;
  return replicas * (basis.length * cellCount(lattice.size)) ** POWER;
}

export interface ProgressFollower {
  /** An event of a point. */
  follow(point: string, event: RunEvent): void;
  /** A point is done, or was before. */
  done(point: string): void;
  failed(): void;
  now(): StudyProgress;
}

export function followStudy(points: readonly PlannedPoint[]): ProgressFollower {
  const plans = new Map(
    points.map(({ name, spec, samples }) => [
      name,
      { weight: costOfSample(spec), samples, chains: spec.sampling.chains },
    ]),
  );
  const whole = points.reduce((sum, { spec, samples }) => sum + costOfSample(spec) * samples * spec.sampling.chains, 0);
  const chains = points.reduce((sum, { spec }) => sum + spec.sampling.chains, 0);
  /** Samples by chain, of the points at hand. */
  const samples = new Map<string, number>();
  const running = new Set<string>();
  const counts = { done: 0, failed: 0 };
  let [share, gained] = [0, 0];
  const add = (point: string, chain: number, now: number, isGain: boolean) => {
    const key = `${chain} ${point}`;
    const { weight = 0, samples: wanted = 0 } = plans.get(point) ?? {};
    const more = (weight * (Math.min(now, wanted) - (samples.get(key) ?? 0))) / whole;
    samples.set(key, Math.min(now, wanted));
    share += more;
    if (isGain) gained += more;
  };
  const finish = (point: string) => {
    const { chains: count = 0, samples: wanted = 0 } = plans.get(point) ?? {};
    for (let chain = 1; chain <= count; chain++) {
      add(point, chain, wanted, false);
      samples.delete(`${chain} ${point}`);
    }
  };
  return {
    follow(point, event) {
      if (!('chain' in event)) return;
      if ('samples' in event) add(point, event.chain, event.samples, event.type !== 'begin');
      const key = `${event.chain} ${point}`;
      if (event.type === 'begin') running.add(key);
      else if (event.type === 'done' || event.type === 'failed') running.delete(key);
    },
    done(point) {
      counts.done++;
      finish(point);
    },
    failed: () => counts.failed++,
    now: () => ({
      points: points.length,
      ...counts,
      chains,
      runningChains: running.size,
      share,
      shareBefore: share - gained,
    }),
  };
}
