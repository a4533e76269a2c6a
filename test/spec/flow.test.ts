/** The keys of flows, and what they cannot be combined with. */
import { describe, expect, it } from 'vitest';
import { flowBaseOf, methodOf, needsFlow, needsModel } from '../../src/spec/learns.ts';
import { parseSpec } from '../../src/spec/spec.ts';

const parsed = (text: string) => parseSpec(`lattice.size = [4, 4]\n${text}`, 'spec.toml');

describe('takes', () => {
  it.each([
    ['sampling.method = "flow"', 'uniform', false],
    [
      'sampling.method = "flow"\nflow = { base = "uniform", layers = 3, colours = "sublattices", map = "fisher", conditioner = "shells", shells = 2 }',
      'uniform',
      false,
    ],
    ['sampling.method = "reweighting"\nflow.base = "uniform"', 'uniform', false],
    ['sampling.method = "reweighting"\nflow.base = "learned"', 'learned', true],
    ['flow = { base = "learned", exact_evaluations = 900 }', 'learned', true],
    ['flow.base = "none"', 'none', true],
    ['sampling.method = "hmc"\nflow.base = "none"', 'none', false],
  ])('%s', (text, base, learns) => {
    const spec = parsed(text);
    expect([flowBaseOf(spec), needsModel(spec), needsFlow(spec)]).toEqual([base, learns, base !== 'none']);
  });
});

it('says of samples what their base makes of them', () => {
  const traitsOf = (text: string) => {
    const { weighted, normalised, independent } = methodOf(parsed(text));
    return [weighted, normalised, independent];
  };
  expect(traitsOf('sampling.method = "reweighting"\nflow.base = "uniform"')).toEqual([true, true, true]);
  expect(traitsOf('sampling.method = "reweighting"\nflow.base = "learned"')).toEqual([true, false, false]);
  expect(traitsOf('flow.base = "learned"')).toEqual([false, false, false]);
});

describe('refuses', () => {
  it.each([
    [
      'keys without a flow',
      '[flow]\nlayers = 3\nmap = "fisher"',
      'spec.toml:3:1: flow.layers: expected a flow beside it, with flow.base = "learned" or sampling.method = "flow", found none',
    ],
    [
      'evaluations without a flow',
      'sampling.method = "hmc"\nflow.exact_evaluations = 3000',
      'spec.toml:3:1: flow.exact_evaluations: expected a flow beside it',
    ],
    [
      'no base with the method of flows',
      'sampling.method = "flow"\nflow.base = "none"',
      'spec.toml:3:13: flow.base: expected "uniform" with sampling.method = "flow", found "none"\n  3 | flow.base = "none"\n    |             ^^^^^^\n  did you mean "uniform"?',
    ],
    [
      'a learned base with the method of flows',
      'sampling.method = "flow"\nflow.base = "learned"',
      'flow.base: expected "uniform" with sampling.method = "flow", found "learned"\n  3 | flow.base = "learned"\n    |             ^^^^^^^^^\n  did you mean sampling.method = "self-learning"',
    ],
    [
      'uniform spins with a learned energy',
      'flow.base = "uniform"',
      'spec.toml:2:13: flow.base: expected "learned" with sampling.method = "self-learning", found "uniform"\n  2 | flow.base = "uniform"\n    |             ^^^^^^^^^\n  did you mean sampling.method = "reweighting" or "flow"?',
    ],
    [
      'uniform spins with annealing',
      'sampling.method = "annealed"\nflow.base = "uniform"',
      'flow.base: expected "learned" with sampling.method = "annealed", found "uniform"',
    ],
    [
      'a flow under delayed acceptance',
      'sampling.method = "delayed-acceptance"\nflow.base = "learned"',
      'flow.base: expected "none" with sampling.method = "delayed-acceptance", found "learned"',
    ],
    [
      'a flow with local moves',
      'sampling.method = "local"\nflow.base = "uniform"',
      'flow.base: expected "none" with sampling.method = "local", found "uniform"',
    ],
    [
      'a flow with trajectories',
      'sampling.method = "hmc"\nflow.base = "learned"',
      'flow.base: expected "none" with sampling.method = "hmc", found "learned"',
    ],
    [
      'a ladder of flows',
      'sampling.method = "flow"\ntempering.temperatures = [0.1, 0.2]',
      'tempering.temperatures: expected none with a flow, whose proposals do not depend on where a chain is, or little, found both\n  3 | tempering.temperatures = [0.1, 0.2]\n    |                          ^^^^^^^^^^\n  sweep over model.temperature instead',
    ],
    [
      'a base that is none',
      'flow.base = "unifrom"',
      'flow.base: expected "none" or "uniform" or "learned", found "unifrom"',
    ],
    [
      'no layer',
      'sampling.method = "flow"\nflow.layers = 0',
      'flow.layers: expected a whole number, 1 or more, found 0',
    ],
    [
      'another map',
      'sampling.method = "flow"\nflow.map = "splines"',
      'flow.map: expected "spline" or "fisher", found "splines"',
    ],
    [
      'other colours',
      'sampling.method = "flow"\nflow.colours = "site"',
      'flow.colours: expected "sites" or "sublattices", found "site"',
    ],
    [
      'another conditioner',
      'sampling.method = "flow"\nflow.conditioner = "components"',
      'flow.conditioner: expected "attention" or "shells", found "components"',
    ],
    [
      'no shell',
      'sampling.method = "flow"\nflow.shells = 0',
      'flow.shells: expected a whole number, 1 or more, found 0',
    ],
    [
      'an unknown key',
      'sampling.method = "flow"\nflow.depth = 3',
      'flow.depth: expected one of the keys base, layers, colours, map, conditioner, shells, exact_evaluations',
    ],
    ['a section by another name', 'normalizing_flow.layers = 3', 'did you mean [flow]?'],
  ])('%s', (_, text, message) => {
    expect(() => parsed(text)).toThrow(message);
  });
});
