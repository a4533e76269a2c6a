import { expect, it } from 'vitest';
import { type GrowingLattice, settingOf } from '../../src/bench/growth/setting.ts';
import { generationTasks, quickTasks } from '../../src/bench/growth/tasks.ts';

const LATTICES: readonly GrowingLattice[] = [
  { kind: 'square', size: [4, 4] },
  { kind: 'cubic', size: [2, 2, 2] },
];

it.each(LATTICES)('times every task on $kind lattices', async (lattice) => {
  const setting = settingOf(lattice);
  for (const { turn } of [...quickTasks(setting), ...generationTasks(setting)])
    expect(await turn()).toBeGreaterThanOrEqual(0);
});

it('takes the quaternion route in two and three dimensions, so that they can be compared', () => {
  expect(LATTICES.map((lattice) => settingOf(lattice).exact.route)).toEqual(['quaternion', 'quaternion']);
});

it('a generation trains from the same parameters every time, so that all rounds time the same', async () => {
  const setting = settingOf(LATTICES[0]);
  const [linear] = generationTasks(setting);
  const learned: number[][] = [];
  for (let round = 0; round < 2; round++) {
    await linear.turn();
    learned.push(Array.from(setting.linear.parameters));
  }
  expect(learned[1]).toEqual(learned[0]);
});
