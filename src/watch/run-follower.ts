/** A run as it grows. Every look costs little: files that have not changed are not opened, samples are read once, and what is made from all of them waits until it is worth its time. */
import { basename, resolve } from 'node:path';
import type { Checkpoint } from '../chain/checkpoint.ts';
import { storedSamples } from '../chain/job.ts';
import { checkpointOfRung } from '../chain/ladder-checkpoint.ts';
import { ladderExchanges } from '../results/summary/ladder-exchanges.ts';
import { isPrepared } from '../run/conductor/prepare.ts';
import { rungRuns } from '../run/conductor/rungs.ts';
import { specOf } from '../run/conductor/stored-spec.ts';
import { methodOf } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
import { lastCheckpoint, openRun, type Run } from '../store/store.ts';
import { allSegments, type FileTime, lastOf, preparationTimes, signatureOf } from './file-times.ts';
import { findings } from './findings.ts';
import { type FollowedSeries, followSeries } from './followed-series.ts';
import { grownData } from './grown-data.ts';
import { healthOf, PATIENCE } from './health.ts';
import { learningState } from './learning-state.ts';
import { createRate } from './rate.ts';
import { createRation } from './ration.ts';
import { searchState } from './search-state.ts';
import type { ChainState, Findings, Learning, RunState, SearchState } from './state.ts';

export interface FollowOptions {
  /** Milliseconds without a write after which a run is taken for stalled. */
  readonly patience?: number;
  readonly now?: () => number;
}

export type Depth = 'glance' | 'all';

export interface Follower<State> {
  /** What there is now. Throws InputError or StorageError where files cannot be read. `depth`: at a glance, what is made from all samples is left out. */
  look(depth?: Depth): State;
  close(): void;
}

/** What is known before any chain is opened. */
interface About {
  readonly signature: string;
  readonly whole: Run;
  /** Of a tempered run, that at its lowest temperature. */
  readonly run: Run;
  readonly spec: Spec;
  readonly temperatures: readonly number[] | undefined;
  readonly learning: Learning | undefined;
  readonly search: SearchState | undefined;
  /** Whether all that comes before the chains is there. */
  readonly isPrepared: boolean;
}

export function followRun(
  directory: string,
  { patience = PATIENCE, now = Date.now }: FollowOptions = {},
): Follower<RunState> {
  const name = basename(resolve(directory));
  const ration = createRation();
  const rateAt = createRate();
  const signatures = new Map<number, string>();
  const checkpoints = new Map<number, Checkpoint>();
  /** Chains whose samples have not been read as far as their checkpoints. */
  const unread = new Set<number>();
  let about: About | undefined;
  let series: FollowedSeries | undefined;
  let found: Findings | undefined;
  let exchange: RunState['exchange'];
  let isStale = false;

  /** Everything is read anew where a run is not the one that it was. */
  const begin = (next: About) => {
    series?.close();
    series = followSeries(next.run, next.spec.sampling.chains, storedSamples(next.spec));
    signatures.clear();
    unread.clear();
    isStale = true;
  };

  const readAbout = () => {
    const signature = signatureOf(preparationTimes(directory));
    if (about?.signature === signature) return about;
    const next = aboutRun(directory, signature);
    const isOther = about?.run.identity !== next.run.identity || storedSamples(about.spec) !== storedSamples(next.spec);
    if (isOther || !series) begin(next);
    about = next;
    return next;
  };

  const readChains = ({ run, temperatures }: About, segments: ReadonlyMap<number, readonly FileTime[]>) => {
    const changed = [...segments].filter(([chain, times]) => signatures.get(chain) !== signatureOf(times));
    for (const [chain, times] of changed) {
      unread.add(chain);
      const last = lastCheckpoint(run, chain);
      if (last) checkpoints.set(chain, temperatures ? checkpointOfRung(last, 0, temperatures.length) : last);
      signatures.set(chain, signatureOf(times));
    }
    if (changed.length > 0) isStale = true;
  };

  const readSamples = () => {
    for (const chain of unread) {
      series?.grow([chain]);
      unread.delete(chain);
    }
  };

  const find = ({ run, whole, temperatures, spec }: About, isFinished: boolean) => {
    const { chains, warmUp } = spec.sampling;
    const kept = series?.lengths.some((length) => length > warmUp + 1);
    if (!series || !kept || !isStale || !(isFinished || ration.isReady())) return;
    const last = Array.from({ length: chains }, (_, k) => checkpoints.get(k + 1));
    const data = grownData(run, series, last);
    ration.spend(() => {
      found = findings(data);
      exchange = temperatures && ladderExchanges(whole, temperatures, warmUp).exchange.map(({ rate }) => rate);
    });
    isStale = false;
  };

  return {
    look(depth = 'all') {
      const known = readAbout();
      const { spec, temperatures, learning, search } = known;
      const segments = allSegments(directory);
      readChains(known, segments);
      const chains = chainStates(spec, checkpoints);
      const written = lastOf([...segments.values()].flat());
      const rate = rateAt(
        written,
        chains.reduce((sum, { samples }) => sum + samples, 0),
      );
      const times = [...preparationTimes(directory), ...[...segments.values()].flat()];
      const signs = { chains, rate, now: now(), patience, lastWrite: lastOf(times) };
      const health = healthOf({ ...signs, isPrepared: known.isPrepared });
      if (depth === 'all') {
        readSamples();
        find(known, health.condition === 'finished');
      }
      return definite({
        kind: 'run',
        name,
        health,
        spec,
        flows: methodOf(spec).flows || undefined,
        temperatures,
        exchange,
        search: known.isPrepared ? undefined : search,
        chains,
        rate,
        learning,
        findings: found,
        spins: spinsOf(checkpoints),
      });
    },
    close: () => series?.close(),
  };
}

function aboutRun(directory: string, signature: string): About {
  const whole = openRun(directory);
  const rungs = rungRuns(whole);
  const run = rungs[0] ?? whole;
  const spec = specOf(run);
  const temperatures = rungs.length > 0 ? rungs.map((rung) => specOf(rung).model.temperature) : undefined;
  return {
    signature,
    whole,
    run,
    spec,
    temperatures,
    learning: learningState(run, spec),
    search: searchState(directory),
    isPrepared: isPrepared(directory, specOf(whole)),
  };
}

function chainStates(spec: Spec, checkpoints: ReadonlyMap<number, Checkpoint>): ChainState[] {
  const wanted = storedSamples(spec);
  return Array.from({ length: spec.sampling.chains }, (_, index) => {
    const { samples = 0, counters = {} } = checkpoints.get(index + 1) ?? {};
    const acceptance = counters.proposed > 0 ? { acceptance: counters.accepted / counters.proposed } : {};
    return { samples, wanted, ...acceptance };
  });
}

/** Of the first chain that has any; no picture shows more digits. */
function spinsOf(checkpoints: ReadonlyMap<number, Checkpoint>): RunState['spins'] {
  const chain = Math.min(...checkpoints.keys());
  const last = checkpoints.get(chain);
  return last && { chain, sample: last.samples, values: Array.from(last.spins, (value) => Number(value.toFixed(4))) };
}

/** What is undefined is absent: it is the same in JSON. */
const definite = (state: { [Key in keyof RunState]: RunState[Key] | undefined }): RunState =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as unknown as RunState;
