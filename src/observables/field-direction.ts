/** Where a field points. */
import type { ModelParameters } from '../exact/model.ts';

/** The unit vector along the field; undefined without one. */
export function fieldDirection([x, y, z]: ModelParameters['field']): readonly [number, number, number] | undefined {
  const size = Math.sqrt(x * x + y * y + z * z);
  return size === 0 ? undefined : [x / size, y / size, z / size];
}
