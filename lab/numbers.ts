/** Numbers as people write them. */

/** The sign of papers in place of a hyphen. */
export const signed = (text: string): string => text.replaceAll('-', '−');

/** So many digits, without an exponent and without zeros that say nothing. */
export const inDigits = (value: number, digits: number): string => signed(String(Number(value.toPrecision(digits))));

/** So many decimals. */
export const fixed = (value: number, decimals: number): string => signed(value.toFixed(decimals));
