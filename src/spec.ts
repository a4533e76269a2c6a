/**
 * Specs: the same description of a model as a TOML text or as an object, checked, with every default filled in; and the chains of a spec, sample by sample.
 *
 * A second entry, `spinformer/spec`, so that programs which need the engine alone do not load parser and schema. Free of Node built-ins.
 *
 * @module spinformer/spec
 */

export type { Checkpoint, Numbers } from './chain/checkpoint.ts';
export type { SampledWeight } from './chain/filling/budget.ts';
export type { Filling, FillingStage } from './chain/filling/filling.ts';
export { type ForeseenStep, foresee } from './chain/foreseen.ts';
export type { Job as PreparedSpec } from './chain/job.ts';
export type { LearnedModel, LearnedModels } from './chain/learning/models.ts';
export type { PrepareOptions } from './chain/prepare-spec.ts';
export { prepareSpec } from './chain/prepare-spec.ts';
export { type SampleOptions, type SpecSample, type StoredSample, sampleSpec } from './chain/sample-spec.ts';
export type { SpecCheckpoint } from './chain/spec-checkpoint.ts';
export type { LearnedFlow } from './flow/flow-files.ts';
export type { CompleteLatticeSpec } from './lattice/lattice.ts';
export { latticeOf } from './spec/lattice-of.ts';
export { modelParameters } from './spec/model-parameters.ts';
export type { Place } from './spec/place.ts';
export type { SectionInput, SectionName, SectionValues } from './spec/sections.ts';
export type { Tempering } from './spec/shape.ts';
export { parseSpec, resolveSpec, type Spec, type SpecInput } from './spec/spec.ts';
export { SpecError, type SpecProblem } from './spec/spec-error.ts';
export type { Study, StudyPoint, SweptValue } from './spec/study.ts';
export type { Accept } from './spec/sweep/accepted.ts';
export { parseStudy, resolveStudy, selectPoints } from './spec/sweep/parse-study.ts';
export type { PointInput, RangeInput, StudyInput, SweepInput, SweptSection } from './spec/sweep/study-input.ts';
export type { LatticeText, ReadLattice } from './spec/writing.ts';
