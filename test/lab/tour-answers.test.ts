/** What the steps of the tour say about given numbers, and whether their specs can be sampled. */
import { describe, expect, it } from 'vitest';
import { routeOf, tourAddress } from '../../lab/route.ts';
import { tomlOf } from '../../lab/state/fields.ts';
import { NOTHING_YET, type View } from '../../lab/state/view.ts';
import { effectivePerSecond, isComplete, type Measured } from '../../lab/tour/measured.ts';
import { createPacing } from '../../lab/tour/pacing.ts';
import { changeWithBlocks } from '../../lab/tour/steps/attention-blocks.ts';
import { biasOf } from '../../lab/tour/steps/bad-model.ts';
import { orderOf } from '../../lab/tour/steps/exact-weight.ts';
import { gainOf } from '../../lab/tour/steps/second.ts';
import { STEPS } from '../../lab/tour/steps.ts';
import { parseSpec } from '../../src/spec.ts';

const chain = (part: Partial<Measured>): Measured => ({
  name: 'chain',
  siteCount: 36,
  estimates: {},
  learningSeconds: 0,
  ...part,
});
const order = (uniform: number, staggered: number) =>
  orderOf([
    chain({
      estimates: {
        magnetization2: { mean: uniform, error: 0.001 },
        staggeredMagnetization2: { mean: staggered, error: 0.001 },
      },
    }),
  ]).option;
const accepted = (mean: number, error: number) => chain({ acceptance: { mean, error } });
const staggered = (mean: number, error: number) =>
  chain({ estimates: { staggeredMagnetization2: { mean, error } }, acceptance: { mean: 0.1, error: 0.01 } });

describe('the tour', () => {
  it('is asked for by its address', () => {
    expect(routeOf(tourAddress(3))).toEqual({ page: 'tour', step: 3 });
    expect(routeOf('#tour')).toEqual({ page: 'tour', step: 1 });
    for (const hash of ['', '#', '#v=1&lattice.size=[4,4]', '#tourist', '#tour/x'])
      expect(routeOf(hash)).toEqual({ page: 'lab' });
  });

  it('has six steps with specs that can be sampled', () => {
    expect(STEPS.length).toBe(6);
    for (const { runs } of STEPS)
      for (const { name, fields } of runs) expect(() => parseSpec(tomlOf(fields), name)).not.toThrow();
  });

  it('tells order from none', () => {
    expect(order(1 / 36, 0.3)).toBe('opposite');
    expect(order(0.3, 1 / 36)).toBe('parallel');
    expect(order(1 / 36, 1 / 36 + 0.002)).toBe('anywhere');
  });

  it('says that the acceptance changes only where errors allow it', () => {
    expect(changeWithBlocks([accepted(0.65, 0.01), accepted(0.76, 0.01)]).option).toBe('rises');
    expect(changeWithBlocks([accepted(0.65, 0.01), accepted(0.68, 0.01)]).option).toBe('same');
    expect(changeWithBlocks([accepted(0.76, 0.01), accepted(0.65, 0.01)]).option).toBe('falls');
  });

  it('calls an average wrong where it is outside its error bars', () => {
    expect(biasOf([staggered(0.28, 0.006), staggered(0.29, 0.002)]).option).toBe('wider');
    expect(biasOf([staggered(0.289, 0.002), staggered(0.29, 0.002)]).option).toBe('same');
    expect(biasOf([staggered(0.2, 0.006), staggered(0.29, 0.002)]).option).toBe('wrong');
  });

  it('counts independent samples a second, and what learning costs in them', () => {
    const at = (perSecond: number, tau: number, learningSeconds = 0) =>
      chain({
        perSecond,
        learningSeconds,
        estimates: { staggeredMagnetization2: { mean: 0.3, error: 0.01, tau, tauError: tau / 10 } },
      });
    expect(effectivePerSecond(at(100, 2), 'staggeredMagnetization2')).toEqual({ mean: 25, error: 2.5 });
    expect(effectivePerSecond(chain({}), 'staggeredMagnetization2')).toBeUndefined();
    const { option, numbers } = gainOf([at(100, 1), at(10, 1), at(1000, 2, 0.5)]);
    expect(option).toBe('some');
    expect(numbers).toContain('5.0(7) times');
    expect(numbers).toContain('gives 25 independent samples');
    expect(gainOf([at(10, 1), at(100, 1), at(60, 1)]).option).toBe('fewer');
    expect(gainOf([at(10, 1), at(100, 1), at(150, 1)]).option).toBe('same');
    expect(gainOf([at(10, 1), at(100, 1), at(2000, 1)]).option).toBe('most');
  });
});

const frame = (samples: number) =>
  ({ samples, wanted: 1100, warmUp: 100, rate: 0, spins: new Float32Array(), checksum: '', moments: 0 }) as const;
const view = (part: Partial<View>): View => ({ ...NOTHING_YET, ...part });

describe('the pacing of a chain', () => {
  it('begins after the warm-up and ends before the last sample', () => {
    const pacing = createPacing();
    pacing(view({ stage: 'learning' }), 10);
    pacing(view({ stage: 'learning' }), 11);
    pacing(view({ stage: 'sampling' }), 13);
    pacing(view({ stage: 'sampling', frame: frame(50) }), 14);
    pacing(view({ stage: 'sampling', frame: frame(200) }), 15);
    pacing(view({ stage: 'sampling', frame: frame(800) }), 17);
    expect(pacing(view({ stage: 'done', frame: frame(1100) }), 99)).toEqual({ perSecond: 300, learningSeconds: 3 });
  });

  it('is not known of a chain that was seen once', () => {
    const pacing = createPacing();
    expect(pacing(view({ stage: 'sampling', frame: frame(200) }), 1).perSecond).toBeUndefined();
  });

  it('is over when the summary has every sample', () => {
    const summary = (index: number) => ({
      estimates: {},
      structureFactors: {},
      autocorrelations: {},
      series: [
        {
          name: 'x',
          index: Float64Array.of(index),
          stretch: new Float64Array(1),
          running: new Float64Array(1),
          error: new Float64Array(1),
        },
      ],
    });
    expect(isComplete(view({ stage: 'done', frame: frame(1100), summary: summary(1000) }))).toBe(true);
    expect(isComplete(view({ stage: 'done', frame: frame(1100), summary: summary(900) }))).toBe(false);
    expect(isComplete(view({ stage: 'sampling', frame: frame(1000), summary: summary(1000) }))).toBe(false);
  });
});
