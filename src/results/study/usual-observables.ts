/** Which observables of a study are shown when nobody has chosen. */
import { FIELD } from '../../spec/sweep/coordinates.ts';
import { FOUND, LARGEST, OFF_FILLING, type StudyRow } from './study-rows.ts';

/** What describes an order beside its order parameter, where reports have it. */
const BESIDE_ORDER: Readonly<Record<string, readonly string[]>> = {
  staggeredMagnetization2: ['staggeredBinderRatio', 'staggeredSusceptibility'],
  magnetization2: ['binderRatio', 'susceptibility'],
};
/** The same for a structure factor. */
const BESIDE_WAVE = ['leadingBinderRatio'];

const BEFORE = ['energyPerSite', 'specificHeatPerSite'];
/** What a study is about that sweeps the field. */
const OF_FIELD = ['magnetizationAlongField', 'susceptibilityAlongField'];
const AFTER = [LARGEST, 'density', 'freeEnergyPerSite', 'entropyPerSite'];
/** What a study is about that sweeps the chemical potential, or has a filling. */
const OF_ELECTRONS = ['density', FOUND, OFF_FILLING];

/** Those of them that are known before any point is; order parameters of points come to these. */
export const USUAL: readonly string[] = [
  ...BEFORE,
  ...OF_FIELD,
  ...Object.entries(BESIDE_ORDER).flatMap(([order, beside]) => [order, ...beside]),
  ...BESIDE_WAVE,
  ...AFTER,
  FOUND,
  OFF_FILLING,
];

/** Orders that are shown where the points of a study have different ones. */
const MOST_ORDERS = 2;

/** Energy, specific heat, order parameters with their Binder ratios and susceptibilities, the largest S(q), density: as far as the points have them. */
export function usualObservables(rows: readonly StudyRow[]): string[] {
  const orders = ordersOf(rows).flatMap((order) => [order, ...(BESIDE_ORDER[order] ?? BESIDE_WAVE)]);
  const usual = [
    ...new Set([
      ...BEFORE,
      ...(isOfElectrons(rows) ? OF_ELECTRONS : []),
      ...(isOfField(rows) ? OF_FIELD : []),
      ...orders,
      ...AFTER,
    ]),
  ];
  return usual.filter((name) => rows.some(({ observables }) => name in observables));
}

const isOfElectrons = (rows: readonly StudyRow[]): boolean =>
  rows.some(({ values, observables }) => 'model.chemical_potential' in values || FOUND in observables);

const isOfField = (rows: readonly StudyRow[]): boolean => rows.some(({ values }) => FIELD in values);

/** The order parameters by how many points have them, those of points without any order left out where others are known. */
function ordersOf(rows: readonly StudyRow[]): string[] {
  const ordered = rows.filter(({ isOrdered }) => isOrdered);
  const counts = new Map<string, number>();
  for (const { order } of ordered.length > 0 ? ordered : rows)
    if (order !== null) counts.set(order, (counts.get(order) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  return byCount.slice(0, MOST_ORDERS).map(([order]) => order);
}
