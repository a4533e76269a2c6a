/** The two engines: WebAssembly, and the TypeScript twin where SIMD is missing or the user asks for it. */
import type { Engine } from '../wasm/engine.ts';
import type { FlowKernels } from './kernels.ts';
import { wasmFlow } from './kernels-wasm.ts';
import type { FlowTables } from './tables.ts';
import { typescriptFlow } from './twin/twin.ts';

const ENGINES = { wasm: wasmFlow, typescript: typescriptFlow };

export const createFlowKernels = (engine: Engine, tables: FlowTables): FlowKernels => ENGINES[engine](tables);
