/** Where the keys that are not an axis stand, for captions and names of files. */

import { keyName, valueText } from '../../results/study/value-text.ts';
import type { SweptValue } from '../../spec/study.ts';
import { symbolOf } from './study-curves.ts';

interface Placed {
  /** The values of the other keys; none where left out. */
  readonly at?: Readonly<Record<string, SweptValue>>;
}

const entriesOf = ({ at = {} }: Placed, keys: readonly string[]) =>
  Object.entries(at).filter(([key]) => keys.includes(key));

/** `J = 2, μ = 0.` of those keys that are swept; nothing without any. */
export function wordsAt(placed: Placed, keys: readonly string[]): string {
  const words = entriesOf(placed, keys).map(([key, value]) => `${symbolOf(key, keys)} = ${valueText(key, value)}`);
  return words.length > 0 ? `${words.join(', ')}.` : '';
}

/** `-coupling=2`, for names of files. */
export const suffixOf = (placed: Placed, keys: readonly string[]): string =>
  entriesOf(placed, keys)
    .map(([key, value]) => `-${keyName(key, keys)}=${[value].flat().join('x')}`)
    .join('');
