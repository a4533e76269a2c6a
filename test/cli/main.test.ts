import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root, spinformer } from './command.ts';

describe('spinformer', () => {
  it('explains itself', () => {
    const { status, stdout } = spinformer(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Exit codes: 0 done, 1 failed, 2 the input is wrong, 130 interrupted.');
  });

  it('documents every key of a spec', () => {
    const { stdout } = spinformer(['check', '--help']);
    expect(stdout).toContain('coupling = 1\n');
    expect(stdout).toContain('size = …  (required)\n');
  });

  it.each([
    [['evalute'], "error: unknown command 'evalute'\n(Did you mean evaluate?)\n"],
    [['evaluate'], "error: missing required argument 'spec'\n"],
    [['evaluate', 'examples/evaluate-6x6.toml'], 'expected --spins FILE or --named NAME, found neither\n'],
    [
      ['evaluate', 'examples/evaluate-6x6.toml', '--named', 'neel', '--seed', '1'],
      'expected --seed together with --named random only\n',
    ],
    [
      ['evaluate', 'missing.toml', '--named', 'neel'],
      'missing.toml: expected a spec to read, but there is no such file\n',
    ],
    [['check', 'examples'], 'examples: expected a spec to read, but this is a directory\n'],
    [
      ['check', 'examples/evaluate-6x6.toml', '--set', 'model.temprature=1'],
      '--set model.temprature=1: model.temprature: expected one of the keys hopping, flux, coupling, chemical_potential, filling, temperature, exchange, field, axis, exchange_axial, single_ion, biquadratic, dzyaloshinskii_moriya, dm_direction, tolerance, found the unknown key temprature\n  did you mean temperature?\n',
    ],
    [
      ['evaluate', 'examples/triangular.toml', '--named', 'random', '--route', 'quaternion'],
      'route "quaternion" needs real hopping between two sublattices only; leave the route out, or choose "complex"\n',
    ],
  ])('%j ends with exit code 2 and one message', (args, message) => {
    expect(spinformer(args)).toEqual({ status: 2, stdout: '', stderr: message });
  });

  it('prints a stack trace only for those who ask', () => {
    const failing = `import { exitCodeOf } from './src/cli/failure.ts'; process.exitCode = exitCodeOf(new Error('broken'));`;
    const run = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', failing], { cwd: root, env, encoding: 'utf8' });
    const quiet = run({});
    expect([quiet.status, quiet.stderr]).toEqual([
      1,
      'broken\nThis is a fault of spinformer; SPINFORMER_DEBUG=1 shows where.\n',
    ]);
    expect(run({ SPINFORMER_DEBUG: '1' }).stderr).toMatch(/^Error: broken\n {4}at /);
  });

  it('ends without an error when its reader stops early', () => {
    const many = 'node src/cli/main.ts evaluate examples/evaluate-6x6.toml --named random --forces --spectrum';
    const script = `(${many.replace('node', '"$NODE"')}; echo "exit $?" >&2) | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], {
      cwd: root,
      env: { NODE: process.execPath, PATH: process.env.PATH },
      encoding: 'utf8',
    });
    expect(stdout).toBe('square lattice 6 × 6, periodic, 36 sites\n');
    expect(stderr).toBe('exit 0\n');
  });
});
