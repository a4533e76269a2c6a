/** The two engines of the nodal determinant: WebAssembly, and its twin in TypeScript where SIMD is missing or the user asks for it. */
import type { Engine } from '../../wasm/engine.ts';
import type { Blocks, NodalKernels } from './kernels.ts';
import { typescriptNodal } from './nodal-twin.ts';
import { wasmNodal } from './nodal-wasm.ts';

const ENGINES = { wasm: wasmNodal, typescript: typescriptNodal };

/** Kernels with arrays of their own, by the names and with the lengths or contents of `blocks`. */
export const createNodal = <B extends Blocks>(engine: Engine, blocks: B): NodalKernels<B> => ENGINES[engine](blocks);
