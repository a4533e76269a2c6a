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
`;
}

const costs = ({ sites, milliseconds, seconds }: PointCheck): string[] => [
  String(sites),
  duration(milliseconds.logWeight),
  duration(1000 * seconds),
];
