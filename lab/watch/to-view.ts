/** A run that is watched, as the page shows chains. */
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';
import type { Findings, GenerationState, RunState, SeriesState } from '../../src/watch/state.ts';
import type { Drawn, Frame, Running, Summary } from '../engine/frame.ts';
import type { Generation } from '../engine/generation.ts';
import type { Scene } from '../engine/scene.ts';
import { NOTHING_YET, type Stage, type View } from '../state/view.ts';

export function toView(state: RunState, scene: Scene | undefined): View {
  const { findings, learning, spec } = state;
  return {
    ...NOTHING_YET,
    stage: stageOf(state),
    method: spec.sampling.method,
    flows: state.flows,
    scene,
    generations: learning?.generations.map(generation) ?? [],
    frame: frameOf(state),
    summary: findings && summaryOf(findings),
  };
}

function stageOf({ health }: RunState): Stage {
  if (health.condition === 'finished') return 'done';
  return health.condition === 'learning' ? 'learning' : 'sampling';
}

/** σ is that of the fit, over samples held out. */
function generation({ heldOut, ...known }: GenerationState): Generation {
  const deviation = Math.sqrt(heldOut);
  return { ...known, deviation, predicted: predictedAcceptance(deviation) };
}

function frameOf({ spins, chains, spec, rate = 0, findings }: RunState): Frame | undefined {
  if (!spins) return undefined;
  const { rate: acceptance, predicted } = findings?.acceptance ?? { rate: null, predicted: null };
  return {
    samples: spins.sample,
    wanted: chains[spins.chain - 1].wanted,
    warmUp: spec.sampling.warmUp,
    rate,
    spins: Float32Array.from(spins.values),
    // That of the exact bits, which a picture does not need.
    checksum: '',
    moments: 0,
    acceptance: acceptance ?? undefined,
    predicted: predicted ?? undefined,
  };
}

function summaryOf({ observables, series }: Findings): Summary {
  const known = Object.entries(observables).flatMap(([name, { mean, error, tau }]): [string, Running][] =>
    mean === null
      ? []
      : [[name, Object.assign({ mean }, error === null ? {} : { error }, tau === undefined ? {} : { tau })]],
  );
  const drawnOnly = series.flatMap(({ name, running }): [string, Running][] => [[name, { mean: running.at(-1) ?? 0 }]]);
  const estimates = Object.fromEntries([...drawnOnly, ...known]);
  const factors = known.filter(([name]) => name.startsWith('structureFactor_'));
  return {
    estimates,
    series: series.map(drawn),
    structureFactors: Object.fromEntries(factors.map(([name, { mean }]) => [name, mean])),
    autocorrelations: {},
  };
}

const drawn = ({ name, index, stretch, running, error }: SeriesState): Drawn => ({
  name,
  index: Float64Array.from(index),
  stretch: Float64Array.from(stretch),
  running: Float64Array.from(running),
  error: Float64Array.from(error),
});
