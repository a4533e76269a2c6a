/** Lattices of the size that specs allow: nothing here may grow as the square of the sites, nor overflow the stack. */
import { expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../src/exact/defaults.ts';
import { checkFeasible } from '../../src/exact/pattern/minimum-fill.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { createWorkspace } from '../../src/wasm/workspace.ts';

const modelOn = (spec: LatticeSpec) =>
  createModel({
    ...MODEL_DEFAULTS,
    lattice: createLattice(spec),
    temperature: 0.5,
  });

it.each<LatticeSpec & { readonly size: readonly number[] }>([
  { kind: 'chain', size: [100_000] },
  { kind: 'square', size: [2, 40_000] },
])('has the log weight of $kind $size', { timeout: 600_000 }, (spec) => {
  const { lattice } = modelOn(spec).parameters;
  const perSite = (model: ReturnType<typeof modelOn>) => {
    const spins = namedConfiguration('ferromagnet', model.parameters.lattice);
    return model.logWeight(spins) / model.parameters.lattice.siteCount;
  };
  // Far from the thermodynamic limit by exp(−length × T) only.
  const smaller = modelOn({ ...spec, size: spec.size.map((length) => (length > 1000 ? 400 + (length % 2) : length)) });
  expect(perSite(modelOn(spec))).toBeCloseTo(perSite(smaller), 8);
  expect(lattice.siteCount).toBeGreaterThan(79_999);
});

it('refuses what no memory holds, in words', () => {
  expect(() => checkFeasible(2e9)).not.toThrow();
  expect(() => checkFeasible(3e9)).toThrow(
    /^lattice\.size: expected a lattice whose exact weight can be computed, found one that takes more than 4 GiB of memory/,
  );
  expect(() => createWorkspace({ values: 2 ** 30 })).toThrow(
    /^lattice\.size: expected a lattice that fits into memory, found one that needs 8\.0 GiB in one piece, and kernels have 4 at most/,
  );
});
