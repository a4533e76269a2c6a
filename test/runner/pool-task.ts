/** Tasks for threads of a pool. */
import { threadId } from 'node:worker_threads';
import { InputError } from '../../src/errors.ts';

interface Task {
  readonly value?: number;
  readonly fails?: 'input' | 'exit';
}

export function perform({ value, fails }: Task, send: (message: object) => void): void {
  if (fails === 'input') throw new InputError('the input is wrong');
  if (fails === 'exit') process.exit();
  send({ type: 'told', thread: threadId, value });
}
