/**
 * The rival: LAPACK's Hermitian eigen-solver (zheevd) through Debian's NumPy and OpenBLAS on one thread, in a process of its own that is asked
 * between our own measurements. Matrices go in stacks, so that one call of the interpreter solves many and its overhead does not flatter us.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Debian's own interpreter: others rarely have NumPy built on OpenBLAS. */
const PYTHON = '/usr/bin/python3';
/** Kernels worth trying besides the one that OpenBLAS picks; the fastest is kept, as its user would. */
const CORE_TYPES = [undefined, 'Haswell', 'SkylakeX', 'Zen'];

const PROGRAM = `
import json, sys, time
import numpy as np
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
def answer(r):
    global stack
    if r["task"] == "matrix":
        h = build(r)
        stack = np.stack([h] * max(1, int(2e6 / len(h) ** 3)))
        return {"levels": np.linalg.eigvalsh(h).tolist()}
    solve = np.linalg.eigvalsh if r["task"] == "eigenvalues" else np.linalg.eigh
    start = time.perf_counter()
    solve(stack)
    return {"milliseconds": 1e3 * (time.perf_counter() - start) / len(stack)}
print(json.dumps({"ready": np.__version__}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
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

/** Undefined where Debian's python3-numpy is missing. */
export async function startLapack(sample: LapackMatrix): Promise<Lapack | undefined> {
  const types = process.env.OPENBLAS_CORETYPE ? [undefined] : CORE_TYPES;
  const started = await Promise.all(types.map((type) => start(type)));
  const rivals = started.filter((rival) => rival !== undefined);
  const timed: { rival: Lapack; milliseconds: number }[] = [];
  for (const rival of rivals) {
    await rival.load(sample);
    const samples = [await rival.time('eigenvalues'), await rival.time('eigenvalues'), await rival.time('eigenvalues')];
    timed.push({ rival, milliseconds: Math.min(...samples) });
  }
  timed.sort((a, b) => a.milliseconds - b.milliseconds);
  for (const { rival } of timed.slice(1)) rival.close();
  return timed[0]?.rival;
}

async function start(coreType: string | undefined): Promise<Lapack | undefined> {
  const environment = {
    ...process.env,
    OPENBLAS_NUM_THREADS: '1',
    ...(coreType ? { OPENBLAS_CORETYPE: coreType } : {}),
  };
  const child = spawn(PYTHON, ['-c', PROGRAM], { env: environment });
  child.on('error', () => {});
  const ask = conversation(child);
  const { ready } = await ask();
  if (!ready) return undefined;
  return {
    description: `NumPy ${ready} on OpenBLAS, one thread, ${coreType ? `${coreType} kernels` : 'kernels as detected'}`,
    load: async (matrix) => (await ask({ task: 'matrix', ...matrix })).levels as number[],
    time: async (task) => (await ask({ task })).milliseconds as number,
    close: () => child.kill(),
  };
}

/** Sends a question, if any, and waits for the next line of the answer; nothing when the process has ended. */
function conversation(child: ChildProcessWithoutNullStreams) {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (question?: object): Promise<Record<string, unknown>> => {
    if (question) child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    return done ? {} : JSON.parse(value);
  };
}
