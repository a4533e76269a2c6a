import { describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { tunedStepSize } from '../../src/sampling/moves/step-size.ts';

describe('tuned step size', () => {
  it.each([0.001, 0.1, 5])('finds the target from %d, with noise', (initial) => {
    const size = tunedStepSize(initial, 0.7, 100);
    const random = philoxStream(1, 1);
    for (let k = 0; k < 2000; k++) size.adapt(random.nextUniform() < Math.exp(-size.value) ? 1 : 0);
    expect(Math.abs(Math.exp(-size.value) - 0.7)).toBeLessThan(0.03);
  });

  it('stops at the largest size when everything is accepted', () => {
    const size = tunedStepSize(1, 0.5, 3);
    for (let k = 0; k < 100; k++) size.adapt(1);
    expect(size.value).toBe(3);
  });

  it('goes on from restored settings as if nothing had happened', () => {
    const [a, b] = [tunedStepSize(0.3, 0.7, 3), tunedStepSize(1, 0.7, 3)];
    for (let k = 0; k < 10; k++) a.adapt(0.2);
    b.restore(JSON.parse(JSON.stringify(a.settings())));
    a.adapt(0.9);
    b.adapt(0.9);
    expect(b.settings()).toEqual(a.settings());
  });
});
