/** Which page an address asks for. */

/** Steps of the tour are counted from 1. */
export type Route = { readonly page: 'lab' } | { readonly page: 'tour'; readonly step: number };

const TOUR = /^#\/?tour(?:\/(\d+))?$/;

/** `hash`: of the address, with its #. All that is not known is the workbench, which reads a spec from it or begins with its own. */
export function routeOf(hash: string): Route {
  const tour = TOUR.exec(hash);
  return tour ? { page: 'tour', step: Number(tour[1] ?? 1) } : { page: 'lab' };
}

export const tourAddress = (step: number): string => `#tour/${step}`;
