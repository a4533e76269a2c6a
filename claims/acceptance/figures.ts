/** The acceptance against blocks, against the residual and against temperature. */
import type { FigureSpec, Series } from '../../src/report/figures/figure-spec.ts';
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';
import { seedsText } from '../analysis/seeds.ts';
import { ACCEPTANCE, pointOf } from '../plotting.ts';
import type { Figure } from '../target.ts';
import { isPaperForm, meanOf, type Outcome, type Result } from './outcome.ts';
import type { Plan } from './plan.ts';

export function figuresOf({ talk, others }: Outcome, plan: Plan): Figure[] {
  return [
    { name: 'blocks', spec: blocksFigure(talk, plan) },
    { name: 'prediction', spec: predictionFigure(talk, plan) },
    { name: 'temperature', spec: temperatureFigure([...talk, ...others], plan) },
  ];
}

function captionOf({ seeds, talk }: Plan, place: string): string {
  const evaluations = talk.map(({ exactEvaluations }) => exactEvaluations);
  const range = `${Math.min(...evaluations)} to ${Math.max(...evaluations)} exact evaluations to learn from`;
  return `Square lattice 6 × 6, t = J = 1, μ = 0${place}; ${seedsText(seeds)}; ${range}.`;
}

function blocksFigure(talk: readonly Result[], plan: Plan): FigureSpec {
  const paper = talk.filter(isPaperForm);
  const depths = paper.map(({ candidate }) => candidate.blocks ?? 0);
  const ends = [depths[0] - 0.3, depths[depths.length - 1] + 0.3] as const;
  const others = talk.filter((result) => !isPaperForm(result));
  const level = ({ candidate, rate }: Result): Series => ({
    name: candidate.name,
    shape: 'line',
    points: ends.map((x) => ({ x, y: rate.value })),
  });
  return {
    title: 'Acceptance against attention blocks, beside other models',
    x: { label: 'attention blocks', ticks: depths, domain: ends },
    y: ACCEPTANCE,
    series: [
      { name: 'transformer, 6 shells', points: paper.map(({ rate }, k) => pointOf(depths[k], rate)) },
      ...others.toSorted((a, b) => b.rate.value - a.rate.value).map(level),
    ],
    caption: captionOf(plan, ', T = 0.05'),
  };
}

function predictionFigure(talk: readonly Result[], plan: Plan): FigureSpec {
  const errors = talk.map((result) => meanOf(result, 'meanSquaredError'));
  const curve = (name: string, of: (sigma: number) => number): Series => ({
    name,
    shape: 'line',
    points: between(Math.min(...errors), Math.max(...errors)).map((x) => ({ x, y: of(Math.sqrt(x)) })),
  });
  return {
    title: 'Acceptance against the residual, and two predictions',
    x: { label: 'mean squared error σ² of β(F − E)', scale: 'log' },
    y: ACCEPTANCE,
    names: 'above',
    series: [
      { name: 'measured', shape: 'points', points: talk.map(({ rate }, k) => pointOf(errors[k], rate)) },
      curve('erfc(σ/2)', predictedAcceptance),
      curve('exp(−σ)', (sigma) => Math.exp(-sigma)),
    ],
    caption: `${captionOf(plan, ', T = 0.05')} σ² over the proposals of each chain.`,
  };
}

const CURVE_POINTS = 60;

/** Points that are equally spaced in the logarithm. */
function between(first: number, last: number): number[] {
  const ratio = Math.log(last / first) / (CURVE_POINTS - 1);
  return Array.from({ length: CURVE_POINTS }, (_, k) => first * Math.exp(k * ratio));
}

/** The acceptance of models that were learned at several temperatures. */
function temperatureFigure(results: readonly Result[], plan: Plan): FigureSpec {
  const here = results.filter(({ candidate }) => candidate.length === 6);
  const groups = [...Map.groupBy(here, ({ candidate }) => candidate.name)].filter(([, group]) => group.length > 1);
  return {
    title: 'Acceptance against temperature',
    x: { label: 'temperature T', unit: 't' },
    y: ACCEPTANCE,
    names: 'above',
    series: groups.map(([name, group]) => ({
      name,
      points: group
        .toSorted((a, b) => a.candidate.temperature - b.candidate.temperature)
        .map(({ candidate, rate }) => pointOf(candidate.temperature, rate)),
    })),
    caption: captionOf(plan, ''),
  };
}
