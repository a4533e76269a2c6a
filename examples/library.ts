// The library: build a model, weigh a configuration, then move single spins by the exact Metropolis test.
//
//   node_modules/.bin/node examples/library.ts        (with the package installed, import from 'spinformer')
import { createLattice, createModel, namedConfiguration, philoxStream, randomDirection } from '../src/index.ts';

const lattice = createLattice({ kind: 'square', size: [6, 6] });
const model = createModel({ lattice, temperature: 0.05 }); // what is left out has the defaults of a spec

const spins = namedConfiguration('random', lattice, { seed: 1 });
console.log(
  `log W = ${model.logWeight(spins).toFixed(8)} ± ${model.errorBound.toExponential(1)} by the ${model.route} route`,
);

const force = new Float64Array(3 * lattice.siteCount);
model.logWeightAndForce(spins, force);
console.log(`force on spin 0: ${[...force.subarray(0, 3)].map((component) => component.toFixed(8)).join(', ')}`);

const { energy, density } = model.measure(spins);
console.log(`energy ${energy.toFixed(8)}, electrons per site ${density.toFixed(8)}`);

const updater = model.localUpdater(spins);
const random = philoxStream(2023, 0);
const direction = new Float64Array(3);
let accepted = 0;
for (const patch of updater.patches) {
  for (const site of patch) {
    randomDirection(random, direction, 0);
    const change = updater.propose(site, direction[0], direction[1], direction[2]);
    if (Math.log(random.nextUniform()) < change) {
      updater.accept();
      accepted++;
    }
  }
}
console.log(`one sweep: ${accepted} of ${lattice.siteCount} accepted, drift ${updater.refresh().toExponential(1)}`);
