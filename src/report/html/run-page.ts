/** A run on a page: what was computed, what came out, how far it can be trusted, what it cost. */
import type { RunTraining } from '../../chain/learning/models.ts';
import { LEADING_WAVE_DESCRIPTIONS } from '../../observables/leading-wave.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import type { RunData } from '../../results/summary/run-data.ts';
import type { RunSummary } from '../../results/summary/summary.ts';
import { type Estimate, formatEstimate } from '../../statistics/estimate.ts';
import { percent } from '../../words/percent.ts';
import { COUPLINGS, couplingRows } from '../couplings.ts';
import { escaped } from '../figures/svg.ts';
import { fillingLines } from '../filling.ts';
import { latticeWords, parameterWords } from '../model-words.ts';
import { largestWords } from '../order.ts';
import { cells, rateRows, timeRows } from '../run.ts';
import type { RunFigure } from '../run-figures.ts';
import { usedSymmetryWords } from '../symmetry-words.ts';
import { thermalisationRows } from '../thermalisation.ts';
import { untriedTexts } from '../training.ts';
import { figureGrid, htmlTable, numberCell, page, pageHeader, paragraphs, row, section, specSection } from './page.ts';

/** The page of a run. `specText`: the spec as the user wrote it. */
export function runPage(data: RunData, summary: RunSummary, figures: readonly RunFigure[], specText: string): string {
  const title = latticeWords(data.parameters.lattice);
  const parts = [
    header(title, data, summary),
    section('Observables', observableTables(data, summary)),
    section('Pictures', figureGrid(figures)),
    section('Cost', cost(summary)),
    specSection(specText),
    footer(data),
  ];
  return page(`${title}, T = ${data.parameters.temperature}`, parts.filter(Boolean).join('\n'), summary.source);
}

function header(title: string, { parameters, spec, model }: RunData, summary: RunSummary): string {
  const learned = model ? `, learned energy: ${model.kind}` : '';
  const lines = [parameterWords(parameters), `${spec.sampling.method}${learned}`, ...fillingLines(summary)];
  return pageHeader(`${title[0].toUpperCase()}${title.slice(1)}`, [
    ...paragraphs(lines),
    facts(summary),
    verdict(summary),
  ]);
}

/** The numbers that one looks for first. */
function facts(summary: RunSummary): string {
  const { samples, acceptance, efficiency, cost } = summary;
  const largest = largestWords(summary);
  const measured = samples.reduce((sum, length) => sum + length, 0);
  const predicted = acceptance.predicted === null ? '' : `, predicted ${percent(acceptance.predicted)}`;
  const all = [
    [grouped(measured), `samples in ${samples.length} chains`],
    ...(acceptance.rate === null ? [] : [[percent(acceptance.rate), `acceptance${predicted}`]]),
    ...(largest ? [[largest.value, `largest S(q), ${largest.waves}`]] : []),
    ...(efficiency === null ? [] : [[grouped(efficiency.perSecond), 'effective samples per second of one core']]),
    [grouped(cost.exactEvaluations), 'exact evaluations'],
  ];
  const items = all.map(([value, label]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}

/** 18,000: three digits or all of a whole number. */
function grouped(value: number): string {
  const digits = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

const VERDICTS = {
  agree: 'The chains agree whatever their starts, as far as their samples tell.',
  differ: 'The chains still depend on their starts: do not trust the means below.',
  undecided:
    'Nothing tells whether the chains still depend on their starts: there is not enough data, or all of them started alike.',
};

function verdict({ thermalisation, symmetries }: RunSummary): string {
  const lead = `<p class="lead">${VERDICTS[thermalisation.verdict]}</p>`;
  const lines = paragraphs([
    ...thermalisation.warnings,
    `symmetries used: ${usedSymmetryWords(symmetries)}`,
    ...thermalisationRows(thermalisation).map(([name, words]) => `${name}: ${words}`),
  ]);
  return `<div class="verdict ${thermalisation.verdict}">${[lead, ...lines].join('\n')}</div>`;
}

const STRUCTURE_FACTOR = /^structureFactor_/;

function observableTables({ parameters, spec }: RunData, summary: RunSummary): string {
  const { observables, waveNumbers } = summary;
  const { primary, derived } = observablesFor(parameters, spec.observables.families);
  const described = [...primary, ...derived, ...LEADING_WAVE_DESCRIPTIONS];
  const formulas = new Map(described.map(({ name, formula }) => [name, formula]));
  const entries = Object.entries(observables);
  if (entries.length === 0) return '<p>No samples yet.</p>';
  const table = (chosen: typeof entries, formula: (name: string) => string) =>
    htmlTable(
      ['', 'value', 'τ', 'samples/2τ', 'R̂'],
      chosen.map(([name, estimate]) => observableRow(name, formula(name), estimate)),
      'observables',
    );
  const factors = entries.filter(([name]) => STRUCTURE_FACTOR.test(name));
  const others = entries.filter(([name]) => !STRUCTURE_FACTOR.test(name));
  const waves = (name: string) => (waveNumbers[name] ?? []).map((numbers) => `(${numbers.join(', ')})`).join(' ');
  const largest = largestWords(summary);
  const order = largest ? [`<p>${escaped(`Largest S(q): ${largest.value} at ${largest.place}`)}</p>`] : [];
  const parts = [...order, table(others, (name) => formulas.get(name) ?? '')];
  if (factors.length > 0)
    parts.push(
      `<details><summary>Structure factors</summary>\n${table(factors, (name) => `n = ${waves(name)}`)}</details>`,
    );
  return parts.join('\n');
}

function observableRow(name: string, formula: string, estimate: Estimate): string {
  const title = `${escaped(name)}<span class="formula">${escaped(formula)}</span>`;
  if (estimate.kind !== 'insufficient') return row([title, ...cells(estimate).map(numberCell)]);
  return `<tr><td>${title}</td><td class="missing" colspan="4">${escaped(formatEstimate(estimate))}</td></tr>`;
}

function cost(summary: RunSummary): string {
  const remarks = untriedTexts((summary.model?.training ?? {}) as Partial<RunTraining>);
  const times = timeRows(summary.cost).map(
    ([part, seconds, share]) =>
      `<tr><td>${part}</td><td>${seconds}</td><td>${share}</td><td class="bar"><i style="width:${share.replace(' ', '')}"></i></td></tr>`,
  );
  const couplings = couplingRows(summary.model).map((cells) => row(cells.map(numberCell)));
  return [
    htmlTable(
      [],
      rateRows(summary).map((cells) => row(cells.map(escaped))),
    ),
    couplings.length > 0 ? htmlTable([`learned couplings, ${COUPLINGS}`, ''], couplings) : '',
    ...paragraphs(remarks),
    times.length > 0 ? htmlTable(['where the time went', '', '', ''], times) : '',
  ].join('\n');
}

function footer({ run, spec }: RunData): string {
  const words = `spinformer ${run.version}, seed ${spec.sampling.seed}; started on ${run.machine}`;
  return `<footer>${escaped(words)}</footer>`;
}
