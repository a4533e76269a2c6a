/** Threads that take one task after the other. */
import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { onPool, type Work } from '../../src/runner/runner.ts';

const module = new URL('./pool-task.ts', import.meta.url);
const work = (task: object): Work => ({ module, task, who: 'a task' });

interface Told {
  readonly type: 'told';
  readonly thread: number;
  readonly value: number;
}

it('takes a thread that is free, and a new one where none is', async () => {
  const told: Told[] = [];
  const tell = (message: Told) => void told.push(message);
  await onPool(undefined, async (pool) => {
    await pool.perform(work({ value: 1 }), tell);
    await pool.perform(work({ value: 2 }), tell);
    await Promise.all([pool.perform(work({ value: 3 }), tell), pool.perform(work({ value: 4 }), tell)]);
  });
  expect(told.map(({ value }) => value).sort()).toEqual([1, 2, 3, 4]);
  expect(new Set(told.map(({ thread }) => thread)).size).toBe(2);
});

it('passes on errors with their class, and goes on after them, even where a thread has died', async () => {
  const told: Told[] = [];
  await onPool(undefined, async (pool) => {
    const perform = (task: object) => pool.perform<Told>(work(task), (message) => void told.push(message));
    const wrong = perform({ fails: 'input' });
    await expect(wrong).rejects.toThrow(InputError);
    await expect(wrong).rejects.toThrow('a task: the input is wrong');
    await expect(perform({ fails: 'exit' })).rejects.toThrow('a task: its thread has ended');
    await perform({ value: 5 });
  });
  expect(told.map(({ value }) => value)).toEqual([5]);
});
