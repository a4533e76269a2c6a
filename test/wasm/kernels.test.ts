import { expect, it, vi } from 'vitest';
import { kernelsAreSupported } from '../../src/wasm/kernels.ts';

it('validates the module once, however often it is asked', () => {
  const validate = vi.spyOn(WebAssembly, 'validate');
  const answers = Array.from({ length: 3 }, () => kernelsAreSupported());
  expect(new Set(answers).size).toBe(1);
  expect(validate).toHaveBeenCalledTimes(1);
});
