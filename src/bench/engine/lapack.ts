/**
 * The rival: LAPACK's Hermitian eigen-solver (zheevd) through Debian's NumPy and OpenBLAS on one thread. Matrices go in stacks, so that one
 * call of the interpreter solves many and its overhead does not flatter us.
 */
import { startPython } from '../python.ts';

const PROGRAM = `
import json, time
import numpy as np
version = np.__version__
stack = None
def build(r):
    n, t = r["siteCount"], r["hopping"]
    h = np.zeros((2 * n, 2 * n), complex)
    for i, j, re, im in t:
        h[2 * i, 2 * j] += complex(re, im)
        h[2 * i + 1, 2 * j + 1] += complex(re, im)
    for i in range(n):
        x, y, z = (0.5 * r["coupling"] * c for c in r["spins"][3 * i : 3 * i + 3])
        h[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] += np.array([[z, x - 1j * y], [x + 1j * y, -z]])
    return h
def timed(solve):
    start = time.process_time()
    solve(stack)
    return 1e3 * (time.process_time() - start) / len(stack)
def answer(r):
    global stack
    if r["task"] == "matrix":
        h = build(r)
        stack = np.stack([h] * max(1, int(2e6 / len(h) ** 3)))
        return {"levels": np.linalg.eigvalsh(h).tolist(), "milliseconds": timed(np.linalg.eigvalsh)}
    return {"milliseconds": timed(np.linalg.eigvalsh if r["task"] == "eigenvalues" else np.linalg.eigh)}
`;

/** A spin configuration and hopping elements [i, j, Re T, Im T], both triangles. */
export interface LapackMatrix {
  readonly siteCount: number;
  readonly hopping: readonly (readonly [number, number, number, number])[];
  readonly coupling: number;
  readonly spins: readonly number[];
}

export interface Lapack {
  /** What is measured, in words. */
  readonly description: string;
  /** Sets the matrix to solve; returns its levels. */
  load(matrix: LapackMatrix): Promise<number[]>;
  /** Milliseconds of one solution, values only or with vectors. */
  time(task: 'eigenvalues' | 'eigenvectors'): Promise<number>;
  close(): void;
}

/** The rival; undefined where Debian's python3-numpy is missing. */
export async function startLapack(sample: LapackMatrix): Promise<Lapack | undefined> {
  const python = await startPython(PROGRAM, { task: 'matrix', ...sample });
  if (!python) return undefined;
  const { version, kernels, ask, close } = python;
  return {
    description: `NumPy ${version} on OpenBLAS, one thread, ${kernels}`,
    load: async (matrix) => (await ask({ task: 'matrix', ...matrix })).levels as number[],
    time: async (task) => (await ask({ task })).milliseconds as number,
    close,
  };
}
