/** The errors by depth, and the power laws. */
import { combinedText, mean } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { flatText, nameOf, type Outcome } from './outcome.ts';

export const tablesOf = (curves: Outcome): Table[] => [
  { title: 'Mean squared error of β(F − E), by depth', rows: depthRows(curves) },
  { title: 'Power laws, error ~ parameters^−α', rows: lawRows(curves) },
];

function depthRows(curves: Outcome): string[][] {
  const head = ['fit', 'blocks', 'parameters', 'unseen samples', 'training samples', 'processor seconds'];
  const rows = curves.flatMap((curve) =>
    curve.depths.map(({ blocks, parameters, seeds, error }) => [
      ...[nameOf(curve), String(blocks), String(parameters), combinedText(error)],
      mean(seeds.map(({ trainingError }) => trainingError)).toPrecision(3),
      mean(seeds.map(({ seconds }) => seconds)).toPrecision(2),
    ]),
  );
  return [head, ...rows];
}

function lawRows(curves: Outcome): string[][] {
  const head = ['fit', 'exponent α', 'χ²/degrees', 'probability of a larger χ²', 'flat'];
  const rows = curves.map((curve) => [
    ...[nameOf(curve), combinedText(curve.law.exponent)],
    `${curve.law.chiSquare.toFixed(1)}/${curve.law.degrees}`,
    curve.law.probability.toPrecision(2),
    flatText(curve),
  ]);
  return [head, ...rows];
}
