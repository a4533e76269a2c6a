/** The next step of a chain, foreseen from its checkpoint, and chains that begin with given spins. */
import { describe, expect, it } from 'vitest';
import { type ForeseenStep, foresee, prepareSpec, type SpecSample, sampleSpec } from '../../src/spec.ts';

const spec = (method: 'self-learning' | 'delayed-acceptance' | 'hmc', kind: 'linear' | 'transformer') =>
  ({
    lattice: { size: [4, 4] },
    model: { temperature: 0.05 },
    effective: { kind, blocks: 1 },
    training: { exactEvaluations: 60 },
    sampling: { method, samples: 60, warmUp: 20 },
  }) as const;

/** Every step of a chain with what was foreseen of it. */
async function steps(
  job: ReturnType<typeof prepareSpec>,
): Promise<[ForeseenStep | undefined, SpecSample, SpecSample][]> {
  const look = foresee(job);
  const seen: [ForeseenStep | undefined, SpecSample, SpecSample][] = [];
  let before: SpecSample | undefined;
  let next: ForeseenStep | undefined;
  for await (const sample of sampleSpec(job, { warmUp: true })) {
    if (before) seen.push([next, before, sample]);
    next = look(sample.checkpoint);
    before = { ...sample, spins: sample.spins.slice() };
  }
  return seen;
}

describe.each([
  ['self-learning', 'linear'],
  ['delayed-acceptance', 'transformer'],
] as const)('%s, %s', (method, kind) => {
  it('is what the chain does, bit for bit', async () => {
    const seen = await steps(prepareSpec(spec(method, kind)));
    const foreseen = seen.filter((step) => step[0] !== undefined);
    expect(foreseen.length).toBeGreaterThan(40);
    for (const [next, before, after] of foreseen) {
      const { proposal, isAccepted, probability, exactDifference, effectiveDifference } = next as ForeseenStep;
      expect(after.spins).toEqual(isAccepted ? proposal : before.spins);
      expect(effectiveDifference - exactDifference).toBeCloseTo(after.values.logRatio, 10);
      expect(probability).toBeCloseTo(Math.min(1, Math.exp(after.values.logRatio)), 10);
    }
    expect(new Set(foreseen.map(([next]) => next?.isAccepted)).size).toBe(2);
  });
});

it('nothing is foreseen where no learned model proposes', async () => {
  const seen = await steps(prepareSpec(spec('hmc', 'linear')));
  expect(seen.every(([next]) => next === undefined)).toBe(true);
});

describe('a chain that begins with given spins', () => {
  const job = prepareSpec(spec('hmc', 'linear'));

  it('has them at its first step, so that a sampler that does not move shows them', async () => {
    const spins = Float64Array.from({ length: 48 }, (_, i) => Number(i % 3 === 2));
    const still = { ...job, spec: { ...job.spec, model: { ...job.spec.model, field: [0, 0, 1e4] as const } } };
    for await (const { values } of sampleSpec(still, { spins, warmUp: true })) {
      expect(values.absMagnetization).toBeGreaterThan(0.99);
      break;
    }
  });

  it.each([
    ['of another length', new Float64Array(3), 'spins: expected an array of 48 numbers, found 3'],
    ['that are no unit vectors', new Float64Array(48), 'a unit vector'],
  ])('refuses spins %s', async (_, spins, message) => {
    await expect(sampleSpec(job, { spins }).next()).rejects.toThrow(message);
  });
});
