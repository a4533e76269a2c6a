/** The calculation in NumPy that docs/coming-from.md shows gives the numbers of `evaluate`, and both are those of the page. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { spinformer } from '../cli/command.ts';

const page = readFileSync(new URL('../../docs/coming-from.md', import.meta.url), 'utf8');
const [script] = /(?<=^```python\n)import json.*?(?=^```$)/ms.exec(page) ?? [''];

/** Debian's; other Pythons may have no NumPy. */
const PYTHON = '/usr/bin/python3';
const hasNumpy = spawnSync(PYTHON, ['-c', 'import numpy']).status === 0;

const numbersIn = (text: string): number[] =>
  ['log W', 'energy U'].map((name) => Number(new RegExp(`^${name} +(\\S+)`, 'm').exec(text)?.[1]));

it.skipIf(!hasNumpy)(`NumPy and evaluate agree${hasNumpy ? '' : ' (skipped: no NumPy here)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-numpy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  const [logWeight, energy] = numbersIn(stdout);

  const spins = join(folder, 'spins.json');
  const evaluated = spinformer(['evaluate', 'examples/evaluate-6x6.toml', '--spins', spins]).stdout;
  const [ourLogWeight, ourEnergy] = numbersIn(evaluated);
  expect(Math.abs(ourLogWeight - logWeight)).toBeLessThan(1e-9);
  expect(Math.abs(ourEnergy - energy)).toBeLessThan(2e-8);
  for (const line of evaluated.split('\n').filter((text) => /^(log W|free|energy|electrons)/.test(text)))
    expect(page).toContain(line);
  const [shownLogWeight, shownEnergy] = numbersIn(page.slice(page.indexOf('It prints')));
  expect(Math.abs(shownLogWeight - logWeight)).toBeLessThan(1e-9);
  expect(Math.abs(shownEnergy - energy)).toBeLessThan(1e-10);
});
