/** Values that are wrong by themselves, whatever the others are. */
import { checkSection } from '../resolve.ts';
import { type Parameter, parametersOf, type SectionName, sectionNames } from '../sections.ts';
import type { SpecProblem } from '../spec-error.ts';
import { spell } from '../spelling.ts';
import type { Given, Writing } from '../writing.ts';
import { identity } from './faults.ts';

/** The problems of values that no declaration allows, each once; names that do not exist are left to others. */
export function wrongValues(values: readonly Given[], writing: Writing): SpecProblem[] {
  const problems: SpecProblem[] = [];
  for (const given of values)
    checkSection(
      given.path[0],
      declarations(given, writing),
      { ...writing, given: [...writing.given, given] },
      problems,
    );
  return [...new Map(problems.map((problem) => [identity(problem), problem])).values()];
}

/** That of the key, if it has one. */
function declarations({ path: [section, key] }: Given, { spelling }: Writing): [string, Parameter][] {
  const name = sectionNames.find((known): known is SectionName => known === section);
  return name ? parametersOf(name).filter(([known]) => spell(known, spelling) === key) : [];
}
