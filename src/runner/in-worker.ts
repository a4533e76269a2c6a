/** Work in a worker thread, with errors that keep their class. */
import { workerData } from 'node:worker_threads';
import { InputError, StorageError, stackText } from '../errors.ts';
import { isOfStorage } from '../store/file-reasons.ts';
import { explainMemory } from '../store/memory-trouble.ts';
import { adoptKernels } from '../wasm/kernels.ts';
import { newThread, type Shared } from './new-thread.ts';

/** What is left of an error on the way to the parent, where it loses its class. */
export interface Failure {
  readonly type: 'error';
  readonly message: string;
  readonly kind: 'input' | 'storage' | 'fault';
  /** Those of its causes included. */
  readonly stack: string;
}

export function failureOf(thrown: unknown): Failure {
  const error = explainMemory(thrown);
  const message = error instanceof Error ? error.message : String(error);
  return { type: 'error', message, stack: stackText(error), kind: kindOf(error) };
}

function kindOf(error: unknown): Failure['kind'] {
  if (error instanceof InputError) return 'input';
  return error instanceof StorageError || isOfStorage(error) ? 'storage' : 'fault';
}

/** Workers are busy and read no messages: they look at shared memory. */
export function stopFlag(): { readonly buffer: SharedArrayBuffer; readonly set: () => void } {
  const buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return { buffer, set: () => Atomics.store(new Int32Array(buffer), 0, 1) };
}

/** The worker's side. */
export const isSet = (buffer: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(buffer), 0) !== 0;

/** The task of this worker, which goes on with what its parent has compiled. */
export function taskOfWorker<Task extends object>(): Task {
  const { kernels, module: _, ...task } = workerData as Task & Shared;
  adoptKernels(kernels);
  return task as unknown as Task;
}

/** A worker as a promise, which resolves when it ends and rejects with its error, `who` in front. Messages other than failures go to `tell`. */
export function inWorker<Message extends { readonly type: string }>(
  module: URL,
  task: object,
  who: string,
  tell: (message: Message) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = newThread(module, task);
  let failure: Error | undefined;
  worker.on('message', (message: Message | Failure) => {
    if (message.type === 'error') failure = errorOf(who, message as Failure);
    else tell(message as Message);
  });
  // What the worker could not catch: a missing module, lack of memory.
  worker.on('error', (error) => {
    failure = errorOf(who, failureOf(error));
  });
  worker.on('exit', () => (failure ? reject(failure) : resolve()));
  return promise;
}

const CLASSES = { input: InputError, storage: StorageError, fault: Error } as const;

/** The error that a failure was, `who` in front. */
export function errorOf(who: string, { message, kind, stack }: Failure): Error {
  return new CLASSES[kind](`${who}: ${message}`, { cause: stack });
}
