import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { signsOfLife, startHeartbeat } from '../../src/cluster/heartbeat.ts';
import { listTasks, readTasks, type Task } from '../../src/cluster/task.ts';
import { temporaryFolder } from '../store/example.ts';

const chain = (point: string, number: number): Task => ({ kind: 'chain', point, chain: number });
const REPORT: Task = { kind: 'report' };

it('keeps the numbers of tasks that were listed, whatever the sweep has become', () => {
  const folder = temporaryFolder();
  expect(readTasks(folder)).toEqual([]);
  const first = [chain('a', 1), chain('b', 1), REPORT];
  expect(listTasks(folder, first)).toEqual(first);
  expect(listTasks(folder, [chain('c', 1), chain('a', 1), REPORT])).toEqual([...first, chain('c', 1)]);
  expect(readTasks(folder)).toEqual([...first, chain('c', 1)]);
});

it('says what to do with a damaged list', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tasks.json'), '{"schema":1,"tasks"');
  expect(() => readTasks(folder)).toThrow(
    `${join(folder, 'tasks.json')}: damaged: remove it; "spinformer work ${folder} --list"`,
  );
});

it('shows who is at work, and leaves the sign of another that has taken the task too', () => {
  const folder = temporaryFolder();
  const end = startHeartbeat(folder, 12, '77_3');
  const sign = signsOfLife(folder).get(12);
  expect(sign).toMatchObject({ process: process.pid, job: '77_3', isLost: false });
  writeFileSync(join(folder, 'tasks/00012.json'), '{"host":"elsewhere","process":1}\n');
  end();
  expect(signsOfLife(folder).get(12)).toMatchObject({ host: 'elsewhere' });
});

it('gives no sign where nothing may be written, and goes on', () => {
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  expect(startHeartbeat(file, 1, undefined)).not.toThrow();
});
