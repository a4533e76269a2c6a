/** What is found in the points together, for the page of a study: crossings, data collapses, curves between points. */
import { crossingPlots } from '../../results/study/crossing-plots.ts';
import type { FoundInStudy } from '../../results/study/findings.ts';
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

/** The sections for which there is something. `names`: observables that are shown; `source`: what was computed, for captions. */
export function findingSections(
  { findings, sizeCurves }: FoundInStudy,
  keys: readonly string[],
  rows: readonly StudyRow[],
  names: readonly string[],
  source: string,
): FindingSection[] {
  const { scaling = [], curves = [] } = findings;
  const sections: FindingSection[] = [
    {
      title: 'Crossings',
      words: HOW_CROSSINGS_ARE_FOUND,
      table: crossingRows(findings),
      lines: crossingLines(findings),
      figures: crossingFigures(crossingPlots(sizeCurves), keys, source),
    },
    {
      title: 'Data collapse',
      words: HOW_SIZES_COLLAPSE,
      table: scalingRows(findings),
      lines: scalingLines(findings),
      figures: scalingFigures(scaling, keys, source),
    },
    {
      title: 'Between the points',
      words: HOW_CURVES_ARE_MADE,
      table: [],
      lines: curves.flatMap(curveLines),
      figures: curveFigures(curves, keys, rows, names, source),
    },
  ];
  return sections.filter(({ table, lines, figures }) => table.length + lines.length + figures.length > 0);
}
