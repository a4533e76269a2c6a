import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { declaredRange, nodeTrouble } from '../../src/cli/node-version.ts';
import { root } from './command.ts';

it.each(['18.20.4', '20.20.2', '22.12.0', '22.0.0'])('names what Node %s is too old for', (version) => {
  expect(nodeTrouble(version, '>=22.15')).toBe(`spinformer needs Node 22.15 or later, this is Node ${version}`);
});

it.each(['22.15.0', '22.15.1', '22.22.0', '23.0.0', '24.0.0', '100.1.0'])('accepts Node %s', (version) => {
  expect(nodeTrouble(version, '>=22.15')).toBeUndefined();
});

it('understands what package.json declares', () => {
  expect(declaredRange()).toMatch(/^>=\d+(\.\d+)*$/);
  expect(nodeTrouble(process.versions.node, declaredRange())).toBeUndefined();
});

it('ends the command in one line, before anything that an old Node does not know is loaded', () => {
  const script = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
    process.getBuiltinModule = undefined;
    await import('./src/cli/main.ts');`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^spinformer needs Node \S+ or later, this is Node 20\.20\.2\n$/);
});
