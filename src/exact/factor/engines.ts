/** The factors of a problem by either engine. */
import { log } from '../../numeric/elementary.ts';
import type { Engine } from '../../wasm/engine.ts';
import type { FactorPattern } from '../pattern/pattern.ts';
import { wasmKernels, wasmPatchKernels } from './kernels-wasm.ts';
import { type PatchFactors, patchFactors } from './patch-factors.ts';
import { type PoleFactors, poleFactors } from './pole-factors.ts';
import type { PoleProblem } from './problem.ts';
import { typescriptKernels, typescriptPatchKernels } from './twin/twin.ts';

const KERNELS = {
  wasm: { factors: wasmKernels, patch: wasmPatchKernels },
  typescript: { factors: typescriptKernels, patch: typescriptPatchKernels },
};

/** |q|² is the determinant of a quaternion; of complex blocks we have |det|². */
const POWER = { quaternion: 1, complex: 0.5 };

export function createPoleFactors(engine: Engine, pattern: FactorPattern, problem: PoleProblem): PoleFactors {
  const kernels = KERNELS[engine].factors(pattern, problem);
  return poleFactors(pattern, kernels, eliminatedLogDeterminants(pattern, problem), POWER[problem.arithmetic]);
}

export function createPatchFactors(engine: Engine, pattern: FactorPattern, problem: PoleProblem): PatchFactors {
  const kernels = KERNELS[engine].patch(pattern, problem);
  return patchFactors(pattern, kernels, eliminatedLogDeterminants(pattern, problem), POWER[problem.arithmetic]);
}

/** Σ_b log |ω_b² + h²| over the sites eliminated in closed form, ω = w + iε; the same for all directions of unit spins. */
function eliminatedLogDeterminants(
  pattern: FactorPattern,
  { shifts, halfCouplings, levels }: PoleProblem,
): Float64Array {
  return shifts.map((w) => {
    let sum = 0;
    for (const site of pattern.eliminatedSite) {
      const h = halfCouplings[site];
      const real = w * w + h * h - levels[site] * levels[site];
      const imaginary = 2 * w * levels[site];
      sum += log(real * real + imaginary * imaginary) / 2;
    }
    return sum;
  });
}
