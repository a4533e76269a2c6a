/** The status of a point in words. */
import { count } from '../../words/count.ts';
import type { PointStatus } from './read-points.ts';

/** In the order in which they are told. */
const STATES: readonly PointStatus[] = ['done', 'running', 'missing', 'failed'];

/** Programs read `running` of every point that has begun and is not done. Nobody knows whether anything computes it, so people read `unfinished`, as of a chain. */
export const statusWord = (status: PointStatus): string => (status === 'running' ? 'unfinished' : status);

/** `15 points: 13 done, 1 unfinished, 1 missing` */
export function statusCounts(points: readonly { readonly status: PointStatus }[]): string {
  const numbers = STATES.map((state) => [points.filter(({ status }) => status === state).length, state] as const);
  const words = numbers.filter(([number]) => number > 0).map(([number, state]) => `${number} ${statusWord(state)}`);
  return `${count(points.length, 'point')}${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
}
