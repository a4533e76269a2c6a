/** The way from writing to a spec: every value checked against its declaration, every default filled in. */
import { MODEL_DEFAULTS } from '../exact/defaults.ts';
import { infiniteLatticeOf } from '../lattice/kinds/infinite-lattice-of.ts';
import type { LatticeSpec } from '../lattice/lattice.ts';
import { completeSpec } from '../lattice/validate.ts';
import { annealingProblems } from './annealing.ts';
import {
  type CheckedFilling,
  type CheckedLattice,
  cancelledProblems,
  fillingProblems,
  latticeProblems,
} from './consistency.ts';
import { dimensionOf } from './dimension.ts';
import { type CheckedSections, flowProblems } from './flow.ts';
import { type CheckedFlux, fluxProblems } from './flux.ts';
import { withLatticeFile } from './lattice-file.ts';
import { methodOf } from './learns.ts';
import { INDEPENDENT_WARM_UP, type Parameter, parametersOf, sectionNames } from './sections.ts';
import type { Spec } from './shape.ts';
import { SpecError, type SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import { type CheckedTempering, temperingProblems, withLadder } from './tempering.ts';
import { unknownNames } from './unknown.ts';
import { find, type Given, type Writing } from './writing.ts';
import type { Entry } from './written.ts';

/** The spec that a writing means; throws SpecError with all that is wrong. */
export function resolve(written: Writing): Spec {
  if (written.sweep) throw new SpecError([isStudy(written.sweep)]);
  const problems = unknownNames(written);
  const ofFile: SpecProblem[] = [];
  const writing = withLatticeFile(written, ofFile);
  problems.push(...ofFile);
  const checked = Object.fromEntries(
    sectionNames.map((name) => [name, checkSection(name, parametersOf(name), writing, problems)]),
  );
  // What the file says has taken its place.
  const { file: _, ...lattice } = checked.lattice;
  // Without its file a lattice is not known.
  if (ofFile.length === 0) {
    problems.push(...latticeProblems(lattice as CheckedLattice, writing));
    problems.push(...fluxProblems(lattice as CheckedLattice, checked.model as CheckedFlux, writing));
  }
  if (problems.length === 0)
    problems.push(...cancelledProblems(lattice as unknown as LatticeSpec, checked.model, writing));
  problems.push(...fillingProblems(checked.model as CheckedFilling, writing));
  problems.push(...temperingProblems(checked.tempering as CheckedTempering, checked.sampling, writing));
  problems.push(...annealingProblems(checked.sampling, writing));
  problems.push(...flowProblems(checked as unknown as CheckedSections, writing));
  if (problems.length > 0) throw new SpecError(problems);
  const spec = withLadder({ ...checked, lattice } as unknown as Spec & { tempering: CheckedTempering });
  return {
    ...spec,
    lattice: completeSpec(spec.lattice, infiniteLatticeOf(spec.lattice)),
    model: withHopping(withChemicalPotential(spec.model), spec.lattice, writing),
    sampling: withWarmUp(spec, writing),
  };
}

/** μ of the default where nothing says which; none where it follows from a filling. */
function withChemicalPotential(model: Spec['model']): Spec['model'] {
  if (model.filling !== undefined) return model;
  return { ...model, chemicalPotential: model.chemicalPotential ?? MODEL_DEFAULTS.chemicalPotential };
}

/** Bonds that a lattice lists itself take the place of the default, not of hopping that is given. */
function withHopping(model: Spec['model'], { bonds }: Spec['lattice'], writing: Writing): Spec['model'] {
  return bonds && !find(writing, ['model', 'hopping']) ? { ...model, hopping: [] } : model;
}

/** Independent samples have no start to forget, and a few tune the step sizes. */
function withWarmUp(spec: Spec, writing: Writing): Spec['sampling'] {
  const { sampling } = spec;
  const isGiven = find(writing, ['sampling', spell('warmUp', writing.spelling)]) !== undefined;
  return isGiven || !methodOf(spec).independent ? sampling : { ...sampling, warmUp: INDEPENDENT_WARM_UP };
}

const isStudy = ({ name, place }: Entry): SpecProblem => ({
  key: name,
  expected: 'the spec of a single model',
  found: 'that of a study',
  note: 'leave [sweep] out, and give the values that it sweeps in their own sections',
  place,
});

/** The values of a section that are in order, under the library's names; what is not goes to `problems`. */
export function checkSection(
  section: string,
  parameters: readonly [string, Parameter][],
  writing: Writing,
  problems: SpecProblem[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of parameters) {
    const path = [section, spell(name, writing.spelling)];
    const given = find(writing, path);
    const result = parameter.schema.safeParse(given?.value);
    if (result.success) values[name] = result.data;
    else if (given)
      problems.push(...different(result.error.issues).map((issue) => wrongValue(given, parameter, issue, writing)));
    else problems.push(missing(path, parameter, writing));
  }
  return values;
}

interface Issue {
  readonly path: PropertyKey[];
  readonly message: string;
}

/** A number may be wrong in two ways that read alike. */
function different(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify([issue.path, issue.message]), issue])).values()];
}

function wrongValue(given: Given, parameter: Parameter, issue: Issue, writing: Writing): SpecProblem {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const { place, written } = given.at(steps);
  const value = steps.reduce<unknown>((whole, step) => (whole as Record<string, unknown>)[step], given.value);
  if (value === undefined)
    return { key: [...given.path, ...steps].join('.'), expected: issue.message, found: 'nothing', place };
  const suggestion = given.isComputed ? undefined : parameter.suggest?.(value, written, dimensionOf(writing));
  return { key: given.path.join('.'), expected: issue.message, found: written, suggestion, place };
}

function missing(path: readonly string[], { expected, description }: Parameter, writing: Writing): SpecProblem {
  const place = writing.tables.get(path[0]) ?? writing.place;
  return { key: path.join('.'), expected: `${expected} (${description})`, found: 'nothing', place };
}
