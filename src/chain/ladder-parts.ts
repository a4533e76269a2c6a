/** What a tempered chain stores besides the observables of its lowest temperature. */

/** The part with the exchanges. */
export const EXCHANGES = 'exchanges';

/** The part of the replica at a temperature above the lowest, which is the chain itself; counted from 0. */
export const partOfRung = (rung: number): string => String(rung + 1);

/** Which configuration is where: labels are those of the temperatures, from 1, at which the configurations began. */
export const labelName = (rung: number): string => `label_${rung + 1}`;

/** The probability with which the configurations at this temperature and the next one were exchanged; NaN where that was not tried. */
export const probabilityName = (lower: number): string => `probability_${lower + 1}`;

/** The columns of the exchanges in a ladder of so many temperatures. */
export const exchangeNames = (count: number): string[] => [
  ...Array.from({ length: count }, (_, rung) => labelName(rung)),
  ...Array.from({ length: count - 1 }, (_, lower) => probabilityName(lower)),
];
