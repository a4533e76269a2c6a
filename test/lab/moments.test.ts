/** Configurations that are kept to be looked at again. */
import { expect, it } from 'vitest';
import { keepMoments } from '../../lab/engine/moments.ts';
import { sampleSpec } from '../../src/spec.ts';

const SPEC = '[lattice]\nsize = [2, 2]\n[sampling]\nmethod = "local"\nsamples = 2000\nwarm_up = 0\n';

it('are evenly spaced from the first on, and never more than three hundred', async () => {
  const moments = keepMoments();
  const seen: Float32Array[] = [];
  for await (const sample of sampleSpec(SPEC)) {
    moments.look(sample);
    seen.push(Float32Array.from(sample.spins));
    expect(moments.count).toBeLessThanOrEqual(300);
  }
  const kept = moments.read();
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.map(({ sample }) => sample)).toEqual(kept.map((_, k) => 1 + 8 * k));
  for (const { sample, spins } of kept) expect(spins).toEqual(seen[sample - 1]);
});
