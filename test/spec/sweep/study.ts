/** Studies from lines of TOML. */
import { SpecError } from '../../../src/spec/spec-error.ts';
import type { Study } from '../../../src/spec/study.ts';
import { parseStudy } from '../../../src/spec/sweep/parse-study.ts';

export function study(...lines: string[]): Study {
  const found = parseStudy(lines.join('\n'), 'study.toml');
  if (!found) throw new Error('there is no sweep in it');
  return found;
}

export const namesOf = (...lines: string[]): string[] => study(...lines).points.map(({ name }) => name);

/** The message that a user reads of what is wrong. */
export function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SpecError) return `\n${error.message}\n`;
    throw error;
  }
  return 'no error';
}

export const complaint = (...lines: string[]): string => messageOf(() => study(...lines));
