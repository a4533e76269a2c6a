/** The tutorial from a spec to a crossing: docs/guide/study-tutorial.md. */
import { join } from 'node:path';
import { blocks, keepFigure, spinformer, write } from './printed.ts';

const STUDY = 'examples/study-heisenberg.toml';

/** `runs`: a temporary folder. */
export function printStudy(runs: string): void {
  const study = join(runs, 'study');
  write('study-check', spinformer('check', STUDY).stdout);
  spinformer('run', STUDY, '--out', study);
  write('study-status', spinformer('status', study).stdout);
  const report = spinformer('report', study, '--scaling', 'temperature', '--html').stdout;
  const parts = blocks(report);
  const from = (beginning: string) => parts.findIndex((part) => part.startsWith(beginning));
  write('study-tables', parts.slice(0, from('crossings ')).join('\n\n'));
  write('study-crossings', parts[from('crossings ')]);
  write('study-scaling', parts[from('scaling ')]);
  const figures = ['magnetization2', 'crossings-correlationLengthRatio', 'scaling-correlationLengthRatio'];
  for (const name of figures) keepFigure(join(study, 'figures', `${name}.svg`), `study-${name}`);
}
