/** Wave vectors along Γ X M Γ of an L × L lattice, L even: (0, 0), (π, 0), (π, π) and back. */

export interface PathPoint {
  /** q = 2π n/L. */
  readonly waveNumber: readonly [number, number];
  /** Length of the path up to here, in units of π. */
  readonly length: number;
}

/** Where the corners are, in units of π. */
export const CORNERS = [0, 1, 2, 2 + Math.SQRT2];
export const CORNER_NAMES = ['Γ (0, 0)', 'X (π, 0)', 'M (π, π)', 'Γ (0, 0)'];

/** Every wave vector once: the end, which is the beginning, is left out. */
export function momentumPath(size: number): PathPoint[] {
  const half = size / 2;
  const steps = Array.from({ length: half }, (_, k) => k);
  return [
    ...steps.map((k) => ({ waveNumber: [k, 0] as const, length: k / half })),
    ...steps.map((k) => ({ waveNumber: [half, k] as const, length: 1 + k / half })),
    ...steps.map((k) => ({ waveNumber: [half - k, half - k] as const, length: 2 + (Math.SQRT2 * k) / half })),
  ];
}

/** The structure factor that has this wave vector among those it averages over. `waveNumbers`: of a summary. */
export function structureFactorAt(
  waveNumbers: Readonly<Record<string, readonly (readonly number[])[]>>,
  [x, y]: readonly [number, number],
): string {
  const found = Object.entries(waveNumbers).find(([, orbit]) => orbit.some(([a, b]) => a === x && b === y));
  if (!found) throw new Error(`no structure factor at ${x}, ${y}`);
  return found[0];
}
