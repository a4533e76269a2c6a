import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../src/evaluate/study/check-study.ts';
import { pointCost, stepCost } from '../../../src/evaluate/study/cost.ts';
import { createSurvey } from '../../../src/evaluate/study/shapes.ts';
import { createModel } from '../../../src/exact/create.ts';
import { sampledParameters } from '../../../src/spec/model-parameters.ts';
import { parseStudy } from '../../../src/spec/sweep/parse-study.ts';

const TEXT = `
[effective]
kind = "linear"
[sampling]
chains = 2
samples = 100
warm_up = 10
[sweep]
lattice.size = [[2, 2], [4, 4]]
model.temperature = { from = 0.02, to = 2, points = 9, spacing = "geometric" }
model.chemical_potential = [0, -0.5]
`;

function checked(text: string) {
  const survey = createSurvey();
  const study = parseStudy(text, 'study.toml', [], survey.accept);
  if (!study) throw new Error('there is no sweep in it');
  return { study, check: checkStudy(study, survey.shapes()), shapes: survey.shapes() };
}

describe('check of a study', () => {
  const { study, check, shapes } = checked(TEXT);

  it('has the sites, the route and the poles that every point has by itself', () => {
    expect(check.points.map(({ name }) => name)).toEqual(study.points.map(({ name }) => name));
    for (const [index, { spec }] of study.points.entries()) {
      const model = createModel(sampledParameters(spec));
      const { sites, route, poles } = check.points[index];
      expect({ sites, route, poles }).toEqual({
        sites: model.parameters.lattice.siteCount,
        route: model.route,
        poles: model.shifts.length,
      });
    }
  });

  it('makes one model for a lattice and a route', () => {
    expect(shapes).toHaveLength(4);
  });

  it('estimates a + b·cost with the same a and b for all points of a shape', () => {
    for (const { points } of shapes) {
      const counted = points.map(({ spec }) => {
        const exact = createModel(sampledParameters(spec));
        return pointCost(spec, exact, stepCost(spec, exact));
      });
      const seconds = points.map(
        ({ spec }) => check.points[study.points.findIndex((point) => point.spec === spec)].seconds,
      );
      const [most, least] = [Math.max(...counted), Math.min(...counted)];
      const slope = (Math.max(...seconds) - Math.min(...seconds)) / (most - least);
      for (const [k, cost] of counted.entries())
        expect(seconds[k]).toBeCloseTo(Math.min(...seconds) + slope * (cost - least), 8);
    }
  });

  it('adds all points up', () => {
    const { total } = check;
    expect(total).toMatchObject({ points: 36, chains: 72, samples: 7200 });
    expect(total.seconds).toBeCloseTo(
      check.points.reduce((sum, { seconds }) => sum + seconds, 0),
      8,
    );
  });
});

it.each(['local', 'hmc', 'reweighting', 'delayed-acceptance'])('%s has a cost', (method) => {
  const effective = method === 'delayed-acceptance' ? 'effective.kind = "transformer"\n' : '';
  const text = `${effective}lattice.size = [2, 2]\nsampling.method = "${method}"\nsweep.model.temperature = [0.1, 0.2]`;
  for (const { seconds } of checked(text).check.points) expect(seconds).toBeGreaterThan(0);
});

it('counts "auto" as what it usually chooses', () => {
  const [automatic, linear] = ['auto', 'linear'].map((kind) => {
    const text = `lattice.size = [2, 2]\neffective.kind = "${kind}"\nsweep.model.temperature = [0.1]`;
    const { study, shapes } = checked(text);
    return stepCost(study.points[0].spec, shapes[0].model);
  });
  expect(automatic).toBe(linear);
});

it('levels that are summed one by one are counted too', () => {
  const survey = createSurvey({ route: 'dense' });
  const study = parseStudy('sweep.lattice.size = [[2, 2], [4, 4]]', 'study.toml', [], survey.accept);
  if (!study) throw new Error('there is no sweep in it');
  const { points } = checkStudy(study, survey.shapes());
  expect(points.map(({ route, poles }) => [route, poles])).toEqual([
    ['dense', 0],
    ['dense', 0],
  ]);
  expect(points[1].seconds).toBeGreaterThan(0);
});
