/** `87.3 %` of a share between 0 and 1. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
