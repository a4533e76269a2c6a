/** Times against the number of sites: what a larger lattice costs. */
import type { Conditions, Exponent, PartReport, PartResult } from '../result.ts';
import { takeTurns } from '../timing.ts';
import { fitExponent } from './exponent.ts';
import { type GrowingLattice, settingOf } from './setting.ts';
import { generationTasks, quickTasks, type Task } from './tasks.ts';

/** The lattices in the order of their sizes. */
export const LATTICES: readonly GrowingLattice[] = [
  ...[4, 6, 8, 12, 16, 20, 24, 32].map((length) => ({ kind: 'square', size: [length, length] }) as const),
  ...[4, 6, 8].map((length) => ({ kind: 'cubic', size: [length, length, length] }) as const),
];
/** Rounds for what takes seconds. */
const FEW_ROUNDS = 2;

/** Times what a run consists of on square and cubic lattices, and fits how it grows. */
export async function benchGrowth({ rounds, progress }: Conditions): Promise<PartReport> {
  const results: PartResult[] = [];
  for (const lattice of LATTICES) {
    results.push(...(await measure(lattice, rounds)));
    progress(lattice.size.join('×'));
  }
  return { rivals: {}, results, exponents: exponentsOf(results) };
}

async function measure(lattice: GrowingLattice, rounds: number): Promise<PartResult[]> {
  const setting = settingOf(lattice);
  const quick = await timed(lattice, quickTasks(setting), rounds);
  return [...quick, ...(await timed(lattice, generationTasks(setting), Math.min(rounds, FEW_ROUNDS)))];
}

async function timed({ size }: GrowingLattice, tasks: readonly Task[], rounds: number): Promise<PartResult[]> {
  const times = await takeTurns(rounds, new Map(tasks.map(({ name, turn }) => [name, turn])));
  return tasks.map(({ name, route }) => {
    const milliseconds = times.get(name) ?? Number.NaN;
    return { name, route, engine: 'wasm', size, milliseconds, ratios: {} };
  });
}

const NAMES: Readonly<Record<number, string>> = { 2: 'square', 3: 'cubic' };

/** One exponent per task and kind of lattice, where it was timed on three sizes or more. */
function exponentsOf(results: readonly PartResult[]): Exponent[] {
  const groups = Map.groupBy(results, ({ name, size }) => `${NAMES[size.length]} ${name}`);
  return [...groups.values()].flatMap((group) => {
    const [{ name, size }] = group;
    const fit = fitExponent(group.map((result) => ({ ...result, sites: sitesOf(result) })));
    return fit ? [{ name, lattice: NAMES[size.length], ...fit }] : [];
  });
}

/** Square and cubic lattices have one site in a cell. */
const sitesOf = ({ size }: PartResult): number => size.reduce((product, length) => product * length, 1);
