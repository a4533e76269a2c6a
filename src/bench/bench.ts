/** Side-by-side timings, ours and LAPACK's, in one run on one thread: medians over rounds in which everyone takes a turn. */
import type { Engine, Route } from '../exact/model.ts';
import { benchLattice, benchModel, type Contestant, contestants, MODEL, type Task } from './contestants.ts';
import { type Lapack, type LapackMatrix, startLapack } from './lapack.ts';
import { median, timeOnce } from './timing.ts';

export interface BenchResult {
  readonly name: Task | 'set-up' | 'eigenvalues' | 'eigenvectors';
  readonly route: Route;
  readonly engine: Engine | 'lapack';
  readonly size: readonly [number, number];
  /** Median of one call. */
  readonly milliseconds: number;
  /** How many times longer the named rival takes: `lapack` (per proposal for a local sweep), `wasm` against `typescript`, … */
  readonly ratios: Readonly<Record<string, number>>;
}

export interface BenchReport {
  readonly rival: string;
  readonly results: readonly BenchResult[];
}

export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Milliseconds that a contestant gets per round. */
  readonly budget: number;
  /** Called when a size is done. */
  readonly progress?: (length: number) => void;
}

const ENTRANTS: readonly (readonly [Route, Engine])[] = [
  ['quaternion', 'wasm'],
  ['quaternion', 'typescript'],
  ['complex', 'wasm'],
  ['complex', 'typescript'],
];

export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const lapack = await startLapack(lapackMatrix(8));
  const results: BenchResult[] = [];
  for (const length of options.sizes) {
    results.push(...(await measureSize(length, lapack, options)));
    options.progress?.(length);
  }
  lapack?.close();
  return {
    rival: lapack?.description ?? 'LAPACK not measured: install python3-numpy and libopenblas0-pthread',
    results,
  };
}

/** Times of one rival or contestant, by round. */
type Times = Map<string, number[]>;

async function measureSize(length: number, lapack: Lapack | undefined, options: BenchOptions): Promise<BenchResult[]> {
  const setUp = timeOnce(() => void benchModel(length, 'quaternion', 'wasm'), 0);
  const field = ENTRANTS.flatMap(([route, engine]) => contestants(length, route, engine));
  if (lapack) await compareLevels(length, lapack);
  for (const { run } of field) timeOnce(run, options.budget);
  const times: Times = new Map();
  const record = (key: string, milliseconds: number) => times.set(key, [...(times.get(key) ?? []), milliseconds]);
  for (let round = 0; round < options.rounds; round++) {
    for (const contestant of field) record(keyOf(contestant), timeOnce(contestant.run, options.budget));
    if (!lapack) continue;
    record('eigenvalues', await lapack.time('eigenvalues'));
    record('eigenvectors', await lapack.time('eigenvectors'));
  }
  return [setUpResult(length, setUp), ...summarise(length, field, times)];
}

function setUpResult(length: number, milliseconds: number): BenchResult {
  return { name: 'set-up', route: 'quaternion', engine: 'wasm', size: [length, length], milliseconds, ratios: {} };
}

const keyOf = ({ name, route, engine }: Omit<Contestant, 'run'>): string => `${name} ${route} ${engine}`;

function summarise(length: number, field: readonly Contestant[], times: Times): BenchResult[] {
  const size = [length, length] as const;
  const time = (key: string) => median(times.get(key) ?? [Number.NaN]);
  const rivals = (['eigenvalues', 'eigenvectors'] as const)
    .filter((name) => times.has(name))
    .map(
      (name): BenchResult => ({ name, route: 'dense', engine: 'lapack', size, milliseconds: time(name), ratios: {} }),
    );
  const ours = field.map((contestant): BenchResult => {
    const { name, route, engine } = contestant;
    const milliseconds = time(keyOf(contestant));
    // One solution per proposal is what a local sweep costs without patches.
    const lapack =
      time(name === 'forces' ? 'eigenvectors' : 'eigenvalues') * (name === 'local-sweep' ? length * length : 1);
    const ratios = {
      lapack: lapack / milliseconds,
      ...(engine === 'typescript' ? { wasm: time(keyOf({ name, route, engine: 'wasm' })) / milliseconds } : {}),
      ...(route === 'complex' ? { quaternion: time(keyOf({ name, route: 'quaternion', engine })) / milliseconds } : {}),
    };
    const known = Object.entries(ratios).filter(([, ratio]) => Number.isFinite(ratio));
    return { name, route, engine, size, milliseconds, ratios: Object.fromEntries(known) };
  });
  return [...rivals, ...ours];
}

/** Loads the rival's matrix and makes sure that both solve the same problem. */
async function compareLevels(length: number, lapack: Lapack): Promise<void> {
  const theirs = await lapack.load(lapackMatrix(length));
  const ours = benchModel(length, 'quaternion', 'wasm').spectrum(benchLattice(length).spins);
  const difference = theirs.reduce((worst, level, n) => Math.max(worst, Math.abs(level - ours[n])), 0);
  if (!(difference < 1e-9)) throw new Error(`LAPACK and our spectrum differ by ${difference} at L = ${length}`);
}

function lapackMatrix(length: number): LapackMatrix {
  const { lattice, spins } = benchLattice(length);
  const hopping = lattice
    .bonds(1)
    .flatMap(({ from, to }) => [[from, to, -MODEL.hopping[0], 0] as const, [to, from, -MODEL.hopping[0], 0] as const]);
  return { siteCount: lattice.siteCount, hopping, coupling: MODEL.coupling, spins: Array.from(spins) };
}
