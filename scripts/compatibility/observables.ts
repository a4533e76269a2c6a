/** Which observables there are: by lattice. */
import type { ModelParameters } from '../../src/exact/model.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec } from '../../src/spec/spec.ts';
import { code, table } from '../markdown.ts';
import { alike } from './alike.ts';
import { LATTICES, type LatticeCase } from './lattices.ts';

/** A single site has no neighbours to correlate with. */
const CASES: readonly LatticeCase[] = [
  ...LATTICES,
  { name: 'chain 1, open', lattice: { kind: 'chain', size: [1], boundary: ['open'] } },
];

/** Observables that come and go together share a column. */
export function observablesByLattice(): string {
  const available = CASES.map(({ lattice }) => new Set(namesOf(modelParameters(resolveSpec({ lattice })))));
  const all = [...new Set(available.flatMap((names) => [...names]))];
  const groups = alike(all, (name) => available.map((names) => names.has(name)).join());
  const isEverywhere = ([first]: readonly string[]) => available.every((names) => names.has(first));
  const always = groups.filter(isEverywhere).flat();
  const others = groups.filter((group) => !isEverywhere(group));
  const head = ['lattice', ...others.map(([first]) => code(first))];
  const rows = CASES.map(({ name }, k) => [name, ...others.map(([first]) => (available[k].has(first) ? 'yes' : '–'))]);
  return [`Always: ${names(always)}.`, table(head, rows), ...others.filter(hasCompany).map(companyText)].join('\n\n');
}

/** Structure factors are one family, whatever wave vectors fit the lattice. */
function namesOf(parameters: ModelParameters): string[] {
  const { primary, derived } = observablesFor(parameters);
  return [...primary, ...derived].map(({ name }) => name.replace(/_\d.*$/, '_…'));
}

const names = (group: readonly string[]): string => group.map(code).join(', ');
const hasCompany = (group: readonly string[]): boolean => group.length > 1;
const companyText = ([first, ...rest]: readonly string[]): string => `With ${code(first)}: ${names(rest)}.`;
