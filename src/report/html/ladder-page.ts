/** A tempered run on a page: its observables against temperature, a table that links to the pages of the temperatures, and how its ladder works. */
import { rowsOf, type StudyRow } from '../../results/study/study-rows.ts';
import { usualObservables } from '../../results/study/usual-observables.ts';
import type { LadderReport, RungReport } from '../../results/summary/ladder.ts';
import { TEMPERATURE } from '../../results/summary/point-runs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import type { Run } from '../../store/store.ts';
import { count } from '../../words/count.ts';
import { escaped } from '../figures/svg.ts';
import { percentOrDash, roundTripWords, suggestionWords } from '../ladder.ts';
import { HOW_LADDERS_ARE_READ, ladderFigures } from '../ladder-figures.ts';
import { latticeWords, parameterWords } from '../model-words.ts';
import type { RunFigure } from '../run-figures.ts';
import { constantLines, studyCell, studyColumns } from '../study/study-columns.ts';
import { figureGrid, numberCell, page, pageHeader, paragraphs, row, section, specSection } from './page.ts';
import { wideTable } from './wide-table.ts';

export interface LadderPage {
  readonly html: string;
  readonly figures: readonly RunFigure[];
}

export interface DescribedLadder {
  readonly run: Run;
  readonly report: LadderReport;
  /** The spec as the user wrote it. */
  readonly specText: string;
  /** The page of a temperature, as seen from this one. */
  readonly linkTo: (temperature: number) => string;
  /** The observables that are shown; the usual ones where left out. */
  readonly chosen?: readonly string[] | undefined;
}

export function ladderPage({ run, report, specText, linkTo, chosen }: DescribedLadder): LadderPage {
  const words = wordsOf(run, report);
  const rows = rowsOf({ name: '', values: {}, status: 'done', report });
  const { shown, constant } = chosen ? { shown: chosen, constant: [] } : studyColumns(rows, usualObservables(rows));
  const figures = ladderFigures(report, rows, shown, `${words.join('; ')}.`);
  const parts = [
    header(words, report),
    section('Pictures', `<p>${HOW_LADDERS_ARE_READ}</p>\n${figureGrid(figures)}`),
    section(
      'Temperatures',
      [temperatureTable(report, rows, shown, linkTo), ...paragraphs(constantLines(constant, 'temperatures'))].join(
        '\n',
      ),
    ),
    section('Warnings', warnings(report)),
    specSection(specText),
    `<footer>${escaped(`spinformer ${run.version}`)}</footer>`,
  ];
  const [{ source }] = report.temperatures;
  return { html: page(`${words[0]}, tempered`, parts.filter(Boolean).join('\n'), source), figures };
}

/** The lattice, the parameters, and how it is sampled. */
function wordsOf(run: Run, { temperatures }: LadderReport): string[] {
  const spec = specOf(run);
  const parameters = sampledParameters(withStandIn(spec));
  const lattice = latticeWords(parameters.lattice);
  const ladder = `tempered at ${count(temperatures.length, 'temperature')}`;
  return [
    `${lattice[0].toUpperCase()}${lattice.slice(1)}`,
    parameterWords(parameters, { filling: spec.model.filling, leftOut: [TEMPERATURE] }),
    `${[...new Set(temperatures.map(({ method }) => method))].join(', ')}, ${ladder}, seed ${spec.sampling.seed}`,
  ];
}

function header([title, ...words]: readonly string[], report: LadderReport): string {
  const [{ samples }] = report.temperatures;
  const measured = samples.reduce((sum, length) => sum + length, 0);
  const lines = [
    ...words,
    `${count(measured, 'sample')} at each temperature in ${count(samples.length, 'chain')}`,
    roundTripWords(report),
    ...suggestionWords(report),
  ];
  return pageHeader(title, paragraphs(lines));
}

function temperatureTable(
  { temperatures, exchange }: LadderReport,
  rows: readonly StudyRow[],
  shown: readonly string[],
  linkTo: (temperature: number) => string,
): string {
  const head = ['T', ...shown, 'acceptance', 'exchange upwards'];
  const body = temperatures.map(({ temperature, acceptance }, k) =>
    row([
      `<a href="${escaped(encodeURI(linkTo(temperature)))}">${temperature}</a>`,
      ...shown.map((name) => numberCell(studyCell(rows[k], name))),
      percentOrDash(acceptance.rate),
      k < exchange.length ? percentOrDash(exchange[k].rate) : '',
    ]),
  );
  return wideTable(head, body);
}

const warnings = ({ temperatures }: LadderReport): string =>
  paragraphs(
    temperatures.flatMap(({ temperature, thermalisation }: RungReport) =>
      thermalisation.warnings.map((warning) => `T = ${temperature}: ${warning}`),
    ),
  ).join('\n');
