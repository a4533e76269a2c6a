/** A validation as a page of the documentation. */
import { type Program, programWords } from '../../claims/workshop/program.ts';
import { SYSTEMS } from '../sampling/systems.ts';
import { seedsOf } from './cases.ts';
import { type Comparison, sum } from './comparison.ts';
import { KILL_COUNT, type Killed } from './kills.ts';
import { type ComparedCase, PROBABILITY, quantityCount, type Validation } from './validate.ts';

export function validationPage(validation: Validation, killed: readonly Killed[], program: Program): string {
  const samplers = Map.groupBy(validation.compared, ({ sampler }) => sampler);
  return `${[
    '# Validation',
    INTRODUCTION,
    verdict(validation, killed),
    facts(validation, program),
    '## All pulls together',
    together(validation),
    '## Largest |pull| by sampler and system',
    'Of all quantities of a system, each with its sign left out.',
    overview(samplers),
    '## Every sampler',
    'For every system, the quantity with the largest |pull| and the one whose variance is furthest from what is expected, both with their probabilities.',
    ...[...samplers].map(([sampler, compared]) => `### ${sampler}\n\n${samplerTable(compared)}`),
    '## Kills',
    kills(killed),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `This page is written by \`npm run validate\`, which holds every sampler against averages that are known independently: two sites and 2 × 2 by quadrature, 4 × 4 by two exact methods
outside this project. [How we test](./testing) describes the systems. Every quantity is tested twice. The *pull* is the mean over all seeds minus the known value, over the error of this difference: it is normal with variance 1 where a sampler is exact.
The *variance* is that of the pulls of single seeds about their mean: it is 1 where error bars are right, within what χ² allows.`;

function verdict({ compared, limit, failed }: Validation, killed: readonly Killed[]): string {
  const lost = killed.filter(({ survived }) => !survived);
  const word = failed.length + lost.length === 0 ? 'passed' : 'failed';
  const count = `${failed.length} of ${quantityCount(compared)} quantities failed`;
  const meaning = `a test fails below a probability of ${limit.toExponential(1)}, so that one validation in ${1 / PROBABILITY} of a sound program fails`;
  const names = failed.map((name) => `* failed: ${name}`);
  return [`**Verdict: ${word}.** ${count}; ${meaning}.`, ...(names.length > 0 ? [names.join('\n')] : [])].join('\n\n');
}

function facts({ compared, effort }: Validation, program: Program): string {
  const seeds = seedsOf(effort);
  const samples = sum(compared.map((one) => one.samples * seeds.length));
  return rowsOf([
    ['', ''],
    ['program', programWords(program)],
    ['Node', process.version],
    ['seeds', `${seeds[0]} to ${seeds[seeds.length - 1]}, one chain each`],
    ['chains', `${compared.length * seeds.length}, with ${(samples / 1e6).toFixed(1)} million samples`],
  ]);
}

function together({ compared, effort }: Validation): string {
  const all = compared.flatMap(({ comparisons }) => comparisons);
  const chiSquare = sum(all.map(({ pull }) => pull * pull));
  const variance = sum(all.map((one) => one.variance)) / all.length;
  const expected = Math.sqrt(2 / (all.length * (effort.seeds - 1)));
  const ideal = `${all.length} ± ${Math.sqrt(2 * all.length).toFixed(0)}`;
  return `χ² of all pulls is ${chiSquare.toFixed(1)} for ${all.length} of them, ${ideal} if they were independent. The mean of all variances is ${variance.toFixed(3)}, 1 ± ${expected.toFixed(3)} if they were.
They are not quite: quantities of one chain are correlated, and all samplers share the errors of what is known on 4 × 4, so both numbers may stray further.`;
}

function overview(samplers: ReadonlyMap<string, readonly ComparedCase[]>): string {
  const systems = SYSTEMS.map(({ name }) => name);
  const onSystems = [...samplers].filter(([, compared]) =>
    compared.some(({ system }) => systems.includes(system.name)),
  );
  const rows = onSystems.map(([sampler, compared]) => [
    sampler,
    ...systems.map((name) => {
      const one = compared.find(({ system }) => system.name === name);
      return one ? Math.abs(largestPull(one.comparisons).pull).toFixed(2) : '–';
    }),
  ]);
  return rowsOf([['sampler', ...systems], ...rows]);
}

const samplerTable = (compared: readonly ComparedCase[]): string =>
  rowsOf([
    ['system', 'samples of a chain', 'quantity', 'pull', 'p', 'quantity', 'variance', 'p'],
    ...compared.map(({ system, samples, comparisons }) => {
      const pulled = largestPull(comparisons);
      const spread = strangestVariance(comparisons);
      return [
        system.name,
        `${samples}`,
        pulled.quantity,
        pulled.pull.toFixed(2),
        pulled.probabilities.pull.toPrecision(2),
        spread.quantity,
        spread.variance.toFixed(2),
        spread.probabilities.variance.toPrecision(2),
      ];
    }),
  ]);

/** What is not a number counts as the largest. */
const largestPull = (comparisons: readonly Comparison[]): Comparison =>
  comparisons.reduce((a, b) => (Math.abs(b.pull) <= Math.abs(a.pull) ? a : b));

const strangestVariance = (comparisons: readonly Comparison[]): Comparison =>
  comparisons.reduce((a, b) => (b.probabilities.variance >= a.probabilities.variance ? a : b));

const kills = (killed: readonly Killed[]): string =>
  `Runs are killed with \`kill -9\` at random moments and started again, ${KILL_COUNT} times each; in the end every sample, configuration and checkpoint has to be that of a run which nobody disturbed, to the bit.\n\n${rowsOf(
    [
      ['what is killed', 'kills', 'bit-identical in the end'],
      ...killed.map(({ what, survived }) => [what, `${KILL_COUNT}`, survived ? 'yes' : '**no**']),
    ],
  )}`;

/** The first row is the header; |m| is no border between cells. */
function rowsOf([head, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
