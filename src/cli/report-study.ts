/** `spinformer report` of a study. */
import { InputError, MissingPackageError } from '../errors.ts';
import type { ShownAverages } from '../report/study/study-averages.ts';
import type { StudyColumns } from '../report/study/study-columns.ts';
import type { FoundInStudy } from '../results/study/findings.ts';
import type { StudyRow } from '../results/study/study-rows.ts';
import type { StoredStudy } from '../store/study.ts';

export interface StudyReportChoices {
  readonly json?: boolean;
  /** File of the page; true without one. */
  readonly html?: string | true;
  /** Observables that are shown. */
  readonly observables?: readonly string[];
  /** The key along which sizes are scaled. */
  readonly scaling?: string;
  readonly curves?: boolean;
  /** Electrons per site of curves at a filling. */
  readonly fillings?: readonly number[];
}

export async function reportStudy(directory: string, choices: StudyReportChoices): Promise<void> {
  const { json, html, observables, ...wanted } = choices;
  const writeHtml = html === undefined ? undefined : await htmlWriter();
  const page = html === true ? undefined : html;
  const takesOutput = page !== undefined && (await takesStandardOutput(page, json));
  const { studyReports } = await import('../results/study/study-reports.ts');
  const { openStudy } = await import('../store/study.ts');
  const { writePieces } = await import('../store/store.ts');
  const { findingsOf } = await import('../results/study/findings.ts');
  const { studyJsonPieces } = await import('../results/study/study-json.ts');
  const { studyTable } = await import('../report/study/study-columns.ts');
  const { shownAverages } = await import('../report/study/study-averages.ts');
  const { studyText } = await import('../report/study/study-text.ts');
  const { writeStudyFiles } = await import('../report/study/study-files.ts');
  const { unlessRefused } = await import('../report/study/unless-refused.ts');
  const study = openStudy(directory);
  const reports = studyReports(study);
  const { keys, rows, columns } = studyTable(reports, observables);
  const averages = shownAverages(reports, rows, observables);
  const found = findingsOf(reports, wanted);
  const { findings } = found;
  await unlessRefused(() => writeStudyFiles(reports, keys, findings, averages?.averages ?? []));
  if (!findings.curves) process.stderr.write(await earlierCurves(directory));
  if (json) await writePieces('-', () => studyJsonPieces(reports, findings, averages?.averages));
  else
    (takesOutput ? process.stderr : process.stdout).write(
      studyText(keys, rows, columns, findings, process.stdout.columns, averages),
    );
  if (writeHtml) await writeHtml({ study, keys, rows, columns, found, averages, page });
  tellFailures(rows);
}

const FAILED = 1;
/** Points that are named. */
const NAMED = 20;

/** The table, and the JSON, say why. */
function tellFailures(rows: readonly StudyRow[]): void {
  const names = [...new Set(rows.flatMap(({ name, status }) => (status === 'failed' ? [name] : [])))];
  if (names.length === 0) return;
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  process.stderr.write(`failed: ${names.slice(0, NAMED).join(' ')}${more}\n`);
  process.exitCode = FAILED;
}

/** Throws where the JSON would go there too. */
async function takesStandardOutput(page: string, json = false): Promise<boolean> {
  const { isStandardOutput } = await import('../store/store.ts');
  const takes = isStandardOutput(page);
  if (takes && json) throw new InputError('expected --json or a page on standard output, found both');
  return takes;
}

interface Reported {
  readonly study: StoredStudy;
  readonly keys: readonly string[];
  readonly rows: readonly StudyRow[];
  readonly columns: StudyColumns;
  readonly found: FoundInStudy;
  readonly averages: ShownAverages | undefined;
  readonly page: string | undefined;
}

/** What writes the page of a study, after those of its points, which it links to. Throws before anything is printed where the packages that draw figures are not installed. */
async function htmlWriter(): Promise<(reported: Reported) => Promise<void>> {
  const { withPackagesFor } = await import('../store/optional-packages.ts');
  const { unlessRefused } = await import('../report/study/unless-refused.ts');
  const load = () => Promise.all([import('../report/study/study-html.ts'), import('../report/study/point-pages.ts')]);
  const [{ writeStudyHtml }, { MOST_PAGES, writePointPages }] = await withPackagesFor('reports with figures', load);
  const toPng = await pngConverter();
  return async ({ page, ...reported }) => {
    await unlessRefused(async () => {
      const outdated = await writePointPages(reported.study, reported.rows);
      if (outdated > MOST_PAGES)
        process.stderr.write(`${outdated} points have no page, or an old one: ${HOW_TO_MAKE_PAGES}\n`);
    });
    const written = await writeStudyHtml({ ...reported, toPng, file: page });
    if (page !== '-') process.stderr.write(`${written}\n`);
  };
}

const HOW_TO_MAKE_PAGES = 'spinformer report STUDY/points/NAME --html makes that of one';

/** Figures are SVG without it, and why is said. */
async function pngConverter(): Promise<((svg: string) => Uint8Array) | undefined> {
  const { withPackagesFor } = await import('../store/optional-packages.ts');
  try {
    return (await withPackagesFor('figures as PNG', () => import('../report/figures/png.ts'))).toPng;
  } catch (error) {
    if (!(error instanceof MissingPackageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

/** Nothing is removed that somebody may want; but beside new tables it would pass for new. */
async function earlierCurves(directory: string): Promise<string> {
  const { existsSync } = await import('node:fs');
  const file = `${directory}/curves.csv`;
  return existsSync(file) ? `${file} is of an earlier report; --curves writes it anew\n` : '';
}
