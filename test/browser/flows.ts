/** Flows, trained and used: they must give the same text in every engine. */
import { createLattice, createModel, type Engine, namedConfiguration, trainFlow } from '../../src/index.ts';
import { hex } from './hex.ts';

/** Hexadecimal bytes of the parameters after a short training, of configurations there and back, and of scores with gradients, for each conditioner. */
export function flows(engine: Engine): string {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const exact = createModel({ lattice, temperature: 0.1 }, { engine });
  return (['attention', 'shells', 'components'] as const)
    .flatMap((conditioner) => {
      const choice = { layers: 17, colours: 'sites', map: 'spline', conditioner } as const;
      const { flow } = trainFlow({ exact, choice, budget: 500, seed: 1 });
      const spins = namedConfiguration('random', lattice, { seed: 7 });
      const [score, gradient] = [new Float64Array(spins.length), new Float64Array(flow.parameters.length)];
      const logDensity = flow.logDensityAndScore(spins, score, gradient);
      const back = spins.slice();
      return [
        flow.parameters,
        Float64Array.of(logDensity, flow.transport(spins), flow.transportBack(back)),
        spins,
        back,
        score,
        gradient,
      ];
    })
    .map(hex)
    .join('\n');
}
