/** What `report` finds in the points of a study together: crossings, scaling and curves. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, expect, it } from 'vitest';
import { type StudyReport, summariseStudy } from '../../src/run.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
sampling = { method = "local", chains = 2, samples = 400, warm_up = 100 }
[sweep]
lattice.size = [[2, 2], [4, 2], [4, 4]]
model.temperature = [0.1, 0.2, 0.4]
`;
const SPEC = join(FOLDER, 'spec.toml');
const STUDY = join(FOLDER, 'study');
writeFileSync(SPEC, TEXT);
const { status: ran } = spinformer(['run', SPEC, '--out', STUDY]);
const { status, stdout } = spinformer(['report', STUDY, '--scaling', 'temperature', '--curves', '--html']);
const report: StudyReport = JSON.parse(readFileSync(join(STUDY, 'report.json'), 'utf8'));

it('finds all pairs of neighbouring sizes, with a crossing or the reason why there is none', () => {
  expect([ran, status]).toEqual([0, 0]);
  const pairs = [...report.crossings, ...report.withoutCrossing].map(({ observable, sizes }) => [observable, sizes]);
  for (const observable of ['leadingBinderRatio', 'correlationLengthRatio'])
    for (const sizes of [
      [
        [2, 2],
        [4, 2],
      ],
      [
        [4, 2],
        [4, 4],
      ],
    ])
      expect(pairs).toContainEqual([observable, sizes]);
});

it('scales what was asked for, or says why not', () => {
  expect(report.scaling?.map(({ observable }) => observable)).toContain('leadingBinderRatio');
  for (const { observable, unsupported } of report.scaling ?? [])
    if (unsupported !== null) expect(stdout).toContain(`${observable}: no scaling, ${unsupported}\n`);
});

it('has curves of every size through its points, as JSON and in curves.csv', () => {
  expect(report.curves?.map(({ size, points }) => [size, points.length])).toEqual([
    [[2, 2], 3],
    [[4, 2], 3],
    [[4, 4], 3],
  ]);
  const [{ curves }] = report.curves ?? [];
  const [{ x, observables }] = curves;
  expect([x[0], x[x.length - 1]]).toEqual([0.1, 0.4]);
  // At a point of the study the curve is close to the point: it uses its samples and those of the others.
  const point = summariseStudy(STUDY).points[0].report;
  const alone = point && 'observables' in point ? point.observables.energyPerSite : undefined;
  const [mean, error] = [observables.energyPerSite.mean[0], observables.energyPerSite.error[0]];
  expect(Math.abs((mean ?? NaN) - (alone?.mean ?? NaN))).toBeLessThan(
    4 * Math.hypot(error ?? NaN, alone?.error ?? NaN),
  );
  const lines = readFileSync(join(STUDY, 'curves.csv'), 'utf8').split('\n');
  expect(lines[0]).toBe(
    'size,model.temperature,model.chemical_potential,model.filling,observable,value,error,effectiveSamples',
  );
  expect(lines).toContain(`2x2,0.1,0,,energyPerSite,${mean},${error},${curves[0].effective[0]}`);
});

it('has curves at a filling, which half filling shows at μ = 0', () => {
  const { status: code, stdout: text } = spinformer(['report', STUDY, '--fillings', '1', '--json']);
  expect(code).toBe(0);
  const { curves }: StudyReport = JSON.parse(text);
  const [along, half] = curves?.[0].curves ?? [];
  expect(half.at).toEqual({ 'model.filling': 1 });
  for (const mean of half.observables.chemicalPotential.mean) expect(Math.abs(mean ?? NaN)).toBeLessThan(1e-9);
  const differences = half.observables.energyPerSite.mean.map(
    (mean, k) => (mean ?? NaN) - (along.observables.energyPerSite.mean[k] ?? NaN),
  );
  for (const difference of differences) expect(Math.abs(difference)).toBeLessThan(1e-9);
  expect(readFileSync(join(STUDY, 'curves.csv'), 'utf8')).toMatch(/\n2x2,0\.1,,1,energyPerSite,/);
});

it.each(['2', '0', 'half', '1,,1', ''])('refuses the fillings %j', (text) => {
  const { status: code, stderr } = spinformer(['report', STUDY, '--fillings', text]);
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('expected electrons per site, greater than 0 and less than 2'),
  ]);
});

it('shows curves of all sizes on the page, in figures that are files too', () => {
  const { document } = parseHTML(readFileSync(join(STUDY, 'report.html'), 'utf8'));
  const sections = [...document.querySelectorAll('section')];
  const section = (title: string) => sections.find((one) => one.querySelector('h2')?.textContent === title);
  const figures = readdirSync(join(STUDY, 'figures')).filter((name) => name.endsWith('.svg'));
  const drawn = (beginning: string) => figures.filter((name) => name.startsWith(beginning)).length;
  for (const [title, beginning] of [
    ['Crossings', 'crossings-'],
    ['Between the points', 'curves-temperature-'],
  ]) {
    expect(drawn(beginning), title).toBeGreaterThan(1);
    expect(section(title)?.querySelectorAll('figure > svg').length, title).toBe(drawn(beginning));
    expect(section(title)?.querySelector('p')?.textContent, title).toContain('one standard deviation');
  }
  const heat = readFileSync(join(STUDY, 'figures', 'curves-temperature-specificHeatPerSite.svg'), 'utf8');
  expect(heat.match(/aria-label="area"/g)?.length).toBe(3);
  for (const { observable, unsupported } of report.scaling ?? [])
    if (unsupported !== null) expect(section('Data collapse')?.textContent).toContain(`${observable}: no scaling`);
});

it('says what is wrong', () => {
  expect(spinformer(['report', STUDY, '--scaling', 'temprature'])).toMatchObject({
    status: 2,
    stderr:
      'scaling: expected one of the swept keys model.temperature, found temprature\n  did you mean temperature?\n',
  });
  expect(spinformer(['report', join(STUDY, 'points/size=2x2,temperature=0.1'), '--curves'])).toMatchObject({
    status: 2,
    stderr: `--curves: expected the directory of a study, found ${join(STUDY, 'points/size=2x2,temperature=0.1')}\n`,
  });
});
