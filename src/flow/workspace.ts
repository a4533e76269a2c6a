/** Arrays that all layers of a flow share: what a layer computes from the spins is used before the next one overwrites it. */
import type { Projections } from '../effective/attention/twin/projections.ts';

export interface LayerWorkspace {
  /** The seen spins and their shell sums, and what the way back needs of the same shape. */
  readonly features: readonly Float64Array[];
  readonly combined: readonly Float64Array[];
  readonly featureAdjoints: readonly Float64Array[];
  readonly projections: Projections;
  readonly projectionAdjoints: Projections;
  readonly lanes: {
    readonly k: readonly [Float64Array, Float64Array];
    readonly v: readonly [Float64Array, Float64Array];
  };
  readonly seenAdjoint: Float64Array;
  /** h and ∂E/∂h. */
  readonly field: Float64Array;
  readonly fieldAdjoint: Float64Array;
  /** One number per site and shell. */
  readonly invariants: Float64Array;
  readonly invariantAdjoint: Float64Array;
}

export function layerWorkspace(siteCount: number, shellCount: number): LayerWorkspace {
  const field = () => new Float64Array(3 * siteCount);
  const projections = (): Projections => [field(), field(), field()];
  const features = () => Array.from({ length: shellCount + 1 }, field);
  return {
    features: features(),
    combined: features(),
    featureAdjoints: features(),
    projections: projections(),
    projectionAdjoints: projections(),
    lanes: { k: [field(), field()], v: [field(), field()] },
    seenAdjoint: field(),
    field: field(),
    fieldAdjoint: field(),
    invariants: new Float64Array(siteCount * shellCount),
    invariantAdjoint: new Float64Array(siteCount * shellCount),
  };
}
