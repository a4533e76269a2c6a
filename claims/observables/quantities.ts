/** What is compared, and where. */

import { type Difference, pullOf } from '../analysis/agreement.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { RunResult } from '../workshop/workshop.ts';
import { momentumPath, structureFactorAt } from './path.ts';
import { REFERENCE_4X4 } from './reference.ts';

/** Two runs of one system. */
export interface Pair {
  readonly size: number;
  readonly temperature: number;
  readonly exact: RunResult;
  readonly learned: RunResult;
}

export interface Quantity {
  /** Of the summary. */
  readonly name: string;
  readonly label: string;
}

export const QUANTITIES: readonly Quantity[] = [
  { name: 'energyPerSite', label: 'U/N' },
  { name: 'specificHeatPerSite', label: 'C' },
  { name: 'absMagnetization', label: '|m|' },
  { name: 'absStaggeredMagnetization', label: '|m_s|' },
  { name: 'structureFactorPiPi', label: 'S(π, π)' },
];

/** Undefined for a run that is too short for an error bar. */
export function averageOf({ summary }: RunResult, name: string): Combined | undefined {
  const estimate = summary.observables[name];
  return estimate?.kind === 'estimate' ? { value: estimate.mean, error: estimate.error } : undefined;
}

export const placeOf = ({ size, temperature }: Pair): string => `${size} × ${size}, T = ${temperature}`;

/** Self-learning minus exact, of all quantities and along the path. */
export function samplerDifferences(pairs: readonly Pair[]): Difference[] {
  return pairs.flatMap((pair) =>
    [...QUANTITIES, ...alongPath(pair)].flatMap(({ name, label }) =>
      difference(label, placeOf(pair), averageOf(pair.learned, name), averageOf(pair.exact, name)),
    ),
  );
}

/** S(q) without (π, π), which is a quantity of its own. */
function alongPath({ size, learned }: Pair): Quantity[] {
  return momentumPath(size).flatMap(({ waveNumber: [x, y] }) => {
    if (2 * x === size && 2 * y === size) return [];
    const name = structureFactorAt(learned.summary.waveNumbers, [x, y]);
    return [{ name, label: `S(${fraction(x, size)}, ${fraction(y, size)})` }];
  });
}

/** 2πn/L in units of π. */
function fraction(n: number, size: number): string {
  const value = (2 * n) / size;
  return value === 0 ? '0' : value === 1 ? 'π' : `${+value.toFixed(2)}π`;
}

/** Either sampler minus the reference, where there is one. */
export function referenceDifferences(pairs: readonly Pair[], of: 'exact' | 'learned'): Difference[] {
  return pairs
    .filter(({ size }) => size === 4)
    .flatMap((pair) =>
      QUANTITIES.flatMap(({ name, label }) =>
        difference(label, placeOf(pair), averageOf(pair[of], name), REFERENCE_4X4.get(pair.temperature)?.[name]),
      ),
    );
}

function difference(
  quantity: string,
  where: string,
  one: Combined | undefined,
  other: Combined | undefined,
): Difference[] {
  return one && other ? [{ quantity, where, pull: pullOf(one, other) }] : [];
}
