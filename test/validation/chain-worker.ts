/** A worker thread: takes the next chain until there is none. */
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../../src/runner/runner.ts';
import { casesFor } from './cases.ts';
import type { ChainMessage, ChainTasks } from './chains.ts';

const { effort, chains, taken } = workerData as ChainTasks;
const counter = new Int32Array(taken);

try {
  const cases = casesFor(effort);
  for (let k = Atomics.add(counter, 0, 1); k < chains.length; k = Atomics.add(counter, 0, 1)) {
    const chain = chains[k];
    const estimates = await cases[chain.index].estimates(chain.seed);
    parentPort?.postMessage({ type: 'chain', chain, estimates } satisfies ChainMessage);
  }
} catch (error) {
  parentPort?.postMessage(failureOf(error));
}
