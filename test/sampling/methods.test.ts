/** The registry of sampling methods is the only list of their names: a new sampler is its file and a line there. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { METHOD_NAMES, METHODS, methodNamed } from '../../src/sampling/samplers/methods.ts';
import { resolveSpec } from '../../src/spec/spec.ts';
import { temporaryFolder } from '../store/example.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REGISTRY = 'sampling/samplers/methods.ts';
/** What `kind = "auto"` may choose is a list of its own, typed by the registry; the bench compares samplers that no spec names. */
const isOtherList = (file: string): boolean => file === 'chain/auto/candidates.ts' || file.startsWith('bench/');

it('is what a spec takes, in its order', () => {
  for (const name of METHOD_NAMES)
    expect(resolveSpec({ lattice: { size: [2, 2] }, sampling: { method: name } }).sampling.method).toBe(name);
  const expected = METHOD_NAMES.map((name) => `"${name}"`).join(' or ');
  const wrong = { lattice: { size: [2, 2] }, sampling: { method: 'metropolis' as 'local' } };
  expect(() => resolveSpec(wrong)).toThrow(`sampling.method: expected ${expected}, found "metropolis"`);
});

it('knows every method by its name', () => {
  expect(METHODS.map(({ name }) => methodNamed(name))).toEqual(METHODS);
  expect(new Set(METHOD_NAMES).size).toBe(METHODS.length);
});

it('has no second list beside it', () => {
  const lists = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && namesIn(readFileSync(join(ROOT, 'src', file), 'utf8')).length > 1)
    .filter((file) => !isOtherList(file));
  expect(lists).toEqual([REGISTRY]);
});

/** A section of a spec, as in Spec['flow'], may have the name of a method. */
const namesIn = (text: string): string[] =>
  METHOD_NAMES.filter((name) => text.replaceAll(/\bSpec\['\w+'\]/g, '').includes(`'${name}'`));

it('is the table of the guide', () => {
  const guide = readFileSync(join(ROOT, 'docs/guide/samplers.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...METHOD_NAMES].sort());
});

/** Metropolis with all spins drawn anew: exact, and of some use on four sites. */
const FRESH_SAMPLER = `
import type { SpinFermionModel } from '../../exact/model.ts';
import { randomDirections } from '../../numeric/directions.ts';
import { metropolis } from '../moves/metropolis.ts';
import { startAt } from '../interfaces/chain-state.ts';
import type { Sampler } from '../interfaces/sampler.ts';

export function freshSampler(model: SpinFermionModel): Sampler {
  const none = { effectiveEvaluations: 0, innerProposed: 0, innerAccepted: 0 };
  return {
    name: 'fresh',
    start: (spins) => startAt(model, spins),
    step(state, random) {
      const proposal = randomDirections(random, model.parameters.lattice.siteCount);
      const logWeight = model.logWeight(proposal);
      const logRatio = logWeight - state.logWeight;
      const accepted = metropolis(logRatio, random);
      if (accepted) {
        state.spins.set(proposal);
        state.logWeight = logWeight;
      }
      return { ...none, proposed: 1, accepted: Number(accepted), exactEvaluations: 1, logRatio };
    },
    settings: () => ({}),
    restore: () => {},
  };
}
`;

it('takes a new sampler to specs, runs and reports by one line', () => {
  const copy = temporaryFolder();
  cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'src/sampling/samplers/fresh.ts'), FRESH_SAMPLER);
  const registry = readFileSync(join(copy, 'src', REGISTRY), 'utf8');
  const line = "  exact('fresh', 'all spins drawn anew', (model) => freshSampler(model)),\n";
  const extended = registry.replace('] as const;', `${line}] as const;`);
  const imported = extended.replace(/^import/m, "import { freshSampler } from './fresh.ts';\nimport");
  writeFileSync(join(copy, 'src', REGISTRY), imported);

  const spec =
    'lattice.size = [2, 2]\nmodel.temperature = 0.2\nsampling = { method = "fresh", chains = 2, samples = 4000 }\n';
  writeFileSync(join(copy, 'spec.toml'), spec);
  const spinformer = (...options: string[]) => {
    const main = join(copy, 'src/cli/main.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...options], { cwd: copy, encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };
  expect(spinformer('check', '--help')).toContain('"fresh": all spins drawn anew');
  spinformer('run', 'spec.toml', '--out', 'run');
  const { method, observables } = JSON.parse(spinformer('report', 'run', '--json'));
  expect(method).toBe('fresh');
  // 2 × 2 at β = 5: the quadrature of test/exact/quadrature.test.ts.
  const { mean, error } = observables.energyPerSite;
  expect(error).toBeLessThan(0.005);
  expect(Math.abs(mean - -2.153307906) / error).toBeLessThan(4);
});
