/** What a spec samples with: its method, what that learns, and whether it is known beforehand. */
import { type MethodThatLearns, methodNamed, type SamplingMethod } from '../sampling/samplers/methods.ts';
import type { Spec } from './shape.ts';

type Sampled = Pick<Spec, 'sampling' | 'flow'>;

/** What the z of a flow are; none: there is no flow. */
export type FlowBaseName = NonNullable<Spec['flow']['base']>;

/** Where the flow of a spec begins. */
export const flowBaseOf = ({ sampling, flow }: Sampled): FlowBaseName =>
  flow.base ?? (methodNamed(sampling.method).flows ? 'uniform' : 'none');

/** What a spec samples by, and what that says of its samples: everything that depends on the method of a spec is asked here. */
export function methodOf(spec: Sampled): SamplingMethod {
  const method = methodNamed(spec.sampling.method);
  if (!method.learns || flowBaseOf(spec) !== 'uniform') return method;
  if (!method.onUniformSpins) throw new Error(`${method.name} needs a learned model`);
  return method.onUniformSpins;
}

/** The same where a learned model is at hand: throws Error for a method that has no use for it. */
export function learningMethodOf(spec: Sampled): MethodThatLearns {
  const method = methodOf(spec);
  if (!method.learns) throw new Error(`${method.name} proposes without a learned model`);
  return method;
}

/** Whether the method of a spec proposes by a learned model. */
export const needsModel = (spec: Sampled): boolean => methodOf(spec).learns;

/** Whether a flow is part of how the method of a spec proposes. */
export const needsFlow = (spec: Sampled): boolean => flowBaseOf(spec) !== 'none';

/** Whether something is trained before the chains. */
export const needsTraining = (spec: Sampled): boolean => needsModel(spec) || needsFlow(spec);

/** Model and sampler are still to be chosen. */
export const isAuto = ({ effective }: Pick<Spec, 'effective'>): boolean => effective.kind === 'auto';

/** Whether the training of one spec can begin with the model of another: what a choice comes to is known afterwards. */
export const isCarried = (spec: Sampled & Pick<Spec, 'effective'>): boolean => needsModel(spec) && !isAuto(spec);
