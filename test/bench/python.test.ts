import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startPython } from '../../src/bench/python.ts';

const withPython = it.runIf(existsSync('/usr/bin/python3'));

const PROGRAM = `
import json
version = "1"
def answer(question):
    return {"milliseconds": 1 / question["number"], "double": 2 * question["number"]}
`;

withPython('asks and answers in order', async () => {
  const python = await startPython(PROGRAM, { number: 1 });
  expect(python?.version).toBe('1');
  const answers = await Promise.all([3, 4].map(async (number) => (await python?.ask({ number }))?.double));
  expect(answers).toEqual([6, 8]);
  python?.close();
});

withPython('throws what a program that fails has said', async () => {
  const python = await startPython(PROGRAM, { number: 1 });
  await expect(python?.ask({ number: 0 })).rejects.toThrow('ZeroDivisionError');
});

withPython('has no rival where a package is missing', async () => {
  expect(await startPython(`import no_such_package\n${PROGRAM}`, { number: 1 })).toBeUndefined();
});
