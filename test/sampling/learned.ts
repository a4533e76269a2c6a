/** Learned models of the small systems, with weights found once: `node test/sampling/learn.ts` makes them again. */
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { LinearModel } from '../../src/effective/linear.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import fixture from '../fixtures/learned-models.json' with { type: 'json' };
import type { System } from './systems.ts';

export type LearnedKind = 'linear' | 'rough' | 'transformer' | 'nodal';

/** Few shells by number of sites; on 4 × 4, those of the five with the largest couplings. */
const FEW_SHELLS: Readonly<Record<number, readonly number[]>> = { 2: [1], 4: [1, 2], 16: [1, 2, 5] };

/** The choice of a learned model. `rough`: fewer shells than there are where possible, to leave something to screen. */
export function choiceFor(kind: LearnedKind, { model }: System): EffectiveChoice {
  const few = FEW_SHELLS[model.parameters.lattice.siteCount];
  if (kind === 'linear' || kind === 'nodal') return { kind };
  return kind === 'rough' ? { kind: 'linear', shells: few } : { kind, blocks: 1, shells: few };
}

/** Whether there is a nodal model: two open sites have no momenta, hence none at the Fermi energy. */
export const hasNodalModel = ({ model }: System): boolean => model.parameters.lattice.siteCount > 2;

export function learnedModel(system: System, kind: LearnedKind): EffectiveModel {
  const model = createEffectiveModel(system.model.parameters, choiceFor(kind, system));
  const weights: Readonly<Record<string, Partial<Record<LearnedKind, readonly number[]>>>> = fixture.weights;
  model.parameters.set(weights[system.name][kind] ?? []);
  return model;
}

/** A model of kind linear or rough, with the fields that a heat bath needs. */
export const linearlyLearned = (system: System, kind: 'linear' | 'rough'): LinearModel =>
  learnedModel(system, kind) as LinearModel;
