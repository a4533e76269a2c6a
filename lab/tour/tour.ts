/** <lab-tour>: the talk in steps; each asks for a prediction, then computes. */
import { html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LabElement } from '../element.ts';
import { legend } from '../legend.ts';
import { writeAddress } from '../state/address.ts';
import { WORDS } from '../words.ts';
import { answered } from './answer.ts';
import type { Predicted } from './prediction.ts';
import { NOTHING_RUN, type Progress, runInTurn } from './sequence.ts';
import { isDone, sampled, standing } from './standing.ts';
import type { TourStep } from './step.ts';
import { places, stepAt, ways } from './ways.ts';

export class LabTour extends LabElement {
  static override properties = {
    number: { type: Number },
    prediction: { state: true },
    progress: { state: true },
    attempt: { state: true },
  };
  /** Of the step, from 1. */
  declare number: number;
  declare prediction: string | undefined;
  declare progress: Progress;
  /** Counts how often a question has been asked; each time has a form of its own. */
  declare attempt: number;
  #stop: () => void = () => {};

  constructor() {
    super();
    this.number = 1;
    this.attempt = 0;
    this.progress = NOTHING_RUN;
    this.addEventListener('predicted', (event) => this.#run((event as Predicted).prediction));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Another step begins with its question. */
  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('number')) return;
    this.#reset();
  }

  /** Readers of screens go on with the step, not with the link that led to it. */
  override updated(changed: PropertyValues<this>) {
    document.title = WORDS.titleOf(stepAt(this.number).title);
    if (changed.get('number') !== undefined) this.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    const { number, progress, prediction } = this;
    const step = stepAt(number);
    return html`<main class="tour" tabindex="-1">
      <article>
        ${places(number)}
        <h2 tabindex="-1">${step.title}</h2>
        ${step.tells.map((words) => html`<p>${words}</p>`)}
        ${keyed(`${number} ${this.attempt}`, html`<lab-prediction .question=${step.question} .isMade=${prediction !== undefined}></lab-prediction>`)}
        <p role="status" class="standing">${prediction === undefined ? '' : standing(step, progress)}</p>
        <lab-bars .drawn=${step.bars(progress.measured)} .predicted=${shareOf(step, prediction)}></lab-bars>
        ${prediction !== undefined && isDone(step, progress) ? this.#outcome(step, prediction) : nothing}
        ${ways(number, isDone(step, progress))}
      </article>
      <section class="stage" aria-label=${WORDS.spins}>
        ${legend()}
        ${progress.view.scene ? html`<lab-spins .scene=${progress.view.scene} .spins=${progress.view.frame?.spins}></lab-spins>` : nothing}
        <p class="standing">${prediction === undefined ? WORDS.nothingRuns : sampled(progress.view)}</p>
      </section>
    </main>`;
  }

  #outcome(step: TourStep, prediction: string) {
    return html`<section aria-label=${WORDS.answer} class="outcome">
      <h3>${WORDS.answer}</h3>
      ${answered(step, prediction, this.progress.measured)}
      ${step.explains.map((words) => html`<p>${words}</p>`)}
      <p class="buttons">
        <button type="button" @click=${() => this.#reset()}>${WORDS.again}</button>
        ${step.runs.map(({ name, fields }) => html`<a href=${writeAddress({ fields, embed: 'full' })}>${WORDS.openInLab(name)}</a>`)}
      </p>
    </section>`;
  }

  #run(prediction: string) {
    this.prediction = prediction;
    this.#stop = runInTurn(stepAt(this.number).runs, (progress) => {
      this.progress = progress;
    });
  }

  #reset() {
    this.#stop();
    this.attempt++;
    [this.prediction, this.progress] = [undefined, NOTHING_RUN];
  }
}

const shareOf = ({ question }: TourStep, prediction: string | undefined): number | undefined =>
  question.kind === 'share' && prediction !== undefined ? Number(prediction) : undefined;
