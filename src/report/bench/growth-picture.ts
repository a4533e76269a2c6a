/** The growth as a file. */
import type { BenchReport } from '../../bench/bench.ts';
import { writePieces } from '../../store/output.ts';
import { figureSvg } from '../figures/figure.ts';
import { growthFigure } from '../figures/growth-figure.ts';
import { element, svgDocument } from '../figures/svg.ts';

const WIDTH = 720;

/** Square lattices above, cubic ones below: a complete SVG document. */
export function growthPicture(report: BenchReport): string {
  const figures = (['square', 'cubic'] as const).map((kind) => figureSvg(growthFigure(report, kind)));
  const heights = figures.map((figure) => Number(/height="([\d.]+)"/.exec(figure)?.[1]));
  const [above, below] = figures;
  const lower = element('g', { transform: `translate(0,${heights[0]})` }, below);
  return svgDocument(WIDTH, heights[0] + heights[1], 'Times against the number of sites', above + lower);
}

/** Writes the picture to a file, or to standard output for "-". */
export const writeGrowthPicture = (report: BenchReport, file: string): Promise<void> =>
  writePieces(file, () => [`${growthPicture(report)}\n`]);
