/** Names of papers and other programs lead to the key that is meant, or to the sentence that there is none. */
import { describe, expect, it } from 'vitest';
import { OTHER_SECTIONS, otherName } from '../../src/spec/other-names.ts';
import { parametersOf, sectionNames } from '../../src/spec/sections.ts';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { SpecError, type SpecProblem } from '../../src/spec/spec-error.ts';
import { SWEEP } from '../../src/spec/writing.ts';

function problemsOf(work: () => unknown): readonly SpecProblem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
  return [];
}

const hint = (text: string, overrides: string[] = []) => {
  const [{ suggestion, note }] = problemsOf(() => parseSpec(text, 'spec.toml', overrides));
  return suggestion ?? note;
};
const inModel = (line: string) => hint(`lattice.size = [4, 4]\n[model]\n${line}`);

describe('in [model]', () => {
  it.each([
    ['T = 0.1', 'model.temperature'],
    ['beta = 20', 'model.temperature, which is 1/beta'],
    ['Beta = 20', 'model.temperature, which is 1/beta'],
    ['t = 1', 'model.hopping, a list by neighbour shell with H = −Σ t c†c'],
    ['J = 1', 'model.coupling, the J of (J/2) S·σ with |S| = 1; a J S·σ without the half is twice as much here'],
    ['J_AF = 0.1', 'model.exchange, a list by neighbour shell with E = Σ J S·S, positive for antiferromagnets'],
    ['mu = 1', 'model.chemical_potential'],
    ['n = 0.5', 'model.filling, electrons per site: 1 is half filling, 2 a full band; instead of chemical_potential'],
    ['nelec = 8', 'model.filling, the number of electrons divided by that of sites; instead of chemical_potential'],
    ['h = 1', 'model.field, a list of 3 numbers that acts on the spins alone'],
    ['L = 6', 'lattice.size = [6, 6]'],
    ['seed = 1', 'disorder.seed or sampling.seed'],
    ['method = "hmc"', 'training.method or sampling.method'],
    ['kind = "square"', 'lattice.kind or effective.kind'],
    ['nsamples = 1', 'sampling.samples'],
    ['temprature = 1', 'temperature'],
  ])('%s', (line, expected) => {
    expect(inModel(line)).toBe(expected);
  });

  it.each([
    ['U = 4', 'there is no key for it: electrons interact with the spins'],
    ['S = 1.5', 'there is no key for it: spins are classical unit vectors'],
    ['epochs = 3', 'there is no key for it: the training chooses it itself'],
    ['threads = 3', 'there is no key for it: it is the option --workers of run'],
  ])('%s: there is none', (line, expected) => {
    expect(inModel(line)).toContain(expected);
  });
});

it('works outside of sections, in other sections, in --set and in objects', () => {
  expect(hint('T = 0.1\n[lattice]\nsize = [4, 4]')).toBe('model.temperature');
  expect(hint('[lattice]\nsize = [4, 4]\n[sampling]\nT = 0.1')).toBe('model.temperature');
  expect(hint('[lattice]\nkind = "cubic"\nL = 4\nsize = [1, 1, 1]')).toBe('lattice.size = [4, 4, 4]');
  expect(hint('lattice.size = [4, 4]', ['model.mu=1'])).toBe('model.chemical_potential');
  expect(hint('[hamiltonian]\nJ = 1\n[lattice]\nsize = [4, 4]')).toBe('[model]');
  const [problem] = problemsOf(() => resolveSpec({ lattice: { size: [4, 4] }, model: { mu: 1 } as object }));
  expect(problem.suggestion).toBe('model.chemicalPotential');
});

it.each([
  ['size = 4', '[4, 4]'],
  ['kind = "cubic"\nsize = 4', '[4, 4, 4]'],
  ['kind = "chain"\nsize = 4', '[4]'],
  ['size = [4]', '[4, 4]'],
  ['size = "4x6"', '[4, 6]'],
  ['size = [4, 4]\nboundary = "open"', '["open", "open"]'],
  ['size = [4, 4]\nboundary = "opne"', '["open", "open"]'],
  ['size = [4, 4]\nboundary = ["open"]', '["open", "open"]'],
  ['size = [4, 4]\ntwist = 0.5', '[0.5, 0.5]'],
])('suggests what fits the lattice: %s', (lines, expected) => {
  expect(hint(`[lattice]\n${lines}`)).toBe(expected);
});

it("leads to keys that exist, and stands in no key's way", () => {
  const keys = sectionNames.flatMap((section) => parametersOf(section).map(([key]) => `${section}.${key}`));
  for (const name of [
    'T',
    't',
    'J',
    'J1',
    'mu',
    'h',
    'L',
    'bc',
    'flux',
    'type',
    'sweeps',
    'burnin',
    'optimizer',
    'depth',
    'cutoff',
  ]) {
    const meant = otherName(name);
    expect(typeof meant === 'object' && keys.includes(`${meant.section}.${meant.key}`), name).toBe(true);
  }
  for (const section of Object.values(OTHER_SECTIONS)) expect([...sectionNames, SWEEP]).toContain(section);
});
