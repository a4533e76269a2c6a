import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../cli/command.ts';

/** Node as versions are that warn of SQLite when it is loaded. */
const WARNING_NODE = `
  const { getBuiltinModule } = process;
  process.getBuiltinModule = (name) => {
    process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
    process.emitWarning('another feature', 'ExperimentalWarning');
    return getBuiltinModule(name);
  };`;

it('opens SQLite without the warning that it is experimental, and swallows no other', () => {
  const script = `${WARNING_NODE}
    await import('./src/store/store.ts');
    process.emitWarning('a third feature', 'ExperimentalWarning');`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr.match(/ExperimentalWarning: .*/g)).toEqual([
    'ExperimentalWarning: another feature',
    'ExperimentalWarning: a third feature',
  ]);
});
