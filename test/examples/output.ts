import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** What a script of examples/ prints when a reader runs it. */
export function outputOf(name: string): string {
  const file = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** The estimate that a line like "name = 0.2913(3)" gives. */
export function estimateIn(text: string, name: string): { mean: number; error: number } {
  const line = text.split('\n').find((candidate) => candidate.startsWith(name)) ?? '';
  const [, mean, decimals = '', digits] = /(-?\d+(?:\.(\d+))?)\((\d+)\)$/.exec(line) ?? [];
  expect({ name, found: mean !== undefined }).toEqual({ name, found: true });
  return { mean: Number(mean), error: Number(digits) * 10 ** -decimals.length };
}

/** Distance of two estimates in sigma. */
export function sigmas(a: { mean: number; error: number }, b: { mean: number; error: number }): number {
  return Math.abs(a.mean - b.mean) / Math.hypot(a.error, b.error);
}
