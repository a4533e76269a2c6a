/** Inner chains and annealings in words, as reports say them. */
import { expect, it } from 'vitest';
import { planWords } from '../../src/sampling/samplers/plan-words.ts';

it('says how much of what, and where', () => {
  const inBlock = { kind: 'heat-bath', sweeps: 2, overrelaxation: 1, block: 12 } as const;
  expect(planWords({ kind: 'heat-bath', sweeps: 1, overrelaxation: 1 })).toBe('1 sweep of heat bath');
  expect(planWords(inBlock)).toBe('2 sweeps of heat bath in a random block of side 12, 1 of overrelaxation between');
  const moves = { kind: 'hmc', trajectories: 1, steps: 5, stepSize: 0.2 } as const;
  expect(planWords({ kind: 'annealing', levels: 40, bend: 0, moves })).toBe(
    'annealing over 40 levels, each 1 trajectory of 5 steps',
  );
  expect(planWords({ kind: 'screened', proposals: 4, cheap: inBlock })).toBe(
    '4 screened proposals, each 2 sweeps of heat bath in a random block of side 12, 1 of overrelaxation between',
  );
});
