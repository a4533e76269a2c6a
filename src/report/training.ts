/** A training in words: how good the learned model is, and how it will propose. */
import type { AutoChoice } from '../chain/auto/auto.ts';
import { flowTrainingOf } from '../chain/flow/learn-flow.ts';
import { type LearnedModel, type RunTraining, trainingOf } from '../chain/learning/models.ts';
import type { Tally } from '../chain/learning/timed-trial.ts';
import type { ModelCard } from '../effective/weights/card.ts';
import type { LearnedFlow } from '../flow/flow-files.ts';
import type { Performance } from '../sampling/choosing/trial.ts';
import { methodNamed } from '../sampling/samplers/methods.ts';
import { planWords } from '../sampling/samplers/plan-words.ts';
import { count } from '../words/count.ts';
import { percent } from '../words/percent.ts';
import { COUPLINGS, couplingRows } from './couplings.ts';
import { flowRows } from './flow.ts';
import { table } from './table.ts';

/** What a training has come to. */
export interface Trained {
  readonly model?: LearnedModel | undefined;
  readonly flow?: LearnedFlow | undefined;
  /** That of a run that chooses model and sampler itself; without a model it has chosen an exact sampler. */
  readonly choice?: AutoChoice | undefined;
}

/** A training in words. */
export function trainingText({ model, flow, choice }: Trained): string {
  const parts = [...(choice ? choiceTexts(choice) : []), ...(model ? modelTexts(model) : []), ...flowTexts(flow)];
  return `${parts.join('\n\n')}\n`;
}

function flowTexts(flow: LearnedFlow | undefined): string[] {
  if (!flow) return [];
  const { exactEvaluations, seconds } = flowTrainingOf(flow);
  return [
    table([
      ...flowRows(flow.card),
      ['exact evaluations to train it', `${exactEvaluations}`],
      ['seconds of one core to train it', seconds.toPrecision(3)],
    ]),
  ];
}

const shown = ({ acceptance = null, tau = 0, efficiency = 0 }: Partial<Performance>): string[] => [
  acceptance === null ? '–' : percent(acceptance),
  tau.toPrecision(3),
  efficiency.toFixed(0),
];
const COLUMNS = ['acceptance', 'τ', 'samples/2τ per second, counted'];

/** The choice of model and sampler: all that was tried, and what was chosen. */
export function choiceTexts({ method, effective, flow, attempts, trials }: AutoChoice): string[] {
  const rows = attempts.map((attempt) => [
    attempt.name,
    attempt.steps?.toFixed(0) ?? '–',
    ...(attempt.omitted === undefined ? shown(attempt) : ['–', '–', attempt.omitted]),
  ]);
  const { learns } = methodNamed(method);
  const transported = flow && flow.base !== 'none' ? ' and a flow' : '';
  const chosen = learns ? `${method} with ${[effective.kind].flat().join(' + ')}${transported}` : method;
  return [
    table([['model and sampler', 'steps tried', ...COLUMNS], ...rows]),
    `chosen: ${chosen}; trials: ${tallyWords(trials)}`,
  ];
}

const tallyWords = ({ exactEvaluations, seconds }: Tally): string =>
  `${count(Math.round(exactEvaluations), 'exact evaluation')}, ${seconds.toPrecision(3)} s of one core`;

/** The words on an inner chain that no trials have chosen; none where they have, or where the card does not say. */
export const untriedTexts = ({ proposals }: Partial<RunTraining>): string[] =>
  proposals?.chosenBy === 'rule'
    ? [
        `inner chain: ${planWords(proposals.plan)}, usually the best; trials would take too much of a run of this length`,
      ]
    : [];

function modelTexts(model: LearnedModel): string[] {
  const { cost, loss, acceptance, seconds, parameterCount, proposals, stopped } = trainingOf(model);
  const rows = [
    ['learned model', `${model.card.kind}, ${count(parameterCount, 'parameter')}`],
    ['exact evaluations to learn from', cost.exactEvaluations.toFixed(0)],
    ['exact evaluations to choose the inner chain', proposals.exactEvaluations.toFixed(0)],
    ['ended by', stopped === 'budget' ? 'its budget' : 'no more gain'],
    ['mean squared error of β(F − E), held out', loss.heldOut.toPrecision(3)],
    ['the same on the last proposals', loss.lastProposals.toPrecision(3)],
    ['acceptance of decorrelated proposals', `${percent(acceptance.measured)} of ${acceptance.proposals}`],
    ['predicted for a Gaussian residual', percent(acceptance.predicted)],
    ['seconds of one core to learn', seconds.toPrecision(3)],
    ['seconds of one core to choose it', proposals.seconds.toPrecision(3)],
    ['proposals', planWords(proposals.plan)],
  ];
  const trials = proposals.trials.map((trial) => [planWords(trial.plan), ...shown(trial)]);
  return [
    table(rows),
    ...couplingTexts(model.card),
    ...untriedTexts({ proposals }),
    ...(trials.length > 0 ? [table([['tried', ...COLUMNS], ...trials])] : []),
  ];
}

/** The couplings of a linear model, a line for each shell, below what they mean. */
export function couplingTexts(model: ModelCard | undefined): string[] {
  const rows = couplingRows(model);
  return rows.length > 0 ? [`learned couplings, ${COUPLINGS}\n${table(rows)}`] : [];
}
