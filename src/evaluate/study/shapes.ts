/** Points of a study whose exact models differ in numbers alone: one of them is made for all, and the others follow from their expansions. */
import { requireSamplable } from '../../chain/samplable.ts';
import { createModel, type ModelOptions } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { expansionOf } from '../../exact/pole-expansion.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { steps } from './steps.ts';

/** A point with what its model differs by. */
interface ShapePoint {
  readonly spec: Spec;
  /** Largest level over temperature, which the number of poles depends on. */
  readonly range: number;
}

/** The points of one lattice, hopping pattern and route. */
export interface Shape {
  readonly model: SpinFermionModel;
  readonly points: readonly ShapePoint[];
}

/** The points of a study as they are looked at one by one. */
export interface Survey {
  /** Takes in a point. Throws InputError for what no run can be made of. */
  readonly accept: (spec: Spec) => void;
  /** All shapes so far. */
  readonly shapes: () => readonly Shape[];
}

export function createSurvey(options: ModelOptions = {}): Survey {
  const shapes = new Map<string, Shape & { readonly points: ShapePoint[] }>();
  return {
    shapes: () => [...shapes.values()],
    accept(spec) {
      requireSamplable(spec);
      const found = withStandIn(spec);
      const parameters = sampledParameters(found);
      const key = shapeKey(found);
      const shape = shapes.get(key) ?? { model: createModel(parameters, options), points: [] };
      shapes.set(key, shape);
      shape.points.push({ spec, range: spinFermionSystem(parameters).cutoff / parameters.temperature });
    },
  };
}

/** Whatever the sparse factorisation of a model and the tolerance of its expansion depend on. */
function shapeKey({ lattice, model }: Spec): string {
  const { hopping, chemicalPotential, tolerance } = model;
  return JSON.stringify([lattice, hopping.map((t) => t !== 0), chemicalPotential === 0, tolerance]);
}

/** The number of poles of every point of a shape; 0 where levels are summed. It grows with the range, so few expansions tell all. */
export function poleCounts({ model, points }: Shape): Map<Spec, number> {
  if (model.route === 'dense') return new Map(points.map(({ spec }) => [spec, 0]));
  const ordered = points.toSorted((a, b) => a.range - b.range);
  const counts = steps(ordered.length, (index) => poleCount(ordered[index].spec));
  return new Map(ordered.map(({ spec }, index) => [spec, counts[index]]));
}

const poleCount = (spec: Spec): number =>
  expansionOf(spinFermionSystem(sampledParameters(withStandIn(spec)))).shifts.length;
