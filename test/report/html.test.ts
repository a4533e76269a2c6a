/** `report` with `--html` and `--json` as a user starts it, and what it leaves in the run directory. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, expect, it } from 'vitest';
import { runPage } from '../../src/report/html/run-page.ts';
import { readRunData } from '../../src/results/summary/run-data.ts';
import { summaryOf } from '../../src/results/summary/summary.ts';
import { openRun } from '../../src/store/store.ts';
import { spinformer } from '../cli/command.ts';
import { temporaryFolder } from '../store/example.ts';

const SPEC = `[lattice]
kind = "honeycomb"
size = [2, 2]
[model]
temperature = 0.3 # < 1 & > 0
[effective]
kind = "linear"
[training]
exact_evaluations = 60
[sampling]
chains = 2
samples = 600
warm_up = 50
`;

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function finishedRun(folder: string, ...overrides: string[]): { run: string; text: string } {
  const run = join(folder, 'run');
  writeFileSync(join(folder, 'spec.toml'), SPEC);
  const settings = overrides.flatMap((override) => ['--set', override]);
  const { stdout, status } = spinformer(['run', join(folder, 'spec.toml'), '--out', run, ...settings]);
  expect(status).toBe(0);
  return { run, text: stdout };
}

const { run, text } = finishedRun(FOLDER);

it('writes one file that needs nothing else, with figures and numbers of the run', () => {
  const { status, stderr } = spinformer(['report', run, '--html']);
  expect([status, stderr]).toEqual([0, `${join(run, 'report.html')}\n`]);
  const page = readFileSync(join(run, 'report.html'), 'utf8');
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|url\(|@import|<script|<link|<img| src=/,
  );
  const { document } = parseHTML(page);
  const energy = /^energyPerSite +(\S+)/m.exec(text)?.[1] ?? '';
  expect(document.querySelector('table')?.textContent).toContain(energy.replace('-', '−'));
  const [written, resolved] = document.querySelector('pre')?.textContent?.split('\n\n# What was run') ?? [];
  expect(written).toBe(SPEC.trim());
  expect(resolved).toContain('seed = ');
  expect(document.querySelector('h1')?.textContent).toBe('Honeycomb lattice 2 × 2, periodic, 8 sites');
  expect(document.querySelector('.verdict')?.textContent).toContain('hot against cold chains');
  const figures = readdirSync(join(run, 'figures'));
  const names = ['acceptance', 'autocorrelation', 'density-of-states', 'energy-series', 'order-series', 'spins'];
  expect(figures).toEqual([...names, 'training-acceptance', 'training-error'].map((name) => `${name}.svg`));
  expect(document.querySelectorAll('figure > svg').length).toBe(figures.length);
  const series = readFileSync(join(run, 'figures', 'energy-series.svg'), 'utf8');
  expect(series.replaceAll(/<[^>]*>/g, ' ')).toMatch(/seed 2023,\s+\d+\s+exact\s+evaluations/);

  const elsewhere = join(FOLDER, 'page.html');
  expect(spinformer(['report', run, '--html', elsewhere]).status).toBe(0);
  expect(readFileSync(elsewhere, 'utf8')).toBe(page);
});

it('writes what --json prints', () => {
  const { stdout } = spinformer(['report', run, '--json']);
  expect(readFileSync(join(run, 'report.json'), 'utf8')).toBe(stdout);
  const { thermalisation, cost, acceptance, efficiency } = JSON.parse(stdout);
  expect(thermalisation.verdict).toMatch(/^(agree|undecided)$/);
  expect(Object.keys(thermalisation.starts.sigma).length).toBeGreaterThan(5);
  expect(acceptance.byChain.length).toBe(2);
  expect(cost.seconds).toBeGreaterThan(0);
  expect(efficiency.perSecond).toBeGreaterThan(0);
  expect(text).toMatch(/^where the time went$/m);
  expect(text).toMatch(/^hot against cold chains +largest deviation .* σ \(.*\), expected by chance up to /m);
});

it('has a page for a run that has hardly begun', () => {
  const few = ['sampling.samples=2', 'sampling.chains=1', 'sampling.warm_up=0', 'sampling.method="local"'];
  const young = finishedRun(temporaryFolder(), ...few);
  expect(young.text).toContain('not enough data');
  expect(spinformer(['report', young.run, '--html']).status).toBe(0);
  expect(readFileSync(join(young.run, 'report.html'), 'utf8')).toContain('not enough data to tell');
});

it('says in words and colour when the means are not to be trusted', () => {
  const data = readRunData(openRun(run));
  const summary = summaryOf(data);
  const warning = 'hot and cold chains disagree: density by 5.2 σ: warm up longer than 50 samples';
  const thermalisation = { ...summary.thermalisation, verdict: 'differ' as const, warnings: [warning] };
  const { document } = parseHTML(runPage(data, { ...summary, thermalisation }, [], ''));
  const verdict = document.querySelector('.verdict.differ');
  expect(verdict?.querySelector('.lead')?.textContent).toContain('do not trust');
  expect(verdict?.textContent).toContain(warning);
});
