/** WebAssembly and its twin: the same bits. */
import { describe, expect, it } from 'vitest';
import { learnedBase, uniformBase } from '../../src/flow/base.ts';
import type { FlowChoice } from '../../src/flow/choice.ts';
import { createFlow, type Flow } from '../../src/flow/flow.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { Engine } from '../../src/wasm/engine.ts';
import { linearModel } from '../sampling/models.ts';
import { FLOWS, randomSpins } from './flows.ts';

type Case = Pick<(typeof FLOWS)[number], 'lattice'> & { readonly choice: FlowChoice };

/** All that a flow computes, of several spins and with parameters of several sizes. */
function computed({ lattice: spec, choice }: Case, engine: Engine, scale: number, isLearned = false): number[] {
  const lattice = createLattice(spec);
  const base = isLearned ? learnedBase(linearModel(lattice, [-0.3]), 0.5) : uniformBase(lattice.siteCount);
  const flow = createFlow(lattice, choice, base, engine);
  fillNormal(philoxStream(1, 0), flow.parameters);
  for (const [k, value] of flow.parameters.entries()) flow.parameters[k] = scale * value;
  return Array.from({ length: 4 }, (_, seed) => everythingAt(flow, randomSpins(flow, seed))).flat();
}

function everythingAt(flow: Flow, spins: Float64Array): number[] {
  const [image, back, score, adjoint] = [spins.slice(), spins.slice(), spins.slice(), spins.slice()];
  const gradient = new Float64Array(flow.parameters.length);
  const paths: number[] = [];
  const logs = [flow.transport(image), flow.transportBack(back), flow.logDensityAndScore(spins, score, gradient)];
  flow.imageGradient(spins, adjoint, gradient);
  flow.pathGradient(spins, (at, found) => paths.push(...at, ...found), gradient);
  flow.pathGradientBack(spins, image, gradient);
  return [...logs, ...image, ...back, ...score, ...adjoint, ...paths, ...gradient];
}

const SCALES = [0, 1e-9, 0.1, 0.6, 3, 30];
const DEEP: readonly Case[] = (['attention', 'shells', 'components'] as const).map((conditioner) => ({
  lattice: { kind: 'square', size: [4, 4] },
  choice: { layers: 20, colours: 'sites', map: 'spline', conditioner },
}));

describe.each([...FLOWS, ...DEEP])('$lattice.kind $lattice.size, $choice', (given) => {
  it.each(SCALES)('parameters of size %s', (scale) => {
    expect(computed(given, 'wasm', scale)).toEqual(computed(given, 'typescript', scale));
  });
});

it('are the same on the base of a learned energy', () => {
  for (const given of DEEP)
    expect(computed(given, 'wasm', 0.3, true)).toEqual(computed(given, 'typescript', 0.3, true));
});
