/** Inner chains in words, as reports say them. */
import { expect, it } from 'vitest';
import { planWords } from '../../src/sampling/samplers/plan-words.ts';

it('says how much of what, and where', () => {
  const inBlock = { kind: 'heat-bath', sweeps: 2, overrelaxation: 1, block: 12 } as const;
  expect(planWords({ kind: 'heat-bath', sweeps: 1, overrelaxation: 1 })).toBe('1 sweep of heat bath');
  expect(planWords(inBlock)).toBe('2 sweeps of heat bath in a random block of side 12, 1 of overrelaxation between');
  expect(planWords({ kind: 'screened', proposals: 4, cheap: inBlock })).toBe(
    '4 screened proposals, each 2 sweeps of heat bath in a random block of side 12, 1 of overrelaxation between',
  );
});
