/** The compiled kernels: one WebAssembly module for all engines, instantiated once per workspace. */
import { kernelsBase64 } from './module.generated.ts';

/** Functions exported by kernels/; pointers and counts are numbers, results are numbers or nothing. */
export type KernelExports = Readonly<Record<string, (...values: number[]) => number>>;

let supported: boolean | undefined;
let compiled: WebAssembly.Module | undefined;

/** Whether the host runs the module, WebAssembly with 128-bit SIMD. Found out once: validation takes milliseconds, and every model asks. */
export function kernelsAreSupported(): boolean {
  supported ??= typeof WebAssembly === 'object' && WebAssembly.validate(bytes());
  return supported;
}

/** Compiles on first use, some milliseconds; later calls return the same module. */
export function kernelModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(bytes());
  return compiled;
}

function bytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(kernelsBase64), (character) => character.charCodeAt(0));
}
