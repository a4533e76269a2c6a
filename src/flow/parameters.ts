/**
 * The order of θ, layer after layer: those of the vector h_i, as many whatever makes it, G of the concentration with shells s = 0 … n_s, then for each parameter of the spline a constant and one number per shell.
 */
import { FIELDS, type FieldKind } from './fields.ts';

/** Numbers of neighbour shells n_s and of parameters of the spline, none where the map is that of von Mises and Fisher alone. */
export interface LayerShape {
  readonly shellCount: number;
  readonly splineCount: number;
}

/** Where the parts begin within a layer. */
export function layerParts(shape: LayerShape) {
  const gain = 4 * shape.shellCount + 3;
  return { gain, spline: gain + shape.shellCount + 1 };
}

export const layerParameterCount = (shape: LayerShape): number =>
  layerParts(shape).spline + shape.splineCount * (shape.shellCount + 1);

/** "layer 1 W_Q shell 0", …, "layer 1 W_D shell 1", "layer 1 gain", "layer 1 gain shell 1", "layer 1 spline 1", "layer 1 spline 1 shell 1", …; `shells`: their numbers on the lattice. */
export function flowParameterNames(
  shape: LayerShape,
  kind: FieldKind,
  shells: readonly number[],
  layerCount: number,
): string[] {
  const withShells = (name: string) => [name, ...shells.map((shell) => `${name} shell ${shell}`)];
  const splines = Array.from({ length: shape.splineCount }, (_, p) => `spline ${p + 1}`);
  const names = [...FIELDS[kind].parameterNames(shells), ...withShells('gain'), ...splines.flatMap(withShells)];
  return Array.from({ length: layerCount }, (_, layer) => names.map((name) => `layer ${layer + 1} ${name}`)).flat();
}
