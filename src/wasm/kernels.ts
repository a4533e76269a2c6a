/** The compiled kernels: one WebAssembly module for all engines, instantiated once per workspace. */
import { kernelsBase64 } from './module.generated.ts';

/** Functions exported by kernels/; pointers and counts are numbers, results are numbers or nothing. */
export type KernelExports = Readonly<Record<string, (...values: number[]) => number>>;

/** The module; `null` where the host refuses it. */
let compiled: WebAssembly.Module | null | undefined;

/** Whether the host runs the module, WebAssembly with 128-bit SIMD. Found out by compiling it, once: every model asks. */
export const kernelsAreSupported = (): boolean => compiledKernels() !== null;

/** The module, or null where the host refuses it: what to hand to workers, for `adoptKernels`. */
export function compiledKernels(): WebAssembly.Module | null {
  if (compiled === undefined) compiled = compile();
  return compiled;
}

/** Takes the module as another thread of this process has compiled it, so that it is neither decoded nor compiled again. To be called before any model is made. */
export function adoptKernels(module: WebAssembly.Module | null): void {
  compiled = module;
}

/** Throws Error where the host refuses it. */
export function kernelModule(): WebAssembly.Module {
  const module = compiledKernels();
  if (!module) throw new Error('this host does not run WebAssembly with 128-bit SIMD');
  return module;
}

function compile(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(bytes());
  } catch {
    return null;
  }
}

/** The module in binary: by a loop, because `Uint8Array.from` with a function takes three times as long. */
function bytes(): Uint8Array<ArrayBuffer> {
  const text = atob(kernelsBase64);
  const decoded = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) decoded[i] = text.charCodeAt(i);
  return decoded;
}
