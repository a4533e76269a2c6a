// A sampler of your own: all spins move at once, each drawn around where it is and where its exact force points.
//
//   node_modules/.bin/node examples/extend-sampler.ts        (with the package installed, import from 'spinformer')
import {
  createLattice,
  createModel,
  drawVonMisesFisher,
  estimateMean,
  formatEstimate,
  namedConfiguration,
  philoxStream,
  runChain,
  type Sampler,
  type SpinFermionModel,
} from '../src/index.ts';

/** The best acceptance of Langevin proposals: G. O. Roberts and J. S. Rosenthal, J. R. Stat. Soc. B 60, 255 (1998). */
const TARGET_ACCEPTANCE = 0.574;

/**
 * Langevin moves on the sphere. Every spin is drawn with density q(S′|S) = k/(4π sinh k) exp(k · S′), k = κ S + f/2T, f = −∂F/∂S; the exact weight decides.
 *
 * The factor ½ of the force makes q(S′|S)/q(S|S′) all but W(S′)/W(S) for short steps (G. Zanella, J. Am. Stat. Assoc. 115, 852 (2020)), and what is left is
 * in the acceptance: min(1, W(S′) q(S|S′) / W(S) q(S′|S)), which is detailed balance for any κ. Steps are about 1/√κ long, tuned in the warm-up.
 */
function langevinSampler(model: SpinFermionModel): Sampler {
  const { temperature, lattice } = model.parameters;
  const [here, there] = [new Float64Array(3 * lattice.siteCount), new Float64Array(3 * lattice.siteCount)];
  const [forceHere, forceThere] = [new Float64Array(here.length), new Float64Array(here.length)];
  let settings = { logConcentration: 3, adaptations: 0 };
  let probability = 0;

  /** The force at the spins of the chain: what the last step has left, unless something else has moved them. */
  function moveTo(spins: Float64Array): void {
    if (spins.every((value, c) => value === here[c])) return;
    here.set(spins);
    model.logWeightAndForce(here, forceHere);
  }

  return {
    name: 'langevin',
    start: (spins) => ({ spins: spins.slice(), logWeight: model.logWeight(spins), logImportance: 0 }),
    step(state, random) {
      moveTo(state.spins);
      const concentration = Math.exp(settings.logConcentration);
      const forward = fields(here, forceHere, concentration, temperature);
      for (let i = 0; i < here.length; i += 3) drawVonMisesFisher(forward.subarray(i, i + 3), random, there, i);
      const logWeight = model.logWeightAndForce(there, forceThere);
      const backward = fields(there, forceThere, concentration, temperature);
      const logRatio = logWeight - state.logWeight + logDensity(backward, here) - logDensity(forward, there);
      probability = Math.min(1, Math.exp(logRatio));
      const accepted = random.nextUniform() < probability;
      if (accepted) {
        state.spins.set(there);
        state.logWeight = logWeight;
        here.set(there);
        forceHere.set(forceThere);
      }
      const counts = { proposed: 1, accepted: Number(accepted), exactEvaluations: 1, logRatio };
      return { ...counts, effectiveEvaluations: 0, innerProposed: 0, innerAccepted: 0 };
    },
    // Called in the warm-up only: a chain that goes on adapting has no stationary distribution.
    adapt() {
      const { logConcentration, adaptations } = settings;
      const change = (TARGET_ACCEPTANCE - probability) / Math.sqrt(adaptations + 1);
      settings = { logConcentration: logConcentration + change, adaptations: adaptations + 1 };
    },
    settings: () => settings,
    restore({ logConcentration, adaptations }) {
      settings = { logConcentration, adaptations };
    },
  };
}

/** k_i = κ S_i + f_i/2T of all sites. */
function fields(spins: Float64Array, force: Float64Array, concentration: number, temperature: number): Float64Array {
  return spins.map((value, c) => concentration * value + force[c] / (2 * temperature));
}

