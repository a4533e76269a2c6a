/**
 * Writes docs/guide/output/ and docs/images/study-*.svg: what the commands of the tutorials print and draw, from running them, in a temporary folder:
 * `node scripts/tutorial-output.ts`, two minutes on two cores. `node scripts/tutorial-output.ts study` runs those of one tutorial.
 *
 * To be run again when commands print something else. Only times depend on the machine.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output } from './tutorial/printed.ts';
import { printStudy } from './tutorial/study.ts';
import { printTalk } from './tutorial/talk.ts';

const tutorials: Readonly<Record<string, (runs: string) => void>> = { talk: printTalk, study: printStudy };

function tutorialNamed(name: string): (runs: string) => void {
  const tutorial = tutorials[name];
  if (!tutorial) throw new Error(`expected one of ${Object.keys(tutorials).join(', ')}, found ${name}`);
  return tutorial;
}

const asked = process.argv.slice(2);
mkdirSync(output, { recursive: true });
const runs = mkdtempSync(join(tmpdir(), 'spinformer-tutorial-'));
try {
  for (const name of asked.length > 0 ? asked : Object.keys(tutorials)) tutorialNamed(name)(runs);
} finally {
  rmSync(runs, { recursive: true });
}
