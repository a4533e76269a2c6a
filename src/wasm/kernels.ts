/** The compiled kernels: one WebAssembly module for all engines, instantiated once per workspace. */
import { kernelsBase64 } from './module.generated.ts';

/** Functions exported by kernels/; pointers and counts are numbers, results are numbers or nothing. */
export type KernelExports = Readonly<Record<string, (...values: number[]) => number>>;

let supported: boolean | undefined;
let compiled: WebAssembly.Module | undefined;
let decoded: Uint8Array<ArrayBuffer> | undefined;

/** Whether the host runs the module, WebAssembly with 128-bit SIMD. Found out once: decoding and validation take milliseconds, and every model asks. */
export function kernelsAreSupported(): boolean {
  supported ??= typeof WebAssembly === 'object' && WebAssembly.validate(bytes());
  return supported;
}

/** Compiles on first use, some milliseconds; later calls return the same module. */
export function kernelModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(bytes());
  return compiled;
}

/** The module in binary, decoded once: by a loop, because `Uint8Array.from` with a function takes three times as long. */
function bytes(): Uint8Array<ArrayBuffer> {
  if (decoded) return decoded;
  const text = atob(kernelsBase64);
  decoded = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) decoded[i] = text.charCodeAt(i);
  return decoded;
}
