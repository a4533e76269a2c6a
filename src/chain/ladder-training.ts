/** How a ladder learns: from its highest temperature down, each training begins with the model of the temperature above. */
import type { Spec } from '../spec/spec.ts';
import type { Job } from './job.ts';
import { type CarriedModel, isCarried } from './learning/models.ts';

/** The model that the training of the next lower temperature begins with. `spec`: of the ladder; `job`: of one temperature, which is trained. */
export function carriedDown(spec: Spec, { spec: { model }, learned }: Job): CarriedModel | undefined {
  return learned && isCarried(spec) ? { point: `T=${model.temperature}`, model: learned.effective } : undefined;
}
