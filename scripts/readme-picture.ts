/** Runs examples/talk-6x6.toml and draws what it finds, docs/images/talk-6x6.png: `node scripts/readme-picture.ts`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunTraining } from '../src/chain/learning/models.ts';
import { figureSvg } from '../src/report/figures/figure.ts';
import type { Point } from '../src/report/figures/figure-spec.ts';
import { toPng } from '../src/report/figures/png.ts';
import { spinsSvg } from '../src/report/figures/spins.ts';
import { element, svgDocument } from '../src/report/figures/svg.ts';
import { type RunData, readRunData } from '../src/results/summary/run-data.ts';
import { type RunSummary, summaryOf } from '../src/results/summary/summary.ts';
import { advance, startRun } from '../src/run/conductor/conductor.ts';
import { parseSpec } from '../src/spec/spec.ts';

const SPEC = new URL('../examples/talk-6x6.toml', import.meta.url);
const IMAGE = new URL('../docs/images/talk-6x6.png', import.meta.url);

/** Along Γ = (0, 0), X = (π, 0), M = (π, π) and back, in steps of π/3. */
const PATH = ['0_0', '1_0', '2_0', '3_0', '3_1', '3_2', '3_3', '2_2', '1_1', '0_0'];
const NAMES = ['(0, 0)', '(π, 0)', '(π, π)', '(0, 0)'];

function structureFactors({ observables }: RunSummary): Point[] {
  return PATH.flatMap((q, x) => {
    const estimate = observables[`structureFactor_${q}`];
    return estimate?.kind === 'estimate' ? [{ x, y: estimate.mean, error: estimate.error }] : [];
  });
}

function picture({ checkpoints, parameters, spec, model }: RunData, summary: RunSummary): string {
  const spins = checkpoints[0]?.spins;
  if (!spins || !model) throw new Error('expected a run with a learned model and spins');
  const samples = summary.samples.reduce((sum, length) => sum + length, 0);
  const learned = (model.training as unknown as RunTraining).cost.exactEvaluations;
  const words = [
    `6 × 6 sites, t = J = 1, μ = 0, T = ${parameters.temperature}, seed ${spec.sampling.seed}.`,
    `${samples} samples with ${summary.cost.exactEvaluations} exact evaluations, after ${learned} to learn the proposals from.`,
    'Error bars are smaller than the symbols. Left: spins of one sample, arrows (S_x, S_y), colour S_z.',
  ];
  const [left, right] = [330, 480];
  const figure = figureSvg({
    x: { label: 'q', ticks: [0, 3, 6, 9], tickNames: NAMES },
    y: { label: 'structure factor S(q)', scale: 'log' },
    series: [{ name: 'S(q)', points: structureFactors(summary) }],
    width: right,
    height: 320,
    caption: words.join(' '),
  });
  const height = Number(/height="([\d.]+)"/.exec(figure)?.[1]);
  const at = (x: number, y: number, svg: string) => element('g', { transform: `translate(${x},${y})` }, svg);
  const spinsPicture = spinsSvg({ spins, lattice: parameters.lattice, width: left });
  return svgDocument(left + right, height, 'Spins and structure factor', at(0, 14, spinsPicture) + at(left, 0, figure));
}

const directory = mkdtempSync(join(tmpdir(), 'spinformer-'));
try {
  const text = readFileSync(SPEC, 'utf8');
  const run = startRun(join(directory, 'run'), text, parseSpec(text, SPEC.pathname, []));
  await advance(run, { workers: availableParallelism() });
  const data = readRunData(run);
  mkdirSync(new URL('.', IMAGE), { recursive: true });
  writeFileSync(IMAGE, toPng(picture(data, summaryOf(data))));
} finally {
  rmSync(directory, { recursive: true });
}
