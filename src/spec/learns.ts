/** Whether a spec learns a model, and whether that is known beforehand. */
import { methodNamed } from '../sampling/samplers/methods.ts';
import type { Spec } from './shape.ts';

/** Whether the method of a spec proposes by a learned model. */
export const needsModel = ({ sampling }: Pick<Spec, 'sampling'>): boolean => methodNamed(sampling.method).learns;

/** Model and sampler are still to be chosen. */
export const isAuto = ({ effective }: Pick<Spec, 'effective'>): boolean => effective.kind === 'auto';

/** Whether the training of one spec can begin with the model of another: what a choice comes to is known afterwards. */
export const isCarried = (spec: Pick<Spec, 'sampling' | 'effective'>): boolean => needsModel(spec) && !isAuto(spec);
