/** resolved.toml of a run is a spec: of the same run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startRun } from '../../../src/run/conductor/conductor.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import { temporaryFolder } from '../../store/example.ts';

const SPEC = `
[lattice]
size = [4, 6]
boundary = ["periodic", "open"]
twist = [0.1, 0.0]
[model]
hopping = [1.0, 0.25]
field = [0.0, 0.0, -1e-3]
[effective]
kind = ["nodal", "transformer"]
window = 2
[sampling]
method = "hmc"
seed = 9007199254740991
`;

it('starts the same run elsewhere', () => {
  const folder = temporaryFolder();
  const first = startRun(join(folder, 'first'), SPEC, parseSpec(SPEC, 'spec.toml'));
  const file = join(first.directory, 'resolved.toml');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^\[run\]\nversion = "/);
  const spec = parseSpec(text, file, ['sampling.samples=7']);
  const second = startRun(join(folder, 'second'), text, spec);
  expect(second.identity).toBe(first.identity);
  expect(specOf(second)).toEqual({ ...specOf(first), sampling: { ...spec.sampling, samples: 7 } });
  expect(startRun(first.directory, text, parseSpec(text, file))).toEqual(first);
});

it('is another run when something else is changed in it', () => {
  const folder = temporaryFolder();
  const first = startRun(join(folder, 'first'), SPEC, parseSpec(SPEC, 'spec.toml'));
  const text = readFileSync(join(first.directory, 'resolved.toml'), 'utf8').replace('0.25', '0.26');
  expect(startRun(join(folder, 'second'), text, parseSpec(text, 'spec.toml')).identity).not.toBe(first.identity);
});
