/** What models share, and what they do without WebAssembly. */
import { afterEach, expect, it, vi } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import * as minimumFill from '../../src/exact/pattern/minimum-fill.ts';
import { createLattice } from '../../src/lattice/create.ts';
import * as measurementExpansion from '../../src/numeric/rational/measurement-expansion.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

vi.mock('../../src/exact/pattern/minimum-fill.ts', { spy: true });
vi.mock('../../src/numeric/rational/measurement-expansion.ts', { spy: true });
afterEach(() => vi.restoreAllMocks());

const base: ModelParameters = {
  ...MODEL_DEFAULTS,
  lattice: createLattice({ kind: 'square', size: [8, 6] }),
  temperature: 0.1,
};

it('orders the sites once for a sweep over temperature, coupling and size of the hopping', () => {
  const orders = vi.mocked(minimumFill.minimumFill);
  createModel(base);
  const before = orders.mock.calls.length;
  expect(before).toBeGreaterThan(0);
  for (const temperature of [0.05, 0.2, 1]) createModel({ ...base, temperature, coupling: 2, hopping: [1.5] });
  createModel({ ...base, lattice: createLattice({ kind: 'square', size: [8, 6] }) });
  expect(orders.mock.calls.length).toBe(before);
  createModel({ ...base, lattice: createLattice({ kind: 'square', size: [6, 8] }) });
  expect(orders.mock.calls.length).toBe(before + 1);
});

it('expands averages once for all models, and not before somebody asks for them', () => {
  const expansions = vi.mocked(measurementExpansion.measurementExpansion);
  const before = expansions.mock.calls.length;
  const models = [createModel({ ...base, temperature: 0.3 }), createModel({ ...base, temperature: 0.3 })];
  for (const model of models) model.logWeight(namedConfiguration('neel', base.lattice));
  expect(expansions.mock.calls.length).toBe(before);
  for (const model of models) {
    model.measure(namedConfiguration('neel', base.lattice));
    expect(model.measurementErrors.energy).toBeGreaterThan(0);
  }
  expect(expansions.mock.calls.length).toBe(before + 1);
});

it('falls back to TypeScript where WebAssembly SIMD is missing, bit-identically', async () => {
  const spins = namedConfiguration('random', base.lattice, { seed: 1 });
  const fast = createModel(base);
  vi.spyOn(WebAssembly, 'Module').mockImplementation(() => {
    throw new WebAssembly.CompileError('no SIMD');
  });
  // What the host can do is found out once: ask as a fresh program does.
  vi.resetModules();
  const slow = (await import('../../src/exact/create.ts')).createModel(base);
  expect([fast.engine, slow.engine]).toEqual(['wasm', 'typescript']);
  expect(slow.logWeight(spins)).toBe(fast.logWeight(spins));
});
