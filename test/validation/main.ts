/**
 * `npm run validate`: exactness more strictly than a test has time for, at errors of 1 ‰ (4 ‰ with the bad model) and over many seeds;
 * and runs that are killed fifty times.
 *
 * Every quantity is tested twice: the mean over all seeds against the known one, and the spread of the seeds against their error bars. It fails
 * when any of these tests has a probability below 10⁻³ divided by their number. Exit codes: 0 passed, 1 failed, 2 the options are wrong.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Program, thisProgram } from '../../claims/workshop/program.ts';
import { writeFile } from '../../src/store/files.ts';
import { surviveKills } from './kills.ts';
import { HELP, hasKills, isFull, KILLS, type Options, optionsFrom } from './options.ts';
import { validationPage } from './page.ts';
import { openState, type State } from './state.ts';
import { caseText, killsText, verdictText } from './text.ts';
import { type Validation, validate } from './validate.ts';

/** Sources of the samplers and systems, of what is known of them, and of the comparison. */
const TESTS = ['test/sampling', 'test/validation', 'test/fixtures', 'test/runner'];

async function passed(options: Options): Promise<boolean> {
  const program = thisProgram(TESTS);
  const file = stateFile(program);
  if (options.fresh) rmSync(file, { force: true });
  const state = openState(file);
  const validation = options.only === KILLS ? undefined : await validateAndPrint(options, state);
  const killed = hasKills(options) ? surviveKills(state) : [];
  for (const one of killed) console.log(killsText(one));
  if (validation && isFull(options)) writePage(validationPage(validation, killed, program));
  return (validation?.failed ?? []).length === 0 && killed.every(({ survived }) => survived);
}

async function validateAndPrint(options: Options, state: State): Promise<Validation> {
  const validation = await validate(options, state, options.workers, (compared) => console.log(caseText(compared)));
  console.log(verdictText(validation));
  return validation;
}

function writePage(text: string): void {
  const file = inCheckout('docs/validation.md');
  writeFile(file, text);
  console.log(`written: ${file}`);
}

/** Results of another version, of other sources or of another Node are in separate files. */
const stateFile = ({ version, sources }: Program): string =>
  inCheckout(`build/validation/${version}-${sources}-node-${process.versions.node}.jsonl`);

function inCheckout(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The options; undefined where help is asked for, or where they are wrong. */
function options(): Options | undefined {
  try {
    const wanted = optionsFrom(process.argv.slice(2));
    if (!wanted) console.log(HELP);
    return wanted;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exitCode = 2;
    return undefined;
  }
}

const wanted = options();
if (wanted) process.exitCode = Number(!(await passed(wanted)));
