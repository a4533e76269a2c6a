/** Keys of the library as keys of a spec. */
import { InputError } from '../errors.ts';
import { spell } from '../spec/spelling.ts';

/** The library names its own keys, `shells: …`; a spec has them in a section. */
export function withSection<T>(section: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const [, keys, rest] = error instanceof InputError ? (/^(\w+(?:, \w+)*)(: .*)$/s.exec(error.message) ?? []) : [];
    if (!keys) throw error;
    const names = keys.split(', ').map((key) => `${section}.${spell(key, 'snake_case')}`);
    throw new InputError(`${names.join(', ')}${rest}`, { cause: error });
  }
}
