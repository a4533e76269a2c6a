/**
 * Measures what the parts of a run cost and how that grows, and writes docs/performance.md with its figures: `node scripts/performance.ts`, about five
 * minutes on a quiet machine. To be run again when something has become faster or slower.
 */
import { writeFileSync } from 'node:fs';
import { figureSvg } from '../src/report/figures/figure.ts';
import { growthFigure } from '../src/report/figures/growth-figure.ts';
import { measure } from './performance/measured.ts';
import { performancePage } from './performance/page.ts';

const docs = new URL('../docs/', import.meta.url);

const measured = await measure();
for (const kind of ['square', 'cubic'] as const)
  writeFileSync(new URL(`images/growth-${kind}.svg`, docs), `${figureSvg(growthFigure(measured.bench, kind))}\n`);
writeFileSync(new URL('performance.md', docs), performancePage(measured));
