/** Rivals in Python, in a separate process that answers questions between our own measurements. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { median } from './timing.ts';

/** Debian's own interpreter: others rarely have packages built on OpenBLAS. */
const PYTHON = '/usr/bin/python3';
/** Kernels of OpenBLAS worth trying besides those that it picks; the fastest are kept, as its user would. */
const CORE_TYPES = [undefined, 'Haswell', 'SkylakeX', 'Zen'];

/** Reads questions and writes answers, one JSON object a line. */
const CONVERSATION = `
import sys
print(json.dumps({"ready": version}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
`;

type Answer = Readonly<Record<string, unknown>>;

export interface Python {
  /** The version of the program. */
  readonly version: string;
  /** Which kernels of OpenBLAS it runs on, in words. */
  readonly kernels: string;
  /** Asks a question; throws when the process ends instead of answering. */
  ask(question: object): Promise<Answer>;
  close(): void;
}

/**
 * A program that defines `version` and `answer(question)` and has imported json, on one thread and on the kernels of OpenBLAS on which it answers
 * `sample` fastest: every answer to it must say its "milliseconds". Undefined where a package is missing.
 */
export async function startPython(program: string, sample: object): Promise<Python | undefined> {
  const types = process.env.OPENBLAS_CORETYPE ? [undefined] : CORE_TYPES;
  const timed: { python: Python; milliseconds: number }[] = [];
  for (const type of types) {
    const python = await start(program, type);
    // Kernels for another processor end the process.
    const milliseconds = await trial(python, sample).catch(() => undefined);
    if (python && milliseconds !== undefined) timed.push({ python, milliseconds });
  }
  timed.sort((a, b) => a.milliseconds - b.milliseconds);
  for (const { python } of timed.slice(1)) python.close();
  return timed[0]?.python;
}

async function trial(python: Python | undefined, sample: object): Promise<number | undefined> {
  if (!python) return undefined;
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) times.push((await python.ask(sample)).milliseconds as number);
  return median(times);
}

async function start(program: string, coreType: string | undefined): Promise<Python | undefined> {
  const environment = {
    ...process.env,
    OPENBLAS_NUM_THREADS: '1',
    OMP_NUM_THREADS: '1',
    ...(coreType ? { OPENBLAS_CORETYPE: coreType } : {}),
  };
  const child = spawn(PYTHON, ['-c', `${program}${CONVERSATION}`], { env: environment });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const ask = conversation(child);
  const version = await ask().then(
    ({ ready }) => ready as string,
    () => undefined,
  );
  if (version === undefined) return undefined;
  const kernels = coreType ? `${coreType} kernels` : 'kernels as detected';
  return { version, kernels, ask, close: () => child.kill() };
}

/** Sends a question, if any, and waits for the next line of the answer. */
function conversation(child: ChildProcessWithoutNullStreams) {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  return async (question?: object): Promise<Answer> => {
    if (question) child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`the rival in Python has ended\n${complaint}`);
    return JSON.parse(value);
  };
}
