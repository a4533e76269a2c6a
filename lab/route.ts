/** Which page an address asks for. */

/** Steps of the tour are counted from 1. */
export type Route = { readonly page: 'lab' | 'watch' } | { readonly page: 'tour'; readonly step: number };

const TOUR = /^#\/?tour(?:\/(\d+))?$/;

/** `hash`: of the address, with its #. All that is not known is the workbench, which reads a spec from it or begins with its own. */
export function routeOf(hash: string): Route {
  if (pointOf(hash) !== undefined) return { page: 'watch' };
  const tour = TOUR.exec(hash);
  return tour ? { page: 'tour', step: Number(tour[1] ?? 1) } : { page: 'lab' };
}

export const tourAddress = (step: number): string => `#tour/${step}`;

/** `#watch/3`: the third point of a study; 0 where the address names none. Undefined for an address that is none of a window. */
export function pointOf(hash: string): number | undefined {
  const [, digits = '0'] = /^#\/?watch(?:\/(\d+))?$/.exec(hash) ?? [undefined, ''];
  return digits === '' ? undefined : Number(digits);
}
