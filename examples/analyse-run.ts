// Reads a finished run and draws a figure of it: the distribution of m_s² by chain, and how its correlations decay.
//
//   node_modules/.bin/node examples/analyse-run.ts [RUN [FIGURE.svg]]
//
// Without arguments it makes a small run first. With the package installed, import from 'spinformer' and 'spinformer/run'; figures are those of
// Observable Plot: npm install @observablehq/plot linkedom
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { formatEstimate, gammaAnalysis } from '../src/index.ts';
import { estimateObservables, openRun, type Run, readSeries, runSpec } from '../src/run.ts';

const NAME = 'staggeredMagnetization2';
const [directory, file] = process.argv.slice(2);
const run = directory === undefined ? await smallRun() : openRun(directory);

const chains = readSeries(run).of(NAME);
const mean = estimateObservables(run)[NAME];
if (chains.some(({ length }) => length === 0)) throw new Error(`${run.directory}: a chain has no samples yet`);
if (mean.kind !== 'estimate') throw new Error(`${run.directory}: ${NAME}: ${formatEstimate(mean)}`);
console.log(`${chains.length} chains of ${chains[0].length} samples, ${NAME} = ${formatEstimate(mean)}`);

// ρ(t) of every chain up to ten integrated autocorrelation times of all of them.
const { tau } = gammaAnalysis(chains);
const lags = Math.ceil(10 * tau);
const decay = chains.flatMap((values, chain) =>
  autocorrelation(values, lags).map((rho, lag) => ({ chain: `chain ${chain + 1}`, lag, rho })),
);
const values = chains.flatMap((series, chain) =>
  Array.from(series, (value) => ({ chain: `chain ${chain + 1}`, value })),
);

const { document } = parseHTML('<html><body></body></html>');
const common = {
  document: document as unknown as Document,
  width: 420,
  height: 260,
  marginLeft: 52,
  color: { legend: false },
};
const steps: Plot.BinXInputs<Plot.LineYOptions> = { x: 'value', stroke: 'chain', curve: 'step', thresholds: 40 };
const histogram = Plot.plot({
  ...common,
  x: { label: 'm_s² of a sample →' },
  y: { label: '↑ samples', grid: true },
  marks: [
    Plot.ruleY([0]),
    Plot.lineY(values, Plot.binX({ y: 'count' }, steps)),
    Plot.ruleX([mean.mean], { strokeDasharray: '4,3' }),
  ],
});
const correlation = Plot.plot({
  ...common,
  x: { label: 't, in samples →' },
  y: { label: '↑ ρ(t)', grid: true, domain: [-0.2, 1] },
  marks: [
    Plot.ruleY([0]),
    Plot.line(decay, { x: 'lag', y: 'rho', stroke: 'chain' }),
    Plot.ruleX([tau], { strokeDasharray: '4,3' }),
  ],
});

const figure = file ?? join(mkdtempSync(join(tmpdir(), 'spinformer-figure-')), 'figure.svg');
const words = [`${chains.length} chains; dashed: mean, ${formatEstimate(mean)}`, `dashed: τ = ${tau.toFixed(2)}`];
writeFileSync(figure, sideBySide([histogram, correlation], words));
console.log(`figure: ${figure}`);

function autocorrelation(series: Float64Array, most: number): number[] {
  const average = series.reduce((sum, value) => sum + value, 0) / series.length;
  const covariance = (lag: number) =>
    series.subarray(lag).reduce((sum, value, k) => sum + (value - average) * (series[k] - average), 0) /
    (series.length - lag);
  return Array.from({ length: most + 1 }, (_, lag) => covariance(lag) / covariance(0));
}

/** Two figures in one SVG document, each with a line of words above it. */
function sideBySide(figures: readonly Element[], words: readonly string[]): string {
  const parts = figures.map(
    ({ outerHTML }, k) =>
      `<g transform="translate(${430 * k},0)"><text x="52" y="14">${words[k]}</text><g transform="translate(0,24)">${outerHTML}</g></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 850 290" width="850" style="background:#fff" font-family="sans-serif" font-size="11">${parts.join('')}</svg>\n`;
}

function smallRun(): Promise<Run> {
  const directory = mkdtempSync(join(tmpdir(), 'spinformer-run-'));
  return runSpec(
    {
      lattice: { size: [4, 4] },
      model: { temperature: 0.1 },
      effective: { kind: 'linear' },
      training: { exactEvaluations: 200 },
      sampling: { chains: 2, samples: 5000 },
    },
    { directory },
  );
}
