/** Networks made of layers: fields of numbers with their adjoints, and what turns one into the other. */

/** Several fields of equal length, one number per site or per site and spin component. */
export interface Signal {
  readonly values: readonly Float64Array[];
  /** ∂E/∂ of each number; set to zero before the way back, on which every layer adds its share. */
  readonly adjoints: readonly Float64Array[];
}

export function newSignal(fieldCount: number, length: number): Signal {
  const fields = () => Array.from({ length: fieldCount }, () => new Float64Array(length));
  return { values: fields(), adjoints: fields() };
}

/** One step of a network, bound to its signals and weights. */
export interface Layer {
  readonly output: Signal;
  /** Fills the values of the output. */
  forward(): void;
  /** Adds to the adjoints of the inputs, and fills the gradient of its weights. */
  backward(): void;
}

/** Fields as they are, one after the other. */
export function join(signals: readonly Signal[]): Signal {
  return {
    values: signals.flatMap(({ values }) => values),
    adjoints: signals.flatMap(({ adjoints }) => adjoints),
  };
}

/** target += factor · field. */
export function addScaled(target: Float64Array, factor: number, field: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * field[i];
}

/** The scalar product, in two sums which do not wait for each other. */
export function dot(a: Float64Array, b: Float64Array): number {
  let even = 0;
  let odd = 0;
  for (let i = 1; i < a.length; i += 2) {
    even += a[i - 1] * b[i - 1];
    odd += a[i] * b[i];
  }
  return a.length % 2 === 0 ? even + odd : even + odd + a[a.length - 1] * b[a.length - 1];
}
