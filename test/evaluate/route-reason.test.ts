import { expect, it } from 'vitest';
import { routeReason } from '../../src/evaluate/route-reason.ts';
import { createModel } from '../../src/exact/create.ts';
import type { Route } from '../../src/exact/model.ts';
import { spinFermionSystem } from '../../src/exact/system.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';

const square: SpecInput['lattice'] = { size: [4, 4] };

it.each<[SpecInput, Route | undefined, Route, string]>([
  [{ lattice: square }, undefined, 'quaternion', 'real hopping between two sublattices, and μ = 0: class C'],
  [{ lattice: square, model: { chemicalPotential: 0.5 } }, undefined, 'complex', 'μ = 0.5 breaks class C'],
  [
    { lattice: square, model: { hopping: [1, 0.2] } },
    undefined,
    'complex',
    'hopping does not split the sites into two sublattices',
  ],
  [{ lattice: { size: [5, 4] } }, undefined, 'complex', 'hopping does not split the sites into two sublattices'],
  [{ lattice: { size: [4, 4], twist: [0.1, 0] } }, undefined, 'complex', 'the twist makes hopping complex'],
  [{ lattice: square, model: { temperature: 0 } }, undefined, 'dense', 'at T = 0 the levels themselves are needed'],
  [{ lattice: square }, 'complex', 'complex', 'asked for'],
  [{ lattice: square }, 'dense', 'dense', 'asked for'],
])('%j by route %s: %s, %s', (input, asked, route, reason) => {
  const parameters = modelParameters(resolveSpec(input));
  const model = createModel(parameters, asked ? { route: asked } : {});
  expect(model.route).toBe(route);
  expect(routeReason(route, spinFermionSystem(parameters))).toBe(reason);
});
