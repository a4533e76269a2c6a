/** The readable form of a check. */
import { flowBudget, flowChoiceOf } from '../chain/flow/flow-choice.ts';
import type { Check } from '../evaluate/check.ts';
import { leastSweep } from '../evaluate/timing.ts';
import type { ModelParameters } from '../exact/model.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { flowBaseOf, methodOf, needsFlow, needsModel } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
import { count } from '../words/count.ts';
import { duration } from './duration.ts';
import { BASES } from './flow.ts';
import { boundWords, latticeWords, parameterWords } from './model-words.ts';
import { symmetryWords } from './symmetry-words.ts';

export function checkText(check: Check, parameters: ModelParameters): string {
  const { route, reason, engine, poles, errorBound, milliseconds, megabytes } = check;
  const rows: (readonly [string, string])[] = [
    ['lattice', latticeWords(parameters.lattice)],
    ...cellRows(check.cell),
    ['model', parameterWords(parameters, { filling: check.filling?.wanted })],
    ...fillingRows(check),
    ...ladderRows(check),
    ...samplerRows(check, parameters),
    ...(check.evaluateOnly ? [['serves', 'evaluate only: there is nothing to sample at T = 0'] as const] : []),
    ...check.shells.map((shell) => [`shell ${shell.shell}`, shellWords(shell)] as const),
    ['symmetries', symmetryWords(check.symmetries)],
    ['route', `${route}: ${reason}`],
    ['kernels', engine],
    ['sum over', poles === 0 ? 'all levels' : count(poles, 'pole')],
    ['bound', boundWords(errorBound, parameters)],
    ['time', evaluationWords(milliseconds)],
    ...sweepRows(check),
    ['memory', `${megabytes.toFixed(0)} MB`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, words]) => `${name.padEnd(width)}  ${words}\n`).join('');
}

/** How the chemical potential of a filling will be found; none where the spec gives that. */
function fillingRows({ filling }: Check): (readonly [string, string])[] {
  if (!filling) return [];
  if (filling.chosenBy === 'symmetry') return [['filling', `n = ${filling.wanted} is at μ = 0 by symmetry`]];
  if (filling.chosenBy === 'levels') return [['filling', 'evaluate finds μ for every configuration by itself']];
  return [
    [
      'filling',
      `run finds μ before anything else, from ${count(filling.samples, 'sample')} or fewer, in ${duration(filling.cost / 1e6)} of one core at most`,
    ],
  ];
}

/** What an annealing and a flow are going to be; none of other samplers, about which the spec says all. */
function samplerRows({ spec, evaluateOnly }: Check, { lattice }: ModelParameters): (readonly [string, string])[] {
  if (evaluateOnly) return [];
  return [...annealingRows(spec), ...(needsFlow(spec) ? flowRows(spec, lattice) : [])];
}

function annealingRows(spec: Spec): (readonly [string, string])[] {
  if (!methodOf(spec).anneals) return [];
  const { annealingLevels } = spec.sampling;
  const levels = annealingLevels === undefined ? 'levels by pilots and trials' : count(annealingLevels, 'level');
  return [
    ['annealing', `from spins at random to the learned energy, ${levels}; independent samples with absolute weights`],
  ];
}

function flowRows(spec: Spec, lattice: Lattice): (readonly [string, string])[] {
  const { layers, colours, map } = flowChoiceOf(spec, lattice);
  const base = flowBaseOf(spec) === 'uniform' ? 'uniform' : 'learned';
  return [
    ['flow', `${BASES[base]}, ${count(layers, 'layer')} that move ${colours} in turn, ${map}`],
    ['', `trained with ${count(flowBudget(spec), 'exact evaluation')} before the chains`],
  ];
}

/** Most temperatures that are listed one by one. */
const MOST_LISTED = 12;

/** What else is sampled than the model above, which is that of the lowest temperature. */
function ladderRows({ spec }: Check): (readonly [string, string])[] {
  if (!spec.tempering) return [];
  const { temperatures, exchangeEvery } = spec.tempering;
  const many = temperatures.length > MOST_LISTED;
  const listed = many ? `${temperatures.slice(0, 3).join(', ')}, … ${temperatures.at(-1)}` : temperatures.join(', ');
  const rounds = exchangeEvery === 1 ? 'every step' : `every ${exchangeEvery} steps`;
  const learned = needsModel(spec) ? [['', 'a model is learned at each, from the highest down'] as const] : [];
  return [
    ['tempering', `${count(temperatures.length, 'temperature')}, T = ${listed}; exchanges after ${rounds}`],
    [
      '',
      'times below are of the lowest one; a step of a chain is one at each, with two log W for every exchange tried',
    ],
    ...learned,
  ];
}

/** Rows on where the sites of a cell sit, in lattice constants; none where there is one site, at the origin. */
function cellRows({ sites }: Check['cell']): (readonly [string, string])[] {
  if (sites.length === 1) return [];
  const places = sites.map(({ position }) => `(${position.map((x) => Number(x.toFixed(6))).join(', ')})`);
  return [['cell', `${count(sites.length, 'site')} at ${places.join(' ')}`]];
}

function evaluationWords({ logWeight, forces, estimated }: Check['milliseconds']): string {
  const about = (key: 'logWeight' | 'forces') => (estimated.includes(key) ? 'about ' : '');
  const words = `log W ${about('logWeight')}${duration(logWeight)}, with forces ${about('forces')}${duration(forces)}`;
  return estimated.length === 0 ? words : `${words} (estimated: too long to be measured here)`;
}

function sweepRows({ sites, spec, milliseconds: { logWeight, localSweep } }: Check): [string, string][] {
  if (localSweep !== null) return [['', `local sweep ${duration(localSweep)}`]];
  if (spec.model.temperature === 0) return [];
  return [['', `local sweep not measured: more than ${duration(leastSweep(logWeight, sites))}`]];
}

function shellWords({ bonds, distance, hopping, exchange }: Check['shells'][number]): string {
  const parts = [`${count(bonds, 'bond')} of length ${Number(distance.toFixed(6))}`];
  if (hopping !== 0) parts.push(`hopping ${hopping}`);
  if (exchange !== 0) parts.push(`exchange ${exchange}`);
  return parts.join(', ');
}
