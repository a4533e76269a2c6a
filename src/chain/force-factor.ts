/** A log weight with forces, in log weights. */
export const FORCE_FACTOR = 3;
