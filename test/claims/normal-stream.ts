/** Normal numbers of mean 0. */
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';

export function normalStream(count: number, sigma: number, stream: number): Float64Array {
  const values = new Float64Array(count);
  fillNormal(philoxStream(1, stream), values);
  return values.map((value) => sigma * value);
}
