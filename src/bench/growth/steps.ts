/** A step of a chain, bare and with everything measured on it. */
import { createSampler } from '../../chain/sampler-of.ts';
import { createProgram } from '../../chain/spec-chain.ts';
import { modelCard } from '../../effective/weights/card.ts';
import { modelWeights } from '../../effective/weights/model-files.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { defaultPlan, innerChain } from '../../sampling/inner/inner-chain.ts';
import type { Setting } from './setting.ts';

/** Advances the inner chain of the linear model that is usually best. */
export function innerStep({ spec, linear, spins }: Setting): () => void {
  const kernel = innerChain({ effective: linear }, spec.model.temperature, defaultPlan({ effective: linear }));
  const [at, random] = [spins.slice(), philoxStream(1, 1)];
  return () => void kernel.advance(at, random);
}

/** The same and the exact weight. */
export function bareStep({ spec, exact, linear, spins }: Setting): () => void {
  const models = { effective: linear };
  const sampler = createSampler(spec, exact, { proposals: { models, plan: defaultPlan(models) } });
  const [state, random] = [sampler.start(spins), philoxStream(1, 1)];
  return () => void sampler.step(state, random);
}

/** The same and all observables, by the chain of a run. */
export function measuredStep({ spec, linear }: Setting): () => void {
  const card = modelCard(linear, { proposals: { plan: defaultPlan({ effective: linear }) } });
  const chain = createProgram({ spec, learned: { effective: { card, weights: modelWeights(linear) } } }).start(1, 1);
  return () => void chain.advance();
}
