/** A generation of a training: proposals of a model, their exact energies and forces, and a fit to them. */
import type { EffectiveModel } from '../../effective/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { decorrelatedProposals } from '../../sampling/inner/decorrelated-proposals.ts';
import { fitModel } from '../../training/fit/fit.ts';
import { asDataSet, extendExperience, NOTHING_SEEN } from '../../training/loop/experience.ts';
import { exactSample, runGeneration } from '../../training/loop/generation.ts';
import type { Setting } from './setting.ts';

/** Proposals of a generation. Trainings begin with ten, and have hundreds in the end. */
export const PROPOSALS = 20;

/** Trains the model from the same parameters in every call. */
export function generation({ exact, spins }: Setting, model: EffectiveModel): () => void {
  const { temperature } = exact.parameters;
  const chain = { start: exactSample(exact, spins), temperature, size: PROPOSALS };
  const parameters = model.parameters.slice();
  return () => {
    model.parameters.set(parameters);
    const proposals = runGeneration(exact, model, decorrelatedProposals(), chain, philoxStream(1, 2));
    const data = asDataSet(extendExperience(NOTHING_SEEN, proposals, temperature), temperature);
    fitModel(model, data, { temperature, start: 'near' });
  };
}
