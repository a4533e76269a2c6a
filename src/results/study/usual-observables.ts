/** Which observables of a study are shown when nobody has chosen. */
import { InputError } from '../../errors.ts';
import { nearest } from '../../words/nearest.ts';
import { LARGEST, type StudyRow } from './study-rows.ts';

/** What describes an order beside its order parameter, where reports have it. */
const BESIDE_ORDER: Readonly<Record<string, readonly string[]>> = {
  staggeredMagnetization2: ['staggeredBinderRatio', 'staggeredSusceptibility'],
  magnetization2: ['binderRatio', 'susceptibility'],
};
/** The same for a structure factor. */
const BESIDE_WAVE = ['leadingBinderRatio'];

/** Orders that are shown where the points of a study have different ones. */
const MOST_ORDERS = 2;

/** Energy, specific heat, order parameters with their Binder ratios and susceptibilities, the largest S(q), density: as far as the points have them. */
export function usualObservables(rows: readonly StudyRow[]): string[] {
  const orders = ordersOf(rows).flatMap((order) => [order, ...(BESIDE_ORDER[order] ?? BESIDE_WAVE)]);
  const usual = ['energyPerSite', 'specificHeatPerSite', ...orders, LARGEST, 'density'];
  return usual.filter((name) => rows.some(({ observables }) => name in observables));
}

/** The order parameters by how many points have them, those of points without any order left out where others are known. */
function ordersOf(rows: readonly StudyRow[]): string[] {
  const ordered = rows.filter(({ isOrdered }) => isOrdered);
  const counts = new Map<string, number>();
  for (const { order } of ordered.length > 0 ? ordered : rows)
    if (order !== null) counts.set(order, (counts.get(order) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  return byCount.slice(0, MOST_ORDERS).map(([order]) => order);
}

/** Checks names of observables against what the points have; throws InputError for one that none of them has. */
export function checkObservableNames(names: readonly string[], rows: readonly StudyRow[]): void {
  const known = new Set(rows.flatMap(({ observables }) => Object.keys(observables)));
  const strange = names.find((name) => !known.has(name));
  if (strange === undefined || known.size === 0) return;
  const meant = nearest(strange, [...known]);
  const suggestion = meant ? `\n  did you mean ${meant}?` : '';
  throw new InputError(`--observables: expected names of observables of the study, found ${strange}${suggestion}`);
}
