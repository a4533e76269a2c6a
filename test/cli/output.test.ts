/** Outputs that are closed early: computations still run to their end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const SPEC = join(FOLDER, 'spec.toml');
writeFileSync(
  SPEC,
  `lattice.size = [2, 2]
model.temperature = 0.2
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { method = "self-learning", chains = 2, samples = 300, warm_up = 20 }
`,
);
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** Runs `script` with the command as "$@" and the run directory as $RUN; returns what the command says of the run afterwards. */
function inShell(script: string, ...command: string[]): string {
  const run = mkdtempSync(join(FOLDER, 'run-'));
  const main = join(root, 'src/cli/main.ts');
  const env = { ...process.env, RUN: run };
  const all = [process.execPath, main, ...command].map((word) => word.replace('$RUN', run));
  spawnSync('bash', ['-c', script, 'bash', ...all], { env, stdio: 'ignore' });
  const status = spawnSync('bash', ['-c', `cat "$RUN.code"; "$1" "$2" status "$RUN"`, 'bash', ...all], {
    env,
    encoding: 'utf8',
  });
  return status.stdout;
}

const CLOSINGS: readonly [string, string][] = [
  ['stderr without a reader', '("$@" 2>&1 >/dev/null; echo $? >"$RUN.code") | true'],
  ['stdout without a reader', '("$@"; echo $? >"$RUN.code") | true'],
  ['both with a reader of one line', '("$@" 2>&1; echo $? >"$RUN.code") | head -1'],
  ['no stderr', '"$@" 2>&-; echo $? >"$RUN.code"'],
  ['no stdout', '"$@" >&-; echo $? >"$RUN.code"'],
  ['neither', '"$@" >&- 2>&-; echo $? >"$RUN.code"'],
];

it.each(CLOSINGS)('run: %s', (_, script) => {
  expect(inShell(script, 'run', SPEC, '--out', '$RUN')).toMatch(
    /^0\n(.*\n)*.*320 of 320 +finished.*\n.*320 of 320 +finished/,
  );
});

it.each(CLOSINGS.slice(0, 3))('train, then extend of a run: %s', (_, script) => {
  expect(inShell(script, 'train', SPEC, '--out', '$RUN')).toMatch(/^0\n(.*\n)*.*0 of 320 /);
  const extended = `"$1" "$2" run ${SPEC} --out "$RUN"; ${script}`;
  expect(inShell(extended, 'extend', '$RUN', '--samples', '500')).toMatch(/^0\n(.*\n)*.*520 of 520 +finished/);
});

it('events: a pipe whose reader leaves', () => {
  const script = 'mkfifo "$RUN.pipe"; (head -2 "$RUN.pipe") & "$@"; echo $? >"$RUN.code"';
  expect(inShell(script, 'run', SPEC, '--out', '$RUN', '--events', '$RUN.pipe')).toMatch(
    /^0\n(.*\n)*.*320 of 320 +finished/,
  );
});
