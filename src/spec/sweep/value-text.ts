/** Swept values as text, the same in every table. */
import type { SweptValue } from '../study.ts';

/** The key whose values are written as 6x6. */
export const SIZE = 'lattice.size';

/** Numbers and words as they are, sizes as 6x6 and (3,1)x(-1,3), other lists as JSON. */
export function valueText(key: string, value: SweptValue): string {
  if (!Array.isArray(value)) return String(value);
  return key === SIZE ? sizeText(value, 'x', ',') : JSON.stringify(value);
}

/** The numbers of cells along each direction, or the supercell vectors of a tilted cluster in brackets. */
export const sizeText = (size: readonly SweptValue[], by: string, comma: string): string =>
  size.map((one) => (Array.isArray(one) ? `(${one.join(comma)})` : String(one))).join(by);

/** A cell of a table: nothing where a point leaves the key out. */
export const cellOf = (key: string, value: SweptValue | undefined): string =>
  value === undefined ? '' : valueText(key, value);
