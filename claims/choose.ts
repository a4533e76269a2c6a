/** The targets that a user names. */
import { InputError } from '../src/errors.ts';
import { table } from '../src/report/table.ts';
import { nearest } from '../src/words/nearest.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';

const ALL = 'all';

/** The targets of a name, or of `all`; an unknown name is an InputError. */
export function chosenTargets(name: string | undefined): readonly Target[] {
  if (name === ALL) return targets;
  const names = [...targets.map((target) => target.name), ALL];
  const target = targets.find((one) => one.name === name);
  if (target) return [target];
  const found = name === undefined ? 'none' : JSON.stringify(name);
  const suggestion = name === undefined ? undefined : nearest(name, names);
  const hint = suggestion ? `\n  did you mean ${suggestion}?` : '';
  throw new InputError(`expected a claim, one of ${names.join(', ')}, found ${found}${hint}`);
}

export const listText = (): string => `${table(targets.map(({ name, title }) => [`${name}  ${title}`]))}\n`;
