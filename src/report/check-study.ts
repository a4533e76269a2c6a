/** The readable form of the check of a study. */
import type { PointCheck, StudyCheck } from '../evaluate/study/check-study.ts';
import { count } from '../words/count.ts';
import { duration } from './duration.ts';
import { table } from './table.ts';

/** Points listed one by one; of more, the last is listed too. */
const MOST_LISTED = 20;

export function checkStudyText({ keys, points, engine, total }: StudyCheck): string {
  const digits = String(points.length).length;
  const row = (point: PointCheck, index: number) => [
    `${String(index + 1).padStart(digits)}  ${point.name}`,
    ...costs(point),
  ];
  const listed = points.slice(0, MOST_LISTED).map(row);
  const rest = points.length > MOST_LISTED + 1 ? [['…'.padStart(digits)]] : [];
  const last = points.length > MOST_LISTED ? [row(points[points.length - 1], points.length - 1)] : [];
  const samples = `${count(total.samples, 'sample')} in ${count(total.chains, 'chain')}`;
  return `${count(points.length, 'point')} of a study in ${keys.join(', ')}; kernels: ${engine}

${table([[`${''.padStart(digits)}  point`, 'sites', 'log W', 'time'], ...listed, ...rest, ...last])}

${samples}: about ${duration(1000 * total.seconds)} of one core, ${total.megabytes.toFixed(0)} MB at most
of these ${partsWords(total.parts)}
${[...routeWords(points), ...siteWords(points)].map((line) => `${line}\n`).join('')}`;
}

const WORDS: Readonly<Record<keyof StudyCheck['total']['parts'], string>> = {
  steps: 'steps of the chains',
  training: 'training',
  trials: 'trials of proposals',
  filling: 'search for μ',
  measurement: 'averages over the electrons',
  levels: 'levels that are kept',
  spins: 'observables of the spins',
  files: 'files and reports',
  threads: 'start of threads',
};

/** `steps of the chains 61 %, training 25 %, …`: the largest part first, what rounds to nothing left out. */
function partsWords(parts: StudyCheck['total']['parts']): string {
  return sharesOf(
    Object.entries(parts).map(([part, seconds]) => [WORDS[part as keyof typeof parts], seconds] as const),
  );
}

function sharesOf(parts: readonly (readonly [string, number])[]): string {
  const all = parts.reduce((sum, [, seconds]) => sum + seconds, 0);
  return parts
    .filter(([, seconds]) => seconds >= 0.005 * all)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, seconds]) => `${name} ${((100 * seconds) / all).toFixed(0)} %`)
    .join(', ');
}

/** The routes of log W, with the poles they sum over. */
function routeWords(points: readonly PointCheck[]): string[] {
  return [...Map.groupBy(points, ({ route }) => route)].map(([route, same]) => {
    const poles = same.map((point) => point.poles);
    const least = poles.reduce((a, b) => Math.min(a, b));
    const most = poles.reduce((a, b) => Math.max(a, b));
    const range = least === most ? count(most, 'pole') : `${least} to ${most} poles`;
    return `${route} route at ${count(same.length, 'point')}, ${most === 0 ? 'over all levels' : range}`;
  });
}

/** Which lattices take the time, where there are several. */
function siteWords(points: readonly PointCheck[]): string[] {
  const bySites = [...Map.groupBy(points, ({ sites }) => sites)];
  if (bySites.length === 1) return [];
  const sums = bySites.map(
    ([sites, same]) => [count(sites, 'site'), same.reduce((sum, { seconds }) => sum + seconds, 0)] as const,
  );
  return [`by lattice: ${sharesOf(sums)}`];
}

const costs = ({ sites, milliseconds, seconds }: PointCheck): string[] => [
  String(sites),
  duration(milliseconds.logWeight),
  duration(1000 * seconds),
];
