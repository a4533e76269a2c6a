import { afterEach, expect, it, vi } from 'vitest';
import { adoptKernels, compiledKernels, kernelModule, kernelsAreSupported } from '../../src/wasm/kernels.ts';

const own = compiledKernels();
afterEach(() => adoptKernels(own));

it('compiles the module once, however often it is asked', async () => {
  const compile = vi.spyOn(WebAssembly, 'Module');
  vi.resetModules();
  const fresh = await import('../../src/wasm/kernels.ts');
  const answers = Array.from({ length: 3 }, () => fresh.kernelsAreSupported());
  expect(new Set(answers).size).toBe(1);
  fresh.kernelModule();
  expect(compile).toHaveBeenCalledTimes(1);
  compile.mockRestore();
});

it('goes on with what another thread has compiled, or with its refusal', () => {
  const other = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  adoptKernels(other);
  expect([kernelsAreSupported(), kernelModule()]).toEqual([true, other]);
  adoptKernels(null);
  expect(kernelsAreSupported()).toBe(false);
  expect(kernelModule).toThrow('SIMD');
});
