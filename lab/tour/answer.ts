/** What was predicted, beside what has been measured. */
import { html } from 'lit';
import { WORDS } from '../words.ts';
import { percent } from './compare.ts';
import type { Measured } from './measured.ts';
import type { Choice, Share, TourStep } from './step.ts';

/** `prediction`: as <lab-prediction> tells it. */
export const answered = ({ question }: TourStep, prediction: string, measured: readonly Measured[]) =>
  question.kind === 'choice' ? chosen(question, prediction, measured) : shared(question, prediction, measured);

function chosen({ options, answer }: Choice, prediction: string, measured: readonly Measured[]) {
  const { option, numbers } = answer(measured);
  return table(options[prediction], options[option], `${numbers} ${prediction === option ? WORDS.asPredicted : ''}`);
}

function shared({ answer }: Share, prediction: string, measured: readonly Measured[]) {
  return table(`${Math.round(100 * Number(prediction))} %`, percent(answer(measured)), '');
}

const table = (predicted: string, measured: string, numbers: string) => html`<dl class="answer">
    <dt>${WORDS.youPredicted}</dt><dd>${predicted}</dd>
    <dt>${WORDS.thePageMeasured}</dt><dd>${measured}</dd>
  </dl>
  <p>${numbers}</p>`;
