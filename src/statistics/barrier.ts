/** Ladders with equal rejection of exchanges: S. Syed, A. Bouchard-Côté, G. Deligiannidis and A. Doucet, J. R. Stat. Soc. B 84, 321 (2022), §5. */

/**
 * So many places between the first and the last, both kept, with the same rejection between any two neighbours. `rejections`: between place k and k + 1 as measured, or what else hinders there,
 * which add up to the barrier that any ladder has; it is taken to rise linearly between two places. The places as they are where nothing is ever rejected.
 */
export function equalised(places: readonly number[], rejections: readonly number[]): number[] {
  const cumulative = [0];
  for (const rejection of rejections) cumulative.push(cumulative[cumulative.length - 1] + rejection);
  const barrier = cumulative[cumulative.length - 1];
  if (barrier === 0) return [...places];
  const last = places.length - 1;
  return places.map((place, k) => (k === 0 || k === last ? place : placeAt((barrier * k) / last, places, cumulative)));
}

function placeAt(level: number, places: readonly number[], cumulative: readonly number[]): number {
  const above = cumulative.findIndex((value) => value >= level);
  const share = (level - cumulative[above - 1]) / (cumulative[above] - cumulative[above - 1]);
  return places[above - 1] + share * (places[above] - places[above - 1]);
}

/** Round trips per step of the whole ladder through pairs that alternate, as far as a replica forgets where it was: 1/(2 + 2 Σ r/(1 − r)) (the same, theorem 1). */
export const idealRoundTripRate = (rejections: readonly number[]): number =>
  1 / (2 + 2 * rejections.reduce((sum, rejection) => sum + rejection / (1 - rejection), 0));
