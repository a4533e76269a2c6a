/** What the program prints and draws for the tutorials, from running it in the root of the checkout. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const output = join(root, 'docs/guide/output');

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

export function spinformer(...words: string[]): Printed {
  const { status, stdout, stderr } = spawnSync(join(root, 'spinformer'), words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`spinformer ${words.join(' ')}: ${stderr}`);
  return { stdout, stderr };
}

/** To docs/guide/output/NAME.txt. */
export function write(name: string, text: string): void {
  writeFileSync(join(output, `${name}.txt`), `${text.trimEnd()}\n`);
}

/** A figure to docs/images/NAME.svg. */
export function keepFigure(file: string, name: string): void {
  copyFileSync(file, join(root, 'docs/images', `${name}.svg`));
}

/** Lines of a text. */
export const lines = (text: string, wanted: RegExp): string =>
  text
    .split('\n')
    .filter((line) => wanted.test(line))
    .join('\n');

/** Paragraphs of a text. */
export const blocks = (text: string): string[] => text.trim().split('\n\n');
