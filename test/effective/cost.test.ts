/** Costs by which inner chains are chosen: they order as work does. */
import { expect, it } from 'vitest';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { modelOf } from './systems.ts';

const costsOf = (L: number, choice: EffectiveChoice) => modelOf({ lattice: { kind: 'square', size: [L, L] }, choice });

it('energies by plane waves cost less than their usual share, which is left out', () => {
  for (const choice of [{ kind: 'linear' }, { kind: 'transformer', blocks: 1, smeared: 3 }]) {
    const { cost, energyCost } = costsOf(12, choice);
    expect(energyCost).toBeLessThan(0.4 * cost);
    expect(costsOf(6, choice).energyCost).toBeUndefined();
  }
});

it('windows and few smeared shells cost less, a window as its sites do', () => {
  const whole = { kind: 'transformer', shells: 6, blocks: 2 } as const;
  expect(costsOf(12, { ...whole, smeared: 2 }).cost).toBeLessThan(costsOf(12, whole).cost);
  const [small, large] = [8, 16].map((L) => costsOf(L, { ...whole, window: 3 }).cost);
  expect(large / small).toBeCloseTo(4, 6);
});
