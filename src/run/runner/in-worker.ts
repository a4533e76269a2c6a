/** Work in a thread of its own, with errors that keep their class. */
import { Worker } from 'node:worker_threads';
import { InputError } from '../../errors.ts';

/** An error loses its class on the way to the parent. */
export interface Failure {
  readonly type: 'error';
  readonly message: string;
  readonly wrongInput: boolean;
  readonly stack: string | undefined;
}

export function failureOf(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: 'error', message, stack, wrongInput: error instanceof InputError };
}

/** The sources run as they are; after a build, workers are JavaScript too. `name`: of a module beside the one at `base`. */
export const workerModule = (name: string, base: string): URL =>
  new URL(`./${name}${base.endsWith('.ts') ? '.ts' : '.js'}`, base);

/** Workers are busy and read no messages: they look at shared memory. */
export function stopFlag(): { readonly buffer: SharedArrayBuffer; readonly set: () => void } {
  const buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return { buffer, set: () => Atomics.store(new Int32Array(buffer), 0, 1) };
}

/** The worker's side. */
export const isSet = (buffer: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(buffer), 0) !== 0;

/** Ends with the worker; rejects with its error, `who` in front. Messages other than failures go to `tell`. */
export function inWorker<Message extends { readonly type: string }>(
  module: URL,
  workerData: unknown,
  who: string,
  tell: (message: Message) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(module, { workerData });
  let failure: Error | undefined;
  worker.on('message', (message: Message | Failure) => {
    if (message.type === 'error') failure = errorOf(who, message as Failure);
    else tell(message as Message);
  });
  // What the worker could not catch: a missing module, lack of memory.
  worker.on('error', (error) => {
    failure = new Error(`${who}: ${error.message}`, { cause: error });
  });
  worker.on('exit', () => (failure ? reject(failure) : resolve()));
  return promise;
}

function errorOf(who: string, { message, wrongInput, stack }: Failure): Error {
  const words = `${who}: ${message}`;
  return wrongInput ? new InputError(words, { cause: stack }) : new Error(words, { cause: stack });
}
