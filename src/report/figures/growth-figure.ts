/** Times against the number of sites, as a figure. */
import type { BenchReport, BenchResult } from '../../bench/bench.ts';
import { GROWTH_CONDITIONS } from '../bench/growth.ts';
import type { FigureSpec, Point } from './figure-spec.ts';

/** The tasks that are drawn, in words that leave room for the plot; the caption has the rest. */
const SHOWN: Readonly<Record<string, string>> = {
  'linear-generation': 'generation',
  'measured-step': 'measured step',
  forces: 'forces',
  step: 'step',
  'log-weight': 'log W',
  'transformer-force': 'transformer',
  'inner-chain': 'inner chain',
};

/** The figure of the lattices of so many dimensions, with exponents behind the names. */
export function growthFigure({ results, exponents = [] }: BenchReport, kind: 'square' | 'cubic'): FigureSpec {
  const dimensions = kind === 'square' ? 2 : 3;
  const ofKind = results.filter(({ part, size }) => part === 'growth' && size.length === dimensions);
  const power = (task: string) => exponents.find(({ name, lattice }) => name === task && lattice === kind)?.exponent;
  return {
    title: `${kind === 'square' ? 'Square' : 'Cubic'} lattices: what N sites cost`,
    x: { label: 'sites N', scale: 'log', ticks: [...new Set(ofKind.map(sitesOf))] },
    y: { label: 'processor time', unit: 'ms', scale: 'log' },
    series: Object.entries(SHOWN).map(([task, words]) => ({
      name: `${words}${power(task) === undefined ? '' : `: N^${power(task)?.toFixed(2)}`}`,
      points: ofKind.filter(({ name }) => name === task).map(pointOf),
    })),
    caption: `t = J = 1, β = 20, μ = 0, one thread; ${GROWTH_CONDITIONS}, here of the linear model; of the transformer an energy with its forces. Exponents of the larger half of the lattices.`,
  };
}

const sitesOf = ({ size }: BenchResult): number => size.reduce((product, length) => product * length, 1);
const pointOf = (result: BenchResult): Point => ({ x: sitesOf(result), y: result.milliseconds });
