/** The two engines: WebAssembly, and its twin in TypeScript where SIMD is missing or the user asks for it. */
import { kernelsAreSupported } from './kernels.ts';

/** Which kernels do the work; both give the same bits. */
export type Engine = 'wasm' | 'typescript';

export const defaultEngine = (): Engine => (kernelsAreSupported() ? 'wasm' : 'typescript');
