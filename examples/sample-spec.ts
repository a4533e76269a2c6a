// A spec sampled in three lines, in Node or in a page, and what grows from them: a checkpoint, and two chains that share one training.
//
//   node_modules/.bin/node examples/sample-spec.ts        (with the package installed, import from 'spinformer' and 'spinformer/spec')
import { estimateMean, formatEstimate } from '../src/index.ts';
import { prepareSpec, type SpecCheckpoint, sampleSpec } from '../src/spec.ts';

const spec = {
  lattice: { size: [4, 4] },
  model: { temperature: 0.1 },
  effective: { kind: 'linear' },
  training: { exactEvaluations: 200 },
  sampling: { warmUp: 100, samples: 2000 },
} as const;

// The loop may be left at any time. Every sample holds the observables of a report by name, and the spins.
for await (const { index, values } of sampleSpec(spec)) {
  console.log(`sample ${index}: ${values.energyPerSite.toFixed(4)} per site`);
  if (index === 102) break;
}

// One training for several chains: what prepareSpec returns is plain data, and each chain can have a worker of its own.
const prepared = prepareSpec(spec);
const chains = await Promise.all([1, 2].map((chain) => energiesOf(chain)));
console.log(`⟨u⟩ = ${formatEstimate(estimateMean(chains.map(({ energies }) => energies)))}`);

// The checkpoint of a sample is plain data too. From the last one of a chain, 500 more.
const longer = { ...prepared, spec: { ...prepared.spec, sampling: { ...prepared.spec.sampling, samples: 2500 } } };
const { energies } = await energiesOf(1, longer, chains[0].checkpoint);
console.log(`chain 1 went on with ${energies.length} samples`);

async function energiesOf(chain: number, job = prepared, from?: SpecCheckpoint) {
  const energies: number[] = [];
  let checkpoint: SpecCheckpoint | undefined;
  for await (const sample of sampleSpec(job, { chain, ...(from ? { from } : {}) })) {
    energies.push(sample.values.energyPerSite);
    checkpoint = sample.checkpoint;
  }
  return { energies: Float64Array.from(energies), checkpoint };
}
