/** `report` of a study over realisations as a user starts it, and what it leaves in the directory. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, expect, it } from 'vitest';
import { summariseStudy } from '../../src/run.ts';
import { makeStudy } from '../results/study/study.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const [SEED, T] = ['disorder.seed', 'model.temperature'];
const points = [1, 2, 3].flatMap((seed) => [0.2, 0.4].map((temperature) => ({ [SEED]: seed, [T]: temperature })));
makeStudy(FOLDER, [SEED, T], points, ['disorder.potential=1']);
const { status, stdout, stderr } = spinformer(['report', FOLDER, '--html']);

it('prints a row per average, and writes all of them to averages.csv', () => {
  expect([status, stderr]).toEqual([0, `${join(FOLDER, 'report.html')}\n`]);
  expect(stdout).toMatch(/^6 points: 6 done\n/);
  expect(stdout.match(/^0\.[24] .* {2}3 realisations$/gm)?.length).toBe(2);
  expect(stdout).toMatch(/^energyPerSite: statistics is .* of the variance between realisations, so /m);
  const [header, ...lines] = readFileSync(join(FOLDER, 'averages.csv'), 'utf8').trim().split('\n');
  expect(header).toBe('model.temperature,realisations,observable,value,error,between,within,warning');
  expect(lines.filter((line) => line.startsWith('0.4,3,energyPerSite,')).length).toBe(1);
  expect(readFileSync(join(FOLDER, 'table.csv'), 'utf8')).toMatch(/^3,0\.4,energyPerSite,/m);
});

it('prints the averages as JSON beside the points, as the library has them', () => {
  const json = JSON.parse(spinformer(['report', FOLDER, '--json']).stdout);
  expect(json.points.length).toBe(6);
  expect(
    json.averages.map(({ values, realisations }: { values: object; realisations: number }) => [values, realisations]),
  ).toEqual([
    [{ [T]: 0.2 }, 3],
    [{ [T]: 0.4 }, 3],
  ]);
  expect(json).toEqual(JSON.parse(JSON.stringify(summariseStudy(FOLDER))));
});

it('draws them, and the page says what realisations have in common', () => {
  const { document } = parseHTML(readFileSync(join(FOLDER, 'report.html'), 'utf8'));
  expect(document.querySelector('h1')?.textContent).toBe('Square lattice 2 × 2, periodic, 4 sites, potential 1 (box)');
  const sections = [...document.querySelectorAll('section')].map((one) => one.textContent ?? '');
  expect(sections.filter((text) => text.includes('3 realisations')).length).toBe(1);
  expect(readdirSync(join(FOLDER, 'figures'))).toContain('energyPerSite.svg');
  expect(readFileSync(join(FOLDER, 'figures', 'energyPerSite.svg'), 'utf8')).toContain('Averages over realisations');
});

it('says that seeds are swept without any disorder', () => {
  const spec = join(FOLDER, 'idle.toml');
  writeFileSync(
    spec,
    'lattice.size = [2, 2]\nmodel.temperature = 0.2\nsampling.method = "local"\nsweep.disorder.seed = [1, 2]\n',
  );
  const check = spinformer(['check', spec]);
  expect(check.status).toBe(0);
  expect(check.stderr).toMatch(
    /^sweep\.disorder\.seed: expected disorder, found none: all realisations are the same model/,
  );
});
