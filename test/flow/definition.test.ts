/** Sums that are kept from layer to layer against layers from their definitions; and that nothing else is kept. */
import { describe, expect, it } from 'vitest';
import type { FlowChoice } from '../../src/flow/choice.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { randomFlow, randomSpins } from './flows.ts';
import { referenceImage } from './reference.ts';

const LATTICES: readonly (readonly [LatticeSpec, FlowChoice['colours'], number, FlowChoice['shells']])[] = [
  [{ kind: 'square', size: [4, 4] }, 'sites', 34, 'all'],
  [{ kind: 'square', size: [4, 4] }, 'sublattices', 4, 3],
  [{ kind: 'triangular', size: [3, 3] }, 'sublattices', 5, 2],
  [{ kind: 'honeycomb', size: [2, 2] }, 'sites', 9, [1, 3]],
];

describe.each(LATTICES)('%j, %s, %s layers, shells %j', (lattice, colours, layers, shells) => {
  it.each(['attention', 'shells', 'components'] as const)('%s is what it is defined as', (conditioner) => {
    const flow = randomFlow({ lattice, choice: { layers, colours, shells, conditioner, map: 'fisher' } }, 0.3);
    const base = randomSpins(flow, 1);
    const [image, expected] = [base.slice(), referenceImage(flow, base)];
    flow.transport(image);
    image.forEach((value, c) => {
      expect(Math.abs(value - expected[c])).toBeLessThan(1e-11);
    });
  });
});

it('log q is a function of the spins alone, whatever was asked before', () => {
  const choice = { layers: 34, colours: 'sites', map: 'spline' } as const;
  const fresh = () => randomFlow({ lattice: { kind: 'square', size: [4, 4] }, choice }, 0.3);
  const [used, spins] = [fresh(), randomSpins(fresh(), 1)];
  const [score, gradient] = [new Float64Array(48), new Float64Array(used.parameters.length)];
  for (let seed = 2; seed < 5; seed++) {
    used.transport(randomSpins(used, seed));
    used.pathGradient(randomSpins(used, seed), () => {}, gradient);
    used.logDensityAndScore(randomSpins(used, seed), score, gradient);
    expect(used.logDensity(spins)).toBe(fresh().logDensity(spins));
  }
});
