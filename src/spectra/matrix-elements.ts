/** Matrix elements ⟨m|O|n⟩ of operators between all levels, by either engine, bit-identical. */
import type { Engine } from '../wasm/engine.ts';
import { createWorkspace } from '../wasm/workspace.ts';

/** Room for vectors and their products. Arrays are pairs (real, imaginary); element (m, n) is pair number m·size + n. */
export interface MatrixElements {
  /** Vectors one after the other. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly out: Float64Array;
  /** out_mn = Σ_a left_m,a* right_n,a. */
  multiply(): void;
}

/** `size`: number of vectors and of their components, even. */
export function matrixElements(size: number, engine: Engine): MatrixElements {
  const length = 2 * size * size;
  if (engine === 'wasm') {
    const { kernels, views } = createWorkspace({ left: length, right: length, out: length });
    const { left, right, out } = views;
    const multiply = () => kernels.matrixElements(left.byteOffset, right.byteOffset, size, out.byteOffset);
    return { left, right, out, multiply };
  }
  const [left, right, out] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  return { left, right, out, multiply: () => multiplyAll(left, right, out, 2 * size) };
}

/** Twin of kernels/spectrum/elements.ts, with sums in the same order. */
function multiplyAll(left: Float64Array, right: Float64Array, out: Float64Array, stride: number): void {
  let element = 0;
  for (let x = 0; x < left.length; x += stride)
    for (let y = 0; y < right.length; y += stride, element += 2) writeElement(left, x, right, y, stride, out, element);
}

function writeElement(
  left: Float64Array,
  x: number,
  right: Float64Array,
  y: number,
  stride: number,
  out: Float64Array,
  element: number,
): void {
  let direct0 = 0;
  let direct1 = 0;
  let crossed0 = 0;
  let crossed1 = 0;
  for (let a = 0; a < stride; a += 2) {
    direct0 += left[x + a] * right[y + a];
    direct1 += left[x + a + 1] * right[y + a + 1];
    crossed0 += left[x + a] * right[y + a + 1];
    crossed1 += left[x + a + 1] * right[y + a];
  }
  out[element] = direct0 + direct1;
  out[element + 1] = crossed0 - crossed1;
}
