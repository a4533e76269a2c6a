/** The two engines: WebAssembly, and its twin in TypeScript where SIMD is missing or the user asks for it. */
import { kernelsAreSupported } from './kernels.ts';

/** The kernels that do the work; both engines are bit-identical. */
export type Engine = 'wasm' | 'typescript';

export const defaultEngine = (): Engine => (kernelsAreSupported() ? 'wasm' : 'typescript');
