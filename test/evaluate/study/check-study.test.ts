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

const sum = (parts: object): number => Object.values(parts).reduce((all, part) => all + part, 0);

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
        return sum(pointCost(spec, exact, stepCost(spec, exact)));
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
    const { threads, ...parts } = total.parts;
    const seconds = check.points.reduce((all, point) => all + point.seconds, 0);
    expect(total.seconds).toBeCloseTo(seconds + threads, 8);
    expect(sum(parts)).toBeCloseTo(seconds, 8);
    for (const { parts, seconds } of check.points) expect(sum(parts)).toBeCloseTo(seconds, 10);
  });

  it('counts what every chain takes before its first sample', () => {
    const files = (chains: number) =>
      checked(TEXT.replace('chains = 2', `chains = ${chains}`)).check.points[0].parts.files;
    expect(files(9) - files(5)).toBeCloseTo(files(5) - files(1), 12);
    expect(files(9)).toBeGreaterThan(2 * files(1));
  });

  it('counts fits, levels, and the trainings that go on from a neighbour', () => {
    const parts = (more: string) => checked(`${TEXT}${more}`).check.total.parts;
    const [all, without] = [parts(''), parts('levels = false')];
    expect([all.levels > 0, without.levels]).toEqual([true, 0]);
    const { points } = check;
    const cost = (text: string, carried: boolean) => {
      const { study, shapes } = checked(text);
      const [{ model }] = shapes;
      const [{ spec }] = study.points;
      return pointCost(spec, model, stepCost(spec, model), carried);
    };
    expect(cost(TEXT, true).training).toBeCloseTo(cost(TEXT, false).training / 3, 6);
    expect(points[0].parts.training).toBeGreaterThan(0);
    expect(points[0].parts.filling).toBe(0);
    const filled = TEXT.replace('model.chemical_potential = [0, -0.5]', 'model.filling = [1, 0.5]');
    const [atSymmetry, elsewhere] = checked(filled).check.points;
    expect([atSymmetry.parts.filling, elsewhere.parts.filling > 0]).toEqual([0, true]);
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
  expect(automatic).toEqual(linear);
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
