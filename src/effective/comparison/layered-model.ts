/** A stack of layers as an effective model. */
import { philoxStream } from '../../numeric/philox.ts';
import { attentionModel, type Description } from '../attention/attention-model.ts';
import type { EffectiveModel } from '../model.ts';
import { type Layer, newSignal, type Signal } from './layer.ts';
import { allocate, type Parameters, type Piece, type Weights } from './weights.ts';

/** Spins go in as one field of 3N numbers; the last layer gives one field, whose sum is E − E_0. */
type Build = (spins: Signal, weights: readonly Weights[]) => readonly Layer[];

/** Nanoseconds per weight and number that it multiplies, about. */
const COST = 10;

/** The model of a stack of layers. `components`: numbers per site in a field, 3 for vectors. It starts from values drawn with seed 0. */
export function networkModel(
  { lattice, choice, components }: Pick<Description, 'lattice' | 'choice'> & { readonly components: number },
  pieces: readonly Piece[],
  build: Build,
): EffectiveModel {
  const theta = allocate(pieces);
  const spins = newSignal(1, 3 * lattice.siteCount);
  const layers = build(spins, theta.weights);
  theta.draw(philoxStream(0, 0));
  const { parameterNames, parameters } = theta;
  const cost = COST * parameters.length * components * lattice.siteCount;
  const description = { lattice, choice, parameterNames, cost };
  return { ...attentionModel(description, kernelsOf(theta, spins, layers)), draw: theta.draw };
}

function kernelsOf({ parameters, gradient }: Parameters, spins: Signal, layers: readonly Layer[]) {
  const signals = [spins, ...layers.map(({ output }) => output)];
  const [energies, slopes] = [signals[signals.length - 1].values[0], signals[signals.length - 1].adjoints[0]];
  const backward = [...layers].reverse();
  const force = new Float64Array(spins.values[0].length);
  const energy = () => {
    for (const layer of layers) layer.forward();
    let sum = parameters[0];
    for (let i = 0; i < energies.length; i++) sum += energies[i];
    return sum;
  };
  const derivatives = () => {
    const value = energy();
    for (const { adjoints } of signals) for (const adjoint of adjoints) adjoint.fill(0);
    slopes.fill(1);
    for (const layer of backward) layer.backward();
    gradient[0] = 1;
    for (let k = 0; k < force.length; k++) force[k] = -spins.adjoints[0][k];
    return value;
  };
  const common = { parameters, gradient, spins: spins.values[0], force };
  return { ...common, energy, energyAndForce: derivatives, energyAndGradient: derivatives };
}
