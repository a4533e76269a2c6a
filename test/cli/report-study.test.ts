/** `report` of a study as a user starts it, and what it leaves in the directory. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, expect, it } from 'vitest';
import { summariseStudy } from '../../src/run.ts';
import { grid, makeStudy, plainReport } from '../results/study/study.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEMPERATURES = [0.05, 0.1, 0.2, 0.4, 0.8];
const SIZES = [
  [2, 2],
  [4, 4],
];
const KEYS = ['lattice.size', 'model.temperature'];
/** Two sizes with five temperatures; one point has not begun, one is not finished. */
const points = grid(SIZES, TEMPERATURES).map((point, k) => ({
  ...point,
  there: k === 2 ? 0 : k === 3 ? 150 : Infinity,
}));
const study = makeStudy(FOLDER, KEYS, points);
const { status, stdout, stderr } = spinformer(['report', FOLDER, '--html']);

it('prints a table per size with every point, and writes all of them to table.csv', () => {
  expect([status, stderr]).toEqual([0, `${join(FOLDER, 'report.html')}\n`]);
  expect(stdout).toMatch(/^10 points: 8 done, 1 unfinished, 1 missing\n\n2 × 2\n/);
  for (const temperature of TEMPERATURES) expect(stdout.match(new RegExp(`^${temperature} `, 'gm'))?.length).toBe(2);
  expect(stdout).toMatch(/^density 1\(0\) at all points$/m);
  const lines = readFileSync(join(FOLDER, 'table.csv'), 'utf8').trim().split('\n');
  const { energyPerSite } = plainReport(summariseStudy(FOLDER).points[0]).observables;
  expect(lines[1]).toMatch(new RegExp(`^2x2,0.05,energyPerSite,${energyPerSite.mean},`));
  expect(lines.filter((line) => line.startsWith('4x4,0.8,density,')).length).toBe(1);
  expect(lines.filter((line) => line.startsWith('2x2,0.2,'))).toEqual(['2x2,0.2,,,,,,,missing']);
});

it('prints the JSON that it writes, with the points as `report RUN --json` has them', () => {
  const json = spinformer(['report', FOLDER, '--json']).stdout;
  expect(json).toBe(readFileSync(join(FOLDER, 'report.json'), 'utf8'));
  const { keys, points: found, crossings } = JSON.parse(json);
  expect([keys, crossings, found.length]).toEqual([KEYS, [], 10]);
  const { name, values, status: state, report } = found[9];
  expect([name, values, state]).toEqual([
    study.points[9].name,
    { 'lattice.size': [4, 4], 'model.temperature': 0.8 },
    'done',
  ]);
  expect(report).toEqual(JSON.parse(spinformer(['report', join(FOLDER, 'points', name), '--json']).stdout));
  expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(summariseStudy(FOLDER))));
});

it('writes figures with a curve per size, and one page that links to those of the points', () => {
  const names = readdirSync(join(FOLDER, 'figures'));
  for (const name of ['energyPerSite', 'specificHeatPerSite', 'staggeredMagnetization2', 'staggeredBinderRatio'])
    for (const ending of ['svg', 'png']) expect(names).toContain(`${name}.${ending}`);
  const energy = readFileSync(join(FOLDER, 'figures', 'energyPerSite.svg'), 'utf8');
  for (const words of ['2 × 2', '4 × 4', 'temperature T', 'energy per site (t)'])
    expect(energy).toContain(`>${words}<`);
  expect(
    readFileSync(join(FOLDER, 'figures', 'energyPerSite.png'))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  const page = readFileSync(join(FOLDER, 'report.html'), 'utf8');
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|url\(|@import|<script|<link|<img| src=/,
  );
  const { document } = parseHTML(page);
  expect(document.querySelector('h1')?.textContent).toBe('Square lattices 2 × 2, 4 × 4, periodic');
  expect(document.querySelectorAll('figure > svg').length).toBe(names.length / 2);
  const links = [...document.querySelectorAll('table a')].map((link) => decodeURI(link.getAttribute('href') ?? ''));
  expect(links.length).toBe(9);
  for (const link of links) expect(existsSync(join(FOLDER, link))).toBe(true);
});

it('shows the observables that are asked for', () => {
  const chosen = spinformer(['report', FOLDER, '--observables', 'density,structureFactor_1_1']);
  expect(chosen.stdout).toMatch(/^temperature +density +Factor_1_1$/m);
  const wrong = spinformer(['report', FOLDER, '--observables', 'densty']);
  expect([wrong.status, wrong.stderr]).toEqual([
    2,
    '--observables: expected names of observables of the study, found densty\n  did you mean density?\n',
  ]);
  expect(spinformer(['report', FOLDER, '--observables', 'density,']).stderr).toContain('found "density,"');
  const run = join(FOLDER, 'points', study.points[0].name);
  expect(spinformer(['report', run, '--observables', 'density']).stderr).toContain(
    '--observables: expected the directory of a study or of a tempered run',
  );
});

it('keeps pages of points that are up to date', () => {
  const page = join(FOLDER, 'points', study.points[0].name, 'report.html');
  const { ino } = statSync(page);
  spinformer(['report', FOLDER, '--html', join(FOLDER, 'points', 'page.html')]);
  // A file that is written anew is another one.
  expect(statSync(page).ino).toBe(ino);
  expect(readFileSync(join(FOLDER, 'points', 'page.html'), 'utf8')).toContain(
    `href="${study.points[0].name}/report.html"`,
  );
});
