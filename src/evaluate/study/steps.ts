/** A function that only grows, in steps, from few of its values. */

/** The values at 0 … length − 1. Between two places of the same value nothing is computed. */
export function steps(length: number, valueAt: (index: number) => number): number[] {
  const values = new Array<number>(length);
  const fill = (first: number, last: number): void => {
    if (values[first] === values[last]) {
      values.fill(values[first], first, last);
      return;
    }
    const middle = (first + last) >> 1;
    if (middle === first) return;
    values[middle] = valueAt(middle);
    fill(first, middle);
    fill(middle, last);
  };
  if (length === 0) return values;
  values[0] = valueAt(0);
  values[length - 1] = valueAt(length - 1);
  fill(0, length - 1);
  return values;
}
