import { describe, expect, it } from 'vitest';
import { densityOfStates } from '../../../src/exact/spectrum/density-of-states.ts';

describe('densityOfStates', () => {
  it('is a Lorentzian for a single level: 1/(πη) at the top, half of it at a distance η', () => {
    const density = densityOfStates(Float64Array.of(2), Float64Array.of(2, 2.1, 1.9), 0.1, 1);
    expect(density[0]).toBeCloseTo(10 / Math.PI, 13);
    expect(density[1]).toBeCloseTo(5 / Math.PI, 12);
    expect(density[2]).toBeCloseTo(5 / Math.PI, 12);
  });

  it('integrates to two states a site', () => {
    const [reach, count] = [4000, 400_001];
    const energies = Float64Array.from({ length: count }, (_, k) => (2 * reach * k) / (count - 1) - reach);
    const density = densityOfStates(Float64Array.of(-1, -0.2, 0.2, 1), energies, 0.3, 2);
    const integral = density.reduce((sum, value) => sum + value, 0) * ((2 * reach) / (count - 1));
    // The tails beyond the window hold 2η/(π·reach) of every level.
    expect(integral).toBeCloseTo(2 * (1 - (2 * 0.3) / (Math.PI * reach)), 7);
  });
});
