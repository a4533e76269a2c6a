/** The wave vector of the order of a curve: one for all of its points, since quantities at different ones are no curve. */

/** The largest structure factor of a point. */
export interface PointOrder {
  readonly name: string;
  /** Null where it is not known. */
  readonly mean: number | null;
}

/** The name of the structure factor of a curve: that of the point where it is largest, since noise chooses where there is no order. Undefined of points without samples. */
export function leadingWave(orders: readonly (PointOrder | null)[]): string | undefined {
  const known = orders.filter((order) => order !== null);
  const meanOf = ({ mean }: PointOrder) => mean ?? Number.NEGATIVE_INFINITY;
  return known.reduce<PointOrder | undefined>((a, b) => (a && meanOf(a) >= meanOf(b) ? a : b), undefined)?.name;
}
