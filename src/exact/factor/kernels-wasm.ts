/** The WebAssembly kernels of both arithmetics. */
import { createWorkspace } from '../../wasm/workspace.ts';
import type { FactorPattern } from '../pattern/pattern.ts';
import { patternBlocks, writeDescriptor } from './descriptor.ts';
import { type PatchKernels, patchChunksPerPair } from './patch-factors.ts';
import { chunksPerPair, type FactorKernels } from './pole-factors.ts';
import type { PoleProblem } from './problem.ts';

/** Doubles per slot: a block of 4 or 8 components, two shifts. */
const BLOCK = { quaternion: 8, complex: 16 };

const address = (view: { byteOffset: number }) => view.byteOffset;

export function wasmKernels(pattern: FactorPattern, problem: PoleProblem): FactorKernels {
  const { arithmetic, shifts, weights, halfCouplings, levels } = problem;
  const slots = BLOCK[arithmetic] * pattern.slotCount;
  const { kernels, views } = createWorkspace({
    ...patternBlocks(pattern),
    shifts,
    weights,
    halfCouplings,
    levels,
    spins: 3 * pattern.siteCount,
    products: shifts.length * chunksPerPair(pattern),
    vectors: 6 * pattern.siteCount,
    traces: 2 * shifts.length,
    values: slots,
    inverse: slots,
  });
  writeDescriptor(pattern, views);
  const { spins, products, vectors, traces } = views;
  const matrix = [views.descriptor, views.values].map(address);
  const system = [spins, views.halfCouplings, views.levels, views.shifts].map(address);
  const results = [products, vectors, traces].map(address);
  return {
    spins,
    products,
    vectors,
    traces,
    factorise: () => kernels[`${arithmetic}Factors`](...matrix, ...system, shifts.length, address(products)),
    factoriseAndInvert: () =>
      kernels[`${arithmetic}Resolvents`](
        ...[...matrix, address(views.inverse), ...system],
        ...[address(views.weights), shifts.length, ...results],
      ),
  };
}

export function wasmPatchKernels(pattern: FactorPattern, problem: PoleProblem): PatchKernels {
  const { arithmetic, shifts, halfCouplings, levels } = problem;
  const { patchSize: m, siteCount, slotCount } = pattern;
  const { kernels, views } = createWorkspace({
    ...patternBlocks(pattern),
    shifts,
    halfCouplings,
    levels,
    spins: 3 * siteCount,
    products: shifts.length * patchChunksPerPair(pattern),
    ratios: shifts.length,
    updateRow: BLOCK[arithmetic] * m,
    green: (BLOCK[arithmetic] * m * m * shifts.length) / 2,
    values: BLOCK[arithmetic] * slotCount,
  });
  writeDescriptor(pattern, views);
  const { spins, products, ratios } = views;
  const [green, row, out] = [views.green, views.updateRow, ratios].map(address);
  const matrix = [views.descriptor, views.values, views.green].map(address);
  const system = [spins, views.halfCouplings, views.levels, views.shifts].map(address);
  const ratio = kernels[`${arithmetic}Ratios`];
  const update = kernels[`${arithmetic}Update`];
  return {
    spins,
    products,
    ratios,
    open: () => kernels[`${arithmetic}Patch`](...matrix, ...system, shifts.length, address(products)),
    ratio: (a, x, y, z) => ratio(green, m, shifts.length, a, x, y, z, out),
    update: (a, x, y, z) => update(green, m, shifts.length, a, x, y, z, row),
  };
}
