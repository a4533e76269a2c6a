/** Starting a thread. */
import { Worker } from 'node:worker_threads';
import { compiledKernels } from '../wasm/kernels.ts';

/** What every worker gets from its parent besides its task. */
export interface Shared {
  readonly kernels: WebAssembly.Module | null;
  /** URL of the module that it runs: of a thread Node keeps the file alone. */
  readonly module: string;
}

/** A thread that runs a module of `workerModule`, with what every thread gets besides. */
export const newThread = (module: URL, task: object = {}): Worker =>
  new Worker(module, { workerData: { ...task, module: module.href, kernels: compiledKernels() } satisfies Shared });
