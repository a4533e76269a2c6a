/** The key that numbers realisations of disorder: points that differ in it alone are realisations of one average. */
import type { SweptValue } from '../../spec/study.ts';
import { REALISATION } from '../../spec/sweep/realisations.ts';

export { REALISATION };

type Values = Readonly<Record<string, SweptValue>>;

/** Whether a study averages over realisations. */
export const hasRealisations = (keys: readonly string[]): boolean => keys.includes(REALISATION);

/** The other keys. */
export const withoutRealisation = (keys: readonly string[]): string[] => keys.filter((key) => key !== REALISATION);

/** The values of the other keys. */
export const valuesWithout = ({ [REALISATION]: _, ...others }: Values): Values => others;
