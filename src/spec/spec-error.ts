/** All that is wrong with a spec, said at once. */
import { InputError } from '../errors.ts';
import { excerpt, type Place, placeName } from './place.ts';

/** One thing that is wrong with a spec. */
export interface SpecProblem {
  /** The key as the user spells it: `model.chemical_potential`; "" where the text is not TOML. */
  readonly key: string;
  /** What was expected, in words. */
  readonly expected: string;
  /** What was found, as it was written. */
  readonly found: string;
  /** What the user may have meant. */
  readonly suggestion?: string | undefined;
  /** A sentence where there is nothing to suggest. */
  readonly note?: string | undefined;
  /** Where it was written. */
  readonly place: Place;
}

/** The spec cannot be used; `problems` in the order of the file. */
export class SpecError extends InputError {
  override readonly name = 'SpecError';
  readonly problems: readonly SpecProblem[];

  constructor(problems: readonly SpecProblem[]) {
    const ordered = problems.toSorted((a, b) => position(a) - position(b));
    super(ordered.map(describe).join('\n'));
    this.problems = ordered;
  }
}

const position = ({ place: { span } }: SpecProblem): number => (span ? span.line + span.column * 1e-6 : Infinity);

function describe({ key, expected, found, suggestion, note, place }: SpecProblem): string {
  const where = [placeName(place), key].filter(Boolean).map((part) => `${part}: `);
  const lines = [`${where.join('')}expected ${expected}, found ${found}`, ...excerpt(place)];
  if (suggestion) lines.push(`  did you mean ${suggestion}?`);
  if (note) lines.push(`  ${note}`);
  return lines.join('\n');
}
