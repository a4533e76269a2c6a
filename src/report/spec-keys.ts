/** Every key of a spec with its kind, default and meaning, from the one declaration there is. */
import { type Parameter, parametersOf, sectionNames } from '../spec/sections.ts';
import { spell } from '../spec/spelling.ts';
import { optionParameters } from '../spec/sweep/declarations.ts';
import { SWEEP } from '../spec/writing.ts';

/** The keys as a commented TOML file: a key's default, or words where there is none. */
export function specKeysText(): string {
  const sections = sectionNames.map((section) => [section, parametersOf(section)] as const);
  return [...sections, [SWEEP, optionParameters()] as const]
    .map(([section, parameters]) => [`[${section}]`, ...parameters.flatMap(lines)].join('\n'))
    .join('\n\n');
}

function lines([name, { description, expected, absent }]: [string, Parameter]): string[] {
  const value = 'value' in absent ? JSON.stringify(absent.value) : `…  (${absent.words})`;
  return [`${spell(name, 'snake_case')} = ${value}`, `    ${description}: ${expected}`];
}
