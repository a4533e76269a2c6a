/** What `run` would refuse sooner or later is refused at once, and by `check` too. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { requireSamplable } from '../../src/chain/samplable.ts';
import { InputError } from '../../src/errors.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { spinformer } from '../cli/command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const SPEC = join(FOLDER, 'spec.toml');
const TEXT = '[lattice]\nsize = [4, 4]\n';
writeFileSync(SPEC, TEXT);
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** Overrides, and the beginning of the message. */
const REFUSED: [string[], string][] = [
  [
    ['model.temperature=0'],
    'model.temperature: expected more than 0 for sampling, found 0\n  T = 0 serves evaluate only',
  ],
  [
    ['lattice.kind=kagome', 'effective.kind=nodal'],
    'effective.kind: "nodal" expects a periodic lattice with one site per cell',
  ],
  [['lattice.twist=[0.1, 0]', 'effective.kind=nodal'], 'lattice.twist: "nodal" expects 0 or 0.5'],
  [['effective.kind=["linear", "nodal"]', 'model.chemical_potential=20'], 'effective.kind: "nodal" expects momenta'],
  [
    ['training.exact_evaluations=5'],
    'training.exact_evaluations: expected at least 20 to learn from, found 5\n  did you mean 2000?',
  ],
  [['training.exact_evaluations=19', 'effective.kind=auto'], 'training.exact_evaluations: expected at least 20'],
  [
    ['effective.kind=auto', 'sampling.method=reweighting'],
    'sampling.method: expected "self-learning" with effective.kind "auto"',
  ],
  [['effective.kind=auto', 'sampling.method=delayed-acceptance'], 'sampling.method: expected "self-learning"'],
  [
    ['effective.kind=linear', 'sampling.method=delayed-acceptance'],
    'effective.kind: expected a better model than "linear"',
  ],
  [['effective.kind=["linear"]', 'sampling.method=delayed-acceptance'], 'effective.kind: expected a better model'],
  [['effective.kind=["linear", "linear"]', 'sampling.method=delayed-acceptance'], 'effective.kind: expected a better'],
  [['effective.kind=["transformer", "transformer"]'], 'effective.kind: expected one transformer at most'],
  [['effective.kind=[]'], 'effective.kind: expected linear, transformer'],
  [['effective.window=2', 'effective.normalised=true'], 'effective.normalised: expected it without a window'],
  [
    ['lattice.size=[100, 100]'],
    'effective.shells: expected so few that all sites together have at most 16777216 neighbours',
  ],
  [['lattice.size=[100, 100]', 'effective.shells=900'], 'effective.shells: expected so few that all sites together'],
  [['effective.shells=1000000'], 'effective.shells: expected at most 1000, found 1000000'],
  [['effective.window=1000000'], 'effective.window: expected at most 1000'],
  [['effective.blocks=1000000'], 'effective.blocks: expected at most 1000'],
  [['effective.kind=convolution', 'effective.channels=1000000'], 'effective.channels: expected at most 1000'],
  [['lattice.boundary=["open", "open"]', 'effective.shells=20'], 'effective.shells: expected shells that have bonds'],
  [['sampling.method=flow', 'model.temperature=0'], 'model.temperature: expected more than 0 for sampling'],
  [
    ['sampling.method=flow', 'flow.exact_evaluations=100'],
    'flow.exact_evaluations: expected at least 500 to train 15 layers, found 100\n  did you mean 8000?',
  ],
  [
    ['sampling.method=flow', 'flow.layers=900', 'flow.exact_evaluations=600'],
    'flow.exact_evaluations: expected at least 1300 to train 900 layers, found 600\n  did you mean 8000?',
  ],
  [['sampling.method=flow', 'flow.layers=100000'], 'flow.layers: expected at most 1000, found 100000'],
  [
    ['sampling.method=flow', 'lattice.size=[40, 40]'],
    'lattice.size: expected at most 1000 sites for a flow, found 1600',
  ],
  [
    ['flow.base=learned', 'flow.shells=20', 'lattice.boundary=["open", "open"]', 'effective.shells=1'],
    'flow.shells: expected shells that have bonds',
  ],
  [
    ['flow.base=learned', 'disorder.missing_spins=0.3', 'disorder.seed=3'],
    'disorder.missing_spins: expected none with a flow, whose layers move the spins of all sites, found',
  ],
  [['model.temperature=1e-9'], 'temperature: expected 0, or at least'],
  [['model.exchange=[1e12]'], 'temperature: expected 0, or at least 4.0e+6 for energies of a spin up to'],
];

describe('refused', () => {
  it.each(REFUSED)('%s', (overrides, message) => {
    const refusal = () => requireSamplable(parseSpec(TEXT, SPEC, overrides));
    expect(refusal).toThrow(InputError);
    expect(refusal).toThrow(message);
  });

  it.each([REFUSED[1], REFUSED[4], REFUSED[5], REFUSED[11]])(
    '%s by check and run alike, with nothing written',
    (overrides, message) => {
      const set = overrides.flatMap((override) => ['--set', override]);
      const out = join(FOLDER, 'run');
      const checked = spinformer(['check', SPEC, ...set]);
      const run = spinformer(['run', SPEC, '--out', out, ...set]);
      expect(checked.stderr).toContain(message);
      expect(run).toEqual({ status: 2, stdout: '', stderr: checked.stderr });
      expect([checked.status, existsSync(out)]).toEqual([2, false]);
    },
  );
});

it('check passes what serves evaluate, and says so', () => {
  const { status, stdout } = spinformer(['check', SPEC, '--set', 'model.temperature=0']);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^serves +evaluate only: /m)]);
});

it.each([
  ['sampling.method=hmc', 'training.exact_evaluations=1', 'effective.kind=nodal', 'lattice.kind=kagome'],
  ['training.exact_evaluations=20', 'effective.kind=linear'],
  ['effective.kind=["nodal", "transformer"]'],
])('does not mind what a method leaves aside: %s', (...overrides) => {
  expect(() => requireSamplable(parseSpec(TEXT, SPEC, overrides))).not.toThrow();
});
