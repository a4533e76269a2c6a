/** What is found in the points together, for the page of a study: crossings, data collapses, curves between points. */
import { type CrossingPlot, crossingPlot } from '../../results/study/crossing-plots.ts';
import type { FoundInStudy } from '../../results/study/findings.ts';
import type { StudyScaling } from '../../results/study/scaling.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import type { RunFigure } from '../run-figures.ts';
import { crossingFigures, HOW_CROSSINGS_ARE_FOUND } from './crossing-figures.ts';
import { crossingLines, crossingRows } from './crossing-words.ts';
import { curveFigures, HOW_CURVES_ARE_MADE } from './curve-figures.ts';
import { curveLines } from './curve-words.ts';
import { HOW_SIZES_COLLAPSE, scalingFigures } from './scaling-figures.ts';
import { scalingLines, scalingRows } from './scaling-words.ts';

export interface FindingSection {
  readonly title: string;
  /** What is seen, and how errors were made. */
  readonly words: string;
  /** A table by rows, the first one its heading; none where it is empty. */
  readonly table: readonly (readonly string[])[];
  /** What else is to be said, in lines. */
  readonly lines: readonly string[];
  readonly figures: readonly RunFigure[];
}

/** Values of the other keys of which there are figures: a study of hundreds has tables alone for the rest. */
const MOST_GROUPS = 12;

/** The sections for which there is something. `names`: observables that are shown; `source`: what was computed, for captions. */
export function findingSections(
  { findings, compared }: FoundInStudy,
  keys: readonly string[],
  rows: readonly StudyRow[],
  names: readonly string[],
  source: string,
): FindingSection[] {
  const { scaling = [], curves = [] } = findings;
  const shown = atFirst(compared);
  const sections: FindingSection[] = [
    {
      title: 'Crossings',
      words: HOW_CROSSINGS_ARE_FOUND,
      table: crossingRows(findings),
      lines: [...leftOut(compared), ...crossingLines(findings)],
      figures: crossingFigures(shown.map(crossingPlot), keys, source),
    },
    {
      title: 'Data collapse',
      words: HOW_SIZES_COLLAPSE,
      table: scalingRows(findings),
      lines: [...leftOut(scaling), ...scalingLines(findings)],
      figures: scalingFigures(atFirst(scaling), keys, source),
    },
    {
      title: 'Between the points',
      words: HOW_CURVES_ARE_MADE,
      table: [],
      lines: curveLines(curves, keys, rows),
      figures: curveFigures(curves, keys, rows, names, source),
    },
  ];
  return sections.filter(({ table, lines, figures }) => table.length + lines.length + figures.length > 0);
}

type Placed = Pick<CrossingPlot, 'at'> | Pick<StudyScaling, 'at'>;

const placesOf = (all: readonly Placed[]): string[] => [...new Set(all.map(({ at = {} }) => JSON.stringify(at)))];

/** What belongs to the first values of the other keys. */
function atFirst<T extends Placed>(all: readonly T[]): T[] {
  const places = new Set(placesOf(all).slice(0, MOST_GROUPS));
  return all.filter(({ at = {} }) => places.has(JSON.stringify(at)));
}

function leftOut(all: readonly Placed[]): string[] {
  const { length } = placesOf(all);
  return length > MOST_GROUPS ? [`Figures are of ${MOST_GROUPS} of ${length} values of the other keys.`] : [];
}
