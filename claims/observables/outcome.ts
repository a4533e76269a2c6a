/** The runs of both samplers at every point, and how far their averages are apart. */
import type { Difference } from '../analysis/agreement.ts';
import { pullOf } from '../analysis/comparing.ts';
import { averageOf } from '../analysis/run-average.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
import { type Candidate, momentumPath, type Plan, QUANTITIES, type Quantity, REFERENCE_4X4, SEED } from './plan.ts';

/** The runs of both samplers for one system. */
interface Pair extends Readonly<Record<Candidate, RunResult>> {
  readonly size: number;
  readonly temperature: number;
}

export type Outcome = readonly Pair[];

export function outcomeOf(workshop: Workshop, plan: Plan): Promise<Outcome> {
  const points = plan.sizes.flatMap((size) => plan.temperatures.map((temperature) => ({ size, temperature })));
  return Promise.all(points.map((point) => pairAt(workshop, plan, point)));
}

async function pairAt(
  workshop: Workshop,
  { blocks, exactEvaluations, samples }: Plan,
  { size, temperature }: Pick<Pair, 'size' | 'temperature'>,
): Promise<Pair> {
  const system = { lattice: { size: [size, size] }, model: { temperature } };
  const sampling = { chains: 2, samples, warmUp: 300, seed: SEED };
  const [exact, learned] = await Promise.all([
    workshop.run(`hmc ${size}x${size} T ${temperature}`, { ...system, sampling: { ...sampling, method: 'hmc' } }),
    workshop.run(`transformer ${size}x${size} T ${temperature}`, {
      ...system,
      sampling,
      effective: { kind: 'transformer', shells: 6, blocks },
      training: { exactEvaluations },
    }),
  ]);
  return { size, temperature, exact, learned };
}

export const placeOf = ({ size, temperature }: Pair): string => `${size} × ${size}, T = ${temperature}`;

/** The differences self-learning minus exact, of all quantities and along the path. */
export const samplerDifferences = (pairs: Outcome): Difference[] =>
  pairs.flatMap((pair) =>
    [...QUANTITIES, ...alongPath(pair)].flatMap(({ name, label }) =>
      difference(label, placeOf(pair), averageOf(pair.learned, name), averageOf(pair.exact, name)),
    ),
  );

/** The differences between a sampler and the reference, where there is one. */
export const referenceDifferences = (pairs: Outcome, candidate: Candidate): Difference[] =>
  pairs.flatMap((pair) =>
    QUANTITIES.flatMap(({ name, label }) =>
      difference(label, placeOf(pair), averageOf(pair[candidate], name), referenceOf(pair)?.[name]),
    ),
  );

export const referenceOf = ({ size, temperature }: Pair): Readonly<Record<string, Combined>> | undefined =>
  size === 4 ? REFERENCE_4X4.get(temperature) : undefined;

function difference(
  quantity: string,
  where: string,
  one: Combined | undefined,
  other: Combined | undefined,
): Difference[] {
  return one && other ? [{ quantity, where, pull: pullOf(one, other) }] : [];
}

/** The quantities S(q) along the path without (π, π), which is a quantity of its own. */
function alongPath({ size, learned }: Pair): Quantity[] {
  return momentumPath(size).flatMap(({ waveNumber: [x, y] }) => {
    if (2 * x === size && 2 * y === size) return [];
    const name = structureFactorAt(learned.summary.waveNumbers, [x, y]);
    return [{ name, label: `S(${fraction(x, size)}, ${fraction(y, size)})` }];
  });
}

/** The component 2πn/L of a wave vector as text, in units of π. */
function fraction(n: number, size: number): string {
  const value = (2 * n) / size;
  return value === 0 ? '0' : value === 1 ? 'π' : `${+value.toFixed(2)}π`;
}

/** The name of the structure factor that has a wave vector among those it averages over; `waveNumbers` are those of a summary. */
export function structureFactorAt(
  waveNumbers: Readonly<Record<string, readonly (readonly number[])[]>>,
  [x, y]: readonly [number, number],
): string {
  const found = Object.entries(waveNumbers).find(([, orbit]) => orbit.some(([a, b]) => a === x && b === y));
  if (!found) throw new Error(`no structure factor at ${x}, ${y}`);
  return found[0];
}
