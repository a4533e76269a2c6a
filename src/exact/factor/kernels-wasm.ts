/** The WebAssembly kernels of both routes behind `FactorKernels`. */
import { createWorkspace } from '../../wasm/workspace.ts';
import type { FactorPattern } from '../pattern/pattern.ts';
import { patternBlocks, writeDescriptor } from './descriptor.ts';
import { chunksPerPair, type FactorKernels } from './pole-factors.ts';
import type { PoleProblem } from './problem.ts';

/** Doubles per slot: a block of 4 or 8 components, two shifts. */
const BLOCK = { quaternion: 8, complex: 16 };

/** `invert`: room for the inverse, which only `factoriseAndInvert` needs. */
export function wasmKernels(pattern: FactorPattern, problem: PoleProblem, invert: boolean): FactorKernels {
  const { arithmetic, shifts, weights, halfCoupling, levels } = problem;
  const slots = BLOCK[arithmetic] * pattern.slotCount;
  const { kernels, views } = createWorkspace({
    ...patternBlocks(pattern),
    spins: 3 * pattern.siteCount,
    shifts,
    weights,
    levels,
    products: shifts.length * chunksPerPair(pattern),
    vectors: 6 * pattern.siteCount,
    traces: 2 * shifts.length,
    values: slots,
    inverse: invert ? slots : 0,
  });
  writeDescriptor(pattern, views);
  const { descriptor, values, inverse, spins, products, vectors, traces } = views;
  const at = (view: { byteOffset: number }) => view.byteOffset;
  const common = [at(descriptor), at(values)];
  const system = [at(spins), halfCoupling, at(views.levels), at(views.shifts)];
  return {
    ...{ spins, products, vectors, traces },
    factorise: () => kernels[`${arithmetic}Factors`](...common, ...system, shifts.length, at(products)),
    factoriseAndInvert: () =>
      kernels[`${arithmetic}Resolvents`](
        ...[...common, at(inverse), ...system, at(views.weights), shifts.length],
        ...[at(products), at(vectors), at(traces)],
      ),
  };
}
