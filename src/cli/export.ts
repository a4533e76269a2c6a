/** `spinformer export`: a run for other programs. */
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Format } from '../results/export/export.ts';

const HELP = `
h5    HDF5: /chain-001/series/NAME, /chain-001/configurations with /chain-001/configuration_samples, and
      /observables/NAME with mean, error, tau, … and the formula as attributes, and /lattice with positions, cells
      and basis indices of all sites and with primitive and reciprocal vectors
csv   a row per sample: chain, sample, warm-up or not, observables
json  spec, estimates as of report --json, series, configurations
npy   configurations for NumPy: (configurations, sites, 3), without the warm-up, one chain after the other
ovf   the same as OVF 2.0 text for OOMMF, mumax³ and Spirit, a segment for each, whose title has its chain and sample
      (ovf-binary: with numbers of 8 bytes instead of text)

Of a study: h5 has all of that in /points/NAME, and in /table the estimates of all points, a dataset for each column of
table.csv, in /averages those of averages.csv where disorder.seed is swept; csv has the point and its swept values in front
of every row, json a list of points; npy and ovf are a folder with a file for each point, of a tempered one for each
temperature, and contents.csv with the swept values.

Examples:
  spinformer export runs/talk-6x6 --format h5
  spinformer export runs/talk-6x6 --format csv --out talk.csv
  spinformer export runs/talk-6x6 --format csv --out - | gzip > talk.csv.gz`;

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the samples and estimates of a run or a study for other programs')
    .argument('<directory>', 'directory of a run or a study')
    .requiredOption('--format <name>', 'h5 (HDF5), csv, json, npy, ovf or ovf-binary')
    .option(
      '--out <file>',
      'file to write, a folder of npy and ovf of a study; - is standard output (default: export and the format, as export.h5, in the directory)',
    )
    .addHelpText('after', HELP)
    .action(run);
}

async function run(directory: string, choices: { format: string; out?: string }): Promise<void> {
  const { exportRun, extensionOf, formatNamed, holdsSpinsAlone } = await import('../results/export/export.ts');
  const { isStandardOutput, openRun } = await import('../store/store.ts');
  const { holdsStudy } = await import('../store/study.ts');
  const format = formatNamed(choices.format);
  const isStudy = holdsStudy(directory);
  const isFolder = isStudy && holdsSpinsAlone(format);
  const file = choices.out ?? join(directory, isFolder ? `export-${format}` : `export.${extensionOf(format)}`);
  if (isStudy) await exportWholeStudy(format, file, directory);
  else await exportRun(format, file, { run: openRun(directory) });
  if (!isStandardOutput(file)) process.stdout.write(`${file}\n`);
}

async function exportWholeStudy(format: Format, file: string, directory: string): Promise<void> {
  const { exportStudy } = await import('../results/export/export-study.ts');
  const { exportedTables } = await import('../results/study/exported-tables.ts');
  const { studyReports } = await import('../results/study/study-reports.ts');
  const { openStudy } = await import('../store/study.ts');
  const study = openStudy(directory);
  await exportStudy(format, file, study, () => exportedTables(studyReports(study)));
}
