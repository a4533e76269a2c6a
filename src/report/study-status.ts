/** How far a study is, in words: counts first, how long it still takes, then the first points that are not done. */
import { availableParallelism } from 'node:os';
import { statusCounts, statusWord } from '../results/study/status-words.ts';
import { type PointStatus, pointStatus } from '../run/study/point-status.ts';
import { unlistedPoints } from '../run/study/unlisted.ts';
import { durationText } from '../runner/runner.ts';
import type { StoredStudy } from '../store/study.ts';
import { count } from '../words/count.ts';
import { secondsLeft } from './study-time-left.ts';
import { table } from './table.ts';

/** Points that are shown one by one. */
const SHOWN = 20;

/** A point with what is known of how far it is. */
export type NumberedPoint = PointStatus & { readonly number: number; readonly name: string };

/** How far the points are, each asked once. */
export const pointsOf = ({ directory, points }: StoredStudy): NumberedPoint[] =>
  points.map(({ name }, index) => Object.assign({ number: index + 1, name }, pointStatus(directory, name)));

/** `cores`: those that the time left is told for. */
export function studyStatusText(study: StoredStudy, cores = availableParallelism(), all = pointsOf(study)): string {
  const { directory, points } = study;
  const unlisted = unlistedPoints(directory, points);
  const unfinished = all.filter(({ status }) => status !== 'done');
  const lines = [
    statusCounts(all),
    ...(unlisted > 0 ? [`${unlisted} more in points/ that the sweep no longer lists`] : []),
    `${all.reduce((sum, { samples }) => sum + samples, 0)} samples, those of the warm-up included`,
    ...leftTexts(secondsLeft(directory, all, cores), cores),
    ...(unfinished.length > 0 ? [pointTable(unfinished.slice(0, SHOWN))] : []),
    ...(unfinished.length > SHOWN ? [`and ${unfinished.length - SHOWN} more`] : []),
    ...onwardTexts(directory, unfinished),
  ];
  return `${lines.join('\n')}\n`;
}

/** The time left in words; nothing where it is not known. */
export const leftTexts = (seconds: number | undefined, cores: number): string[] =>
  seconds === undefined ? [] : [`about ${durationText(seconds)} left on ${count(cores, 'core')}`];

/** How to go on with points for which `run` has nothing to do: they were made for more samples than its spec asks for, and have not all of these. */
function onwardTexts(directory: string, points: readonly PointStatus[]): string[] {
  const extended = points.flatMap(({ extendedTo }) => extendedTo ?? []);
  if (extended.length === 0) return [];
  const words = extended.length === 1 ? 'has what its spec asks for' : 'have what their specs ask for';
  return [
    `${extended.length} of these ${words}, and less than extend asked for`,
    `spinformer extend ${directory} --samples ${Math.max(...extended)} goes on`,
  ];
}

function pointTable(points: readonly NumberedPoint[]): string {
  const rows = points.map(({ number, name, status, samples, wanted }) => [
    name,
    `${number}`,
    statusWord(status),
    wanted === undefined ? '' : `${samples} of ${wanted}`,
  ]);
  const messages = points.flatMap(({ name, message }) => (message === undefined ? [] : `${name}: ${message}`));
  return [table([['point', '', '', 'samples'], ...rows]), ...messages].join('\n');
}
