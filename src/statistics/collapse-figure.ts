/** What a figure of a data collapse shows: points and master curve of the fit that counts most. */
import type { CollapseModel } from './collapse-models.ts';
import { masterCurve, type SizedPoint, scaledDistance, sizePower } from './master-curve.ts';
import { polynomialAt } from './polynomial-fit.ts';

/** A point on the figure of a collapse. */
export interface CollapsedPoint {
  readonly size: number;
  /** (x − critical) L^{1/ν}. */
  readonly distance: number;
  /** y L^{−a}, less the correction to scaling and the curvature of the scaling field, with one standard deviation. */
  readonly value: number;
  readonly error: number;
  /** Whether it lies in the window of the fit. */
  readonly isFitted: boolean;
}

export interface CollapseFigure {
  /** The fit that counts most: its window |u| ≤ window, the degree of the master curve, and how well it meets its points. */
  readonly best: {
    readonly window: number;
    readonly degree: number;
    /** ω of its correction to scaling L^{−ω} g(u); null without one. */
    readonly correction: number | null;
    readonly points: number;
    readonly chiSquare: number;
    readonly degrees: number;
  };
  readonly collapsed: readonly CollapsedPoint[];
  /** The master curve in the window, [u, f(u)]. */
  readonly master: readonly (readonly [number, number])[];
}

const MASTER_POINTS = 101;

/** The figure of a fit of these points. */
export function collapseFigure(points: readonly SizedPoint[], best: CollapseModel): CollapseFigure {
  const { members, form, parameters, chiSquare, degrees } = best;
  const { degree, correction } = form;
  const chosen = new Set(members);
  const fitted = members.map((i) => points[i]);
  const { coefficients, scale, correction: corrections, curvature } = masterCurve(fitted, parameters, form);
  return {
    best: { window: scale, degree, correction: correction?.power ?? null, points: members.length, chiSquare, degrees },
    collapsed: points.map((point, i) => {
      const factor = 1 / sizePower(point.size, parameters.exponent);
      const distance = scaledDistance(point, parameters);
      const { size, value, error } = point;
      const u = distance / scale;
      const bend = curvature * u * u * sizePower(size, -parameters.inverseNu);
      const shift = bend + (correction ? sizePower(size, -correction.power) * polynomialAt(corrections, u) : 0);
      return { size, distance, value: value * factor - shift, error: error * factor, isFitted: chosen.has(i) };
    }),
    master: Array.from({ length: MASTER_POINTS }, (_, k) => {
      const u = (2 * k) / (MASTER_POINTS - 1) - 1;
      return [u * scale, polynomialAt(coefficients, u)] as const;
    }),
  };
}
