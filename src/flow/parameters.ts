/**
 * The order of θ, layer after layer: W_Q, W_K and W_V of the attention with shells s = 0 … n_s each, W_D of the seen neighbours with s = 1 … n_s, G of the concentration with s = 0 … n_s, then for each parameter of the spline a
 * constant and one number per shell.
 */

/** Numbers of neighbour shells n_s and of parameters of the spline, none where the map is that of von Mises and Fisher alone. */
export interface LayerShape {
  readonly shellCount: number;
  readonly splineCount: number;
}

const attentionCount = ({ shellCount }: LayerShape): number => 3 * (shellCount + 1);

/** Where the parts begin within a layer. */
export function layerParts(shape: LayerShape) {
  const direct = attentionCount(shape);
  const gain = direct + shape.shellCount;
  return { direct, gain, spline: gain + shape.shellCount + 1 };
}

export const layerParameterCount = (shape: LayerShape): number =>
  layerParts(shape).spline + shape.splineCount * (shape.shellCount + 1);

/** "layer 1 W_Q shell 0", …, "layer 1 W_D shell 1", "layer 1 gain", "layer 1 gain shell 1", "layer 1 spline 1", "layer 1 spline 1 shell 1", …; `shells`: their numbers on the lattice. */
export function flowParameterNames(shape: LayerShape, shells: readonly number[], layerCount: number): string[] {
  const named = (kind: string, numbers: readonly number[]) => numbers.map((shell) => `${kind} shell ${shell}`);
  const splines = Array.from({ length: shape.splineCount }, (_, p) => `spline ${p + 1}`);
  const names = [
    ...['W_Q', 'W_K', 'W_V'].flatMap((kind) => named(kind, [0, ...shells])),
    ...named('W_D', shells),
    'gain',
    ...named('gain', shells),
    ...splines.flatMap((spline) => [spline, ...named(spline, shells)]),
  ];
  return Array.from({ length: layerCount }, (_, layer) => names.map((name) => `layer ${layer + 1} ${name}`)).flat();
}
