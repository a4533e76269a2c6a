/** Why a model takes the route it takes, in words. */
import type { ModelParameters, Route } from '../exact/model.ts';
import type { SpinFermionSystem } from '../exact/system.ts';

export function routeReason(
  route: Route,
  { sublattice, hopping, parameters }: SpinFermionSystem,
  filling?: number,
): string {
  const { temperature, chemicalPotential } = parameters;
  if (temperature === 0) return 'at T = 0 the levels themselves are needed';
  if (route === 'dense') return 'asked for';
  if (route === 'quaternion') return 'real hopping between two sublattices, and μ = 0: class C';
  if (hopping.imaginary.some((value) => value !== 0)) return complexReason(parameters);
  if (!sublattice) return 'hopping does not split the sites into two sublattices';
  if (filling !== undefined) return `n = ${filling} breaks class C`;
  return chemicalPotential === 0 ? 'asked for' : `μ = ${chemicalPotential} breaks class C`;
}

function complexReason({ flux = 0, lattice }: ModelParameters): string {
  if (flux !== 0) return 'the flux makes hopping complex';
  return lattice.spec.bonds ? 'phases make hopping complex' : 'the twist makes hopping complex';
}
