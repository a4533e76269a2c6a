/** A warm-up that begins with another sampler, since learned models may be wrong about where chains start. */
import type { Sampler, SamplerSettings } from '../interfaces/sampler.ts';

/** Prefix of the settings of the first sampler among those of both. */
const PREFIX = 'relaxation.';
const LEFT = `${PREFIX}left`;

/**
 * The first `steps` steps of the warm-up by `first`, all others by `then`.
 *
 * A chain that starts where W/W_eff is larger than anywhere it can go, in the Néel state for example, would reject forever. Trajectories of the exact weight take
 * it to where the model has learned. Steps are counted by `adapt`, so that the change happens in the warm-up and at the same step after an interruption.
 */
export function relaxedSampler(first: Sampler, then: Sampler, steps: number): Sampler {
  let left = steps;
  const current = () => (left > 0 ? first : then);
  return {
    name: then.name,
    start: first.start,
    step: (state, random) => current().step(state, random),
    get logDensity() {
      return current().logDensity;
    },
    adapt() {
      current().adapt?.();
      left = Math.max(0, left - 1);
    },
    settings: () => ({ ...then.settings(), [LEFT]: left, ...prefixed(first.settings()) }),
    restore(settings) {
      left = settings[LEFT];
      const entries = Object.entries(settings);
      const isFirst = ([key]: [string, number]) => key.startsWith(PREFIX);
      then.restore(Object.fromEntries(entries.filter((entry) => !isFirst(entry))));
      first.restore(
        Object.fromEntries(entries.filter(isFirst).map(([key, value]) => [key.slice(PREFIX.length), value])),
      );
    },
  };
}

/** Whether a chain with these settings is still moved by the first sampler. */
export const isRelaxing = (settings: SamplerSettings): boolean => (settings[LEFT] ?? 0) > 0;

const prefixed = (settings: SamplerSettings): SamplerSettings =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [`${PREFIX}${key}`, value]));
