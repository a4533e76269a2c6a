/** The pages of a tempered run: one of all temperatures together, and one of each. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, expect, it } from 'vitest';
import { prepareSpec } from '../../src/chain/prepare-spec.ts';
import { createProgram } from '../../src/chain/spec-chain.ts';
import { type DrawnPage, drawPage, writePages } from '../../src/report/html/files.ts';
import { reported } from '../../src/report/reported.ts';
import type { LadderReport } from '../../src/results/summary/ladder.ts';
import { startRun } from '../../src/run/conductor/conductor.ts';
import { advanceChain } from '../../src/runner/advance-chain.ts';
import { parseSpec } from '../../src/spec/spec.ts';

const SPEC = `
lattice.size = [2, 2]
sampling = { method = "local", chains = 2, samples = 500, warm_up = 50 }
tempering.temperatures = [0.1, 0.105, 0.2]
`;
const spec = parseSpec(SPEC, 'spec.toml');
const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const directory = join(folder, 'run');
const run = startRun(directory, SPEC, spec);
const program = createProgram(prepareSpec(spec));
const plan = { run, seed: spec.sampling.seed, samples: 550, checkpointSamples: 500 };
for (const chain of [1, 2])
  advanceChain(
    program,
    { ...plan, chain, checkpointSeconds: 60, progressSeconds: 60 },
    { stopped: () => false, tell: () => {}, now: () => 0 },
  );
const pages: DrawnPage[] = [];
const report = reported(run, (...seen) => pages.push(drawPage(...seen))).json as LadderReport;
const files = await writePages(run, report, pages);
const { document } = parseHTML(readFileSync(join(directory, 'report.html'), 'utf8'));

it('has a page of all temperatures that links to theirs', () => {
  expect(files.at(-1)).toBe(join(directory, 'report.html'));
  expect(document.querySelector('h1')?.textContent).toBe('Square lattice 2 × 2, periodic, 4 sites');
  const links = [...document.querySelectorAll('table a')].map((link) => decodeURI(link.getAttribute('href') ?? ''));
  expect(links).toEqual(['report-T=0.1.html', 'report-T=0.105.html', 'report-T=0.2.html']);
  for (const link of links) expect(existsSync(join(directory, link)), link).toBe(true);
  expect(document.querySelector('meta[name="source"]')?.getAttribute('content')).toBe(report.temperatures[0].source);
});

it('has figures against temperature and of the exchange rates', () => {
  const drawn = readdirSync(join(directory, 'figures')).filter((name) => name.endsWith('.svg'));
  expect(drawn).toEqual(
    expect.arrayContaining(['energyPerSite.svg', 'exchange-rates.svg', 'staggeredMagnetization2.svg']),
  );
  expect(document.querySelectorAll('figure > svg').length).toBe(drawn.length);
  expect(document.querySelector('section p')?.textContent).toContain('different temperatures are correlated');
  const rates = readFileSync(join(directory, 'figures', 'exchange-rates.svg'), 'utf8');
  expect(rates).toContain('>exchange rate<');
  const { document: svg } = parseHTML(`<html><body>${rates}</body></html>`);
  expect(svg.querySelectorAll('[aria-label="dot"] > *').length).toBe(2);
});

it('refuses standard output, which has room for one page', async () => {
  await expect(writePages(run, report, pages, '-')).rejects.toThrow(
    '--html: expected a file, since a tempered run has 4 pages, found standard output',
  );
});

it('shows the observables that are asked for', async () => {
  const file = join(folder, 'chosen.html');
  await writePages(run, report, pages, file, ['magnetization2']);
  const { document: chosen } = parseHTML(readFileSync(file, 'utf8'));
  const head = [...chosen.querySelectorAll('table th')].map((cell) => cell.textContent);
  expect(head).toEqual(['T', 'magnetization2', 'acceptance', 'exchange upwards']);
  expect(chosen.querySelectorAll('figure > svg').length).toBe(2);
});
