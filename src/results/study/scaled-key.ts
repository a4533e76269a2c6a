/** The key along which a study is scaled, as a user names it. */
import { InputError } from '../../errors.ts';
import { nearest } from '../../words/nearest.ts';
import { SIZE } from './value-text.ts';

/** The swept key that is named in full or by its last part, `temperature`. Throws InputError where there is none, and where no sizes are swept. */
export function scaledKey(keys: readonly string[], name: string): string {
  if (typeof name !== 'string')
    throw new InputError(`scaling: expected the name of a swept key, found ${JSON.stringify(name)}`);
  const others = keys.filter((key) => key !== SIZE);
  if (others.length === keys.length)
    throw new InputError(`scaling: expected a study that sweeps ${SIZE}, found one that sweeps ${keys.join(', ')}`);
  if (others.length === 0)
    throw new InputError(
      `scaling: expected a study that sweeps ${SIZE} and ${name}, found one that sweeps ${SIZE} alone`,
    );
  const lastOf = (key: string) => key.slice(key.lastIndexOf('.') + 1);
  const found = others.find((key) => key === name || lastOf(key) === name);
  if (found !== undefined) return found;
  const meant = nearest(name, others.map(lastOf));
  const hint = meant ? `\n  did you mean ${meant}?` : '';
  throw new InputError(`scaling: expected one of the swept keys ${others.join(', ')}, found ${name}${hint}`);
}
