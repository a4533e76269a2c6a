/**
 * Specs: the same description of a model as a TOML text or as an object, checked, with every default filled in.
 *
 * A second entry, `spinformer/spec`, so that programs which need the engine alone do not load parser and schema. Free of Node built-ins.
 *
 * @module spinformer/spec
 */

export { modelParameters } from './spec/model-parameters.ts';
export { parseSpec, resolveSpec, type Spec, type SpecInput } from './spec/spec.ts';
export { SpecError, type SpecProblem } from './spec/spec-error.ts';
