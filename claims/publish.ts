/** A reproduction as files: figures, tables, and a page with the verdicts. */
import { join } from 'node:path';
import { figureSvg } from '../src/report/figures/figure.ts';
import { toPng } from '../src/report/figures/png.ts';
import { table } from '../src/report/table.ts';
import { makeFolder, writeFile } from '../src/store/files.ts';
import type { Finding, Reproduction, Table, Target } from './target.ts';

/** The setting and the program of a reproduction. */
interface Made {
  /** The setting, "quick" or "full". */
  readonly setting: string;
  /** The version and commit of the program. */
  readonly program: string;
}

/** Writes NAME-FIGURE.svg and .png, NAME.txt, NAME.json and NAME.md into the folder and returns the text. */
export function publish(folder: string, target: Target, reproduction: Reproduction, made: Made): string {
  makeFolder(folder);
  for (const { name, spec } of reproduction.figures) {
    const svg = figureSvg(spec);
    writeFile(join(folder, `${target.name}-${name}.svg`), svg);
    writeFile(join(folder, `${target.name}-${name}.png`), toPng(svg));
  }
  const text = reproductionText(target, reproduction);
  const { tables, findings } = reproduction;
  writeFile(join(folder, `${target.name}.txt`), text);
  writeFile(join(folder, `${target.name}.json`), `${JSON.stringify({ ...made, tables, findings }, undefined, 2)}\n`);
  writeFile(join(folder, `${target.name}.md`), page(target, reproduction, made.setting));
  return text;
}

function reproductionText({ title }: Target, { tables, findings }: Reproduction): string {
  const blocks = tables.map((one) => `${one.title}\n\n${table(one.rows)}`);
  const verdicts = findings.map(({ claim, found, verdict }) => `${verdict.toUpperCase()}: ${claim}\n  ${found}`);
  return `${[title, ...blocks, verdicts.join('\n')].join('\n\n')}\n`;
}

function page({ name, title, talk, method }: Target, reproduction: Reproduction, setting: string): string {
  const figures = reproduction.figures.map(
    ({ name: part, spec }) => `![${spec.title ?? title}](./${name}-${part}.svg)`,
  );
  const command = `    spinformer reproduce ${name}${setting === 'quick' ? ' --quick' : ''}`;
  return `${[
    `# ${title}`,
    `**The talk.** ${talk}`,
    verdicts(reproduction.findings),
    ...figures,
    ...reproduction.tables.map(markdownTable),
    `**How.** ${method}`,
    `**Check it:**\n\n${command}`,
  ].join('\n\n')}\n`;
}

function verdicts(findings: readonly Finding[]): string {
  const rows = findings.map(({ claim, found, verdict }) => [claim, found, `**${verdict}**`]);
  return markdownRows([['Claim', 'What the runs show', 'Verdict'], ...rows]);
}

const markdownTable = ({ title, rows }: Table): string => `### ${title}\n\n${markdownRows(rows)}`;

/** The rows as a table of Markdown; the bars of |m| are escaped, for they separate no cells. */
function markdownRows([head, ...rows]: Table['rows']): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
