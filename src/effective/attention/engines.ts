/** The two engines: WebAssembly, and the TypeScript twin where SIMD is missing or the user asks for it. */
import type { Engine } from '../../wasm/engine.ts';
import { wasmAttention } from './kernels-wasm.ts';
import type { AttentionKernels, Network } from './network.ts';
import { typescriptAttention } from './twin/twin.ts';

const ENGINES = { wasm: wasmAttention, typescript: typescriptAttention };

export const createAttention = (engine: Engine, network: Network): AttentionKernels => ENGINES[engine](network);
