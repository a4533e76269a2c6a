/** The exact engine beside LAPACK: medians over rounds, in each of which every candidate is timed once. */
import type { Route } from '../../exact/model.ts';
import type { Engine } from '../../wasm/engine.ts';
import { benchLattice, benchModel, MODEL } from '../model.ts';
import { type Conditions, LAPACK_MISSING, type PartReport, type PartResult } from '../result.ts';
import { type Turn, takeTurns, timeOnce } from '../timing.ts';
import { benchSpins, type Candidate, engineCandidates } from './candidates.ts';
import { type Lapack, type LapackMatrix, startLapack } from './lapack.ts';

/** Milliseconds that a candidate gets per round. */
const BUDGET = 30;

const COMBINATIONS: readonly (readonly [Route, Engine])[] = [
  ['quaternion', 'wasm'],
  ['quaternion', 'typescript'],
  ['complex', 'wasm'],
  ['complex', 'typescript'],
];

const EIGEN_TASKS = ['eigenvalues', 'eigenvectors'] as const;

/** Times the exact engine on square lattices of these even lengths. */
export async function benchEngine(sizes: readonly number[], { rounds, progress }: Conditions): Promise<PartReport> {
  const lapack = await startLapack(lapackMatrix(8));
  const results: PartResult[] = [];
  for (const length of sizes) {
    results.push(...(await measureSize(length, lapack, rounds)));
    progress(`${length}×${length}`);
  }
  lapack?.close();
  return { rivals: { LAPACK: lapack?.description ?? LAPACK_MISSING }, results };
}

async function measureSize(length: number, lapack: Lapack | undefined, rounds: number): Promise<PartResult[]> {
  const setUp = timeOnce(() => void benchModel(length, 'quaternion', 'wasm'), 0);
  const ours = COMBINATIONS.flatMap(([route, engine]) => engineCandidates(length, route, engine));
  if (lapack) await compareLevels(length, lapack);
  const turns = new Map<string, Turn>(ours.map((one) => [keyOf(one), () => timeOnce(one.run, BUDGET)]));
  if (lapack) for (const task of EIGEN_TASKS) turns.set(task, () => lapack.time(task));
  return [setUpResult(length, setUp), ...summarise(length, ours, await takeTurns(rounds, turns))];
}

function setUpResult(length: number, milliseconds: number): PartResult {
  return { name: 'set-up', route: 'quaternion', engine: 'wasm', size: [length, length], milliseconds, ratios: {} };
}

const keyOf = ({ name, route, engine }: Omit<Candidate, 'run'>): string => `${name} ${route} ${engine}`;

function summarise(length: number, candidates: readonly Candidate[], times: ReadonlyMap<string, number>): PartResult[] {
  const size = [length, length] as const;
  const time = (key: string) => times.get(key) ?? Number.NaN;
  const rivals = EIGEN_TASKS.filter((name) => times.has(name)).map(
    (name): PartResult => ({ name, route: 'dense', engine: 'lapack', size, milliseconds: time(name), ratios: {} }),
  );
  const ours = candidates.map((candidate): PartResult => {
    const { name, route, engine } = candidate;
    const milliseconds = time(keyOf(candidate));
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
  const ours = benchModel(length, 'quaternion', 'wasm').spectrum(benchSpins(length));
  const difference = theirs.reduce((worst, level, n) => Math.max(worst, Math.abs(level - ours[n])), 0);
  if (!(difference < 1e-9)) throw new Error(`LAPACK and our spectrum differ by ${difference} at L = ${length}`);
}

function lapackMatrix(length: number): LapackMatrix {
  const lattice = benchLattice(length);
  const hopping = lattice
    .bonds(1)
    .flatMap(({ from, to }) => [[from, to, -MODEL.hopping[0], 0] as const, [to, from, -MODEL.hopping[0], 0] as const]);
  return { siteCount: lattice.siteCount, hopping, coupling: MODEL.coupling, spins: Array.from(benchSpins(length)) };
}
