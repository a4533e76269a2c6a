/** How far a study is, in words: counts first, then the first points that are not done. */
import { type PointStatus, pointStatus } from '../run/study/point-status.ts';
import { unlistedPoints } from '../run/study/unlisted.ts';
import type { StoredStudy } from '../store/study.ts';
import { table } from './table.ts';

/** Points that are shown one by one. */
const SHOWN = 20;

const STATES = ['done', 'running', 'missing', 'failed'] as const satisfies PointStatus['status'][];

export function studyStatusText({ directory, points }: StoredStudy): string {
  const all = points.map(({ name }, index) => Object.assign({ number: index + 1, name }, pointStatus(directory, name)));
  const unlisted = unlistedPoints(directory, points);
  const unfinished = all.filter(({ status }) => status !== 'done');
  const lines = [
    `${all.length} points: ${countsText(all)}`,
    ...(unlisted > 0 ? [`${unlisted} more in points/ that the sweep no longer lists`] : []),
    `${all.reduce((sum, { samples }) => sum + samples, 0)} samples, those of the warm-up included`,
    ...(unfinished.length > 0 ? [pointTable(unfinished.slice(0, SHOWN))] : []),
    ...(unfinished.length > SHOWN ? [`and ${unfinished.length - SHOWN} more`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function countsText(all: readonly PointStatus[]): string {
  const counts = STATES.map((state) => [state, all.filter(({ status }) => status === state).length] as const);
  return counts
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}

type NumberedPoint = PointStatus & { readonly number: number; readonly name: string };

function pointTable(points: readonly NumberedPoint[]): string {
  const rows = points.map(({ number, name, status, samples, wanted }) => [
    name,
    `${number}`,
    status,
    wanted === undefined ? '' : `${samples} of ${wanted}`,
  ]);
  const messages = points.flatMap(({ name, message }) => (message === undefined ? [] : `${name}: ${message}`));
  return [table([['point', '', '', 'samples'], ...rows]), ...messages].join('\n');
}
