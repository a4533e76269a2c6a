/** A training in the words of the status line. */
import type { Notice } from '../../runner/runner.ts';
import type { Candidate } from '../../sampling/choosing/trial.ts';
import { planWords } from '../../sampling/samplers/plan-words.ts';
import { count } from '../../words/count.ts';
import type {
  FlowStageEvent,
  GenerationEvent,
  TrainingEvent,
  TrialEvent,
  TrialProgressEvent,
} from './training-events.ts';

/** Generations, stages and trials are lines that stay; how far a trial is belongs to the line in place. */
export function noticeOf(event: TrainingEvent): Notice {
  if (event.type === 'training') return { type: 'notice', line: generationWords(event) };
  if (event.type === 'flow') return { type: 'notice', line: stageWords(event) };
  if (event.type === 'trial') return { type: 'notice', line: trialWords(event) };
  return { type: 'notice', parts: trialProgressTexts(event) };
}

/** `trial of 2 trajectories of 5 steps: 1000 steps, acceptance 0.77, τ 1.11, 898 samples/2τ per second, counted` */
function trialWords({ acceptance, tau, efficiency, steps, ...candidate }: TrialEvent): string {
  const rate = acceptance === null ? [] : [`acceptance ${acceptance.toFixed(2)}`];
  const worth = `${efficiency.toFixed(0)} samples/2τ per second, counted`;
  return `trial of ${candidateTexts(candidate).join(', ')}: ${[`${steps} steps`, ...rate, `τ ${tau.toPrecision(3)}`, worth].join(', ')}`;
}

/** `trial, step 120 of 1000`, `2 trajectories of 5 steps`: what matters most comes first. */
const trialProgressTexts = ({ step, steps, ...candidate }: TrialProgressEvent): string[] => [
  `trial, step ${step} of ${steps}`,
  ...candidateTexts(candidate),
];

const candidateTexts = ({ name, plan }: Candidate): string[] => [
  ...(name === undefined ? [] : [name]),
  ...(plan === undefined ? [] : [planWords(plan)]),
];

/** `training of the flow: 7200 exact evaluations, 15 layers` */
const stageWords = ({ exactEvaluations, layers }: FlowStageEvent): string =>
  `training of the flow: ${exactEvaluations} exact evaluations, ${count(layers, 'layer')}`;

/** A generation in words: `training: 62 exact evaluations, T = 0.0500, 10 parameters, acceptance 0.60, held-out error 0.758` */
function generationWords({
  exactEvaluations,
  temperature,
  parameterCount,
  acceptance,
  heldOut,
}: GenerationEvent): string {
  const parts = [
    `training: ${exactEvaluations} exact evaluations`,
    `T = ${temperature.toPrecision(3)}`,
    `${parameterCount} parameters`,
    `acceptance ${acceptance.toFixed(2)}`,
    `held-out error ${heldOut.energy.toPrecision(3)}`,
  ];
  return parts.join(', ');
}