/** Σ_i log[k_i/sinh k_i exp(k_i · S_i)]; without the constant 1/4π. */
function logDensity(fields: Float64Array, spins: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < fields.length; i += 3) {
    const [x, y, z] = fields.subarray(i, i + 3);
    const k = Math.hypot(x, y, z);
    // log(k/sinh k), where neither sinh k overflows nor k = 0 makes it 0/0.
    const logNorm = k < 1e-3 ? (-k * k) / 6 : Math.log((2 * k) / -Math.expm1(-2 * k)) - k;
    sum += logNorm + x * spins[i] + y * spins[i + 1] + z * spins[i + 2];
  }
  return sum;
}

/** Means of f(S) over two chains from a hot and a cold start. */
function sample(model: SpinFermionModel, samples: number, f: (spins: Float64Array) => number) {
  const chains = (['random', 'neel'] as const).map((start, chain) => {
    const sampler = langevinSampler(model);
    const state = sampler.start(namedConfiguration(start, model.parameters.lattice));
    const plan = { warmUp: 500, samples, measure: ({ spins }: { spins: Float64Array }) => ({ f: f(spins) }) };
    return runChain(sampler, state, philoxStream(2023, chain + 1), plan);
  });
  const accepted = chains.reduce((sum, { totals }) => sum + totals.accepted / totals.proposed / chains.length, 0);
  return { accepted, estimate: estimateMean(chains.map(({ series }) => series.f)) };
}

const dot = (spins: Float64Array, i: number, j: number) =>
  spins[3 * i] * spins[3 * j] + spins[3 * i + 1] * spins[3 * j + 1] + spins[3 * i + 2] * spins[3 * j + 2];

// Two sites are known without any Monte Carlo: W depends on the angle between the spins alone, and its cosine z is uniform without W.
const two = createModel({
  lattice: createLattice({ kind: 'chain', size: [2], boundary: ['open'] }),
  temperature: 0.05,
});
const cosines = Array.from({ length: 2000 }, (_, k) => (k + 0.5) / 1000 - 1);
const weights = cosines.map((z) => Math.exp(two.logWeight(Float64Array.of(0, 0, 1, Math.sqrt(1 - z * z), 0, z))));
const norm = weights.reduce((sum, weight) => sum + weight, 0);
const known = cosines.reduce((sum, z, k) => sum + (z * weights[k]) / norm, 0);
const pair = sample(two, 20_000, (spins) => dot(spins, 0, 1));
console.log(`two sites: S_1·S_2 = ${formatEstimate(pair.estimate)}, by quadrature ${known.toFixed(6)}`);

// The staggered magnetisation of 4 × 4 sites, which sets in at this temperature; two other exact methods give m_s² = 0.1243(2).
const model = createModel({ lattice: createLattice({ kind: 'square', size: [4, 4] }), temperature: 0.1 });
const { siteCount } = model.parameters.lattice;
const neel = namedConfiguration('neel', model.parameters.lattice); // along z: +1 on one sublattice, −1 on the other

function staggeredMagnetization2(spins: Float64Array): number {
  const mean = [0, 0, 0];
  spins.forEach((value, k) => {
    mean[k % 3] += (neel[k - (k % 3) + 2] * value) / siteCount;
  });
  return mean.reduce((sum, component) => sum + component * component, 0);
}

const square = sample(model, 20_000, staggeredMagnetization2);
console.log(`4 × 4 sites: m_s² = ${formatEstimate(square.estimate)}`);
console.log(`accepted: ${(100 * square.accepted).toFixed(0)} %`);

// A chain that is interrupted goes on from spins, log W, position of the random numbers, and settings, bit-identically.
const start = namedConfiguration('random', model.parameters.lattice, { seed: 1 });
const [whole, random] = [langevinSampler(model), philoxStream(1, 1)];
const state = whole.start(start);
for (let step = 0; step < 50; step++) {
  whole.step(state, random);
  whole.adapt?.();
}
const checkpoint = structuredClone({ state, position: random.position, settings: whole.settings() });
for (let step = 0; step < 50; step++) whole.step(state, random);
const resumed = langevinSampler(model);
resumed.restore(checkpoint.settings);
const later = philoxStream(1, 1, checkpoint.position);
for (let step = 0; step < 50; step++) resumed.step(checkpoint.state, later);
const isSame = checkpoint.state.spins.every((value, c) => value === state.spins[c]);
console.log(`resumed half-way: ${isSame ? 'bit-identical' : 'different'}`);
