/** <lab-prediction>: the question of a step; nothing runs before it has been answered. */
import { html } from 'lit';
import { LabElement } from '../element.ts';
import { WORDS } from '../words.ts';
import type { Choice, Share, TourStep } from './step.ts';

/** Tells the page what has been predicted: the name of an option, or a share from 0 to 1 as a text. */
export class Predicted extends Event {
  readonly prediction: string;
  constructor(prediction: string) {
    super('predicted', { bubbles: true });
    this.prediction = prediction;
  }
}

/** Where the slider of a share is at first, in per cent. */
const MIDDLE = 50;

export class LabPrediction extends LabElement {
  static override properties = { question: { attribute: false }, isMade: { attribute: false }, value: { state: true } };
  declare question: TourStep['question'];
  /** The prediction cannot be changed any more. */
  declare isMade: boolean;
  declare value: string | undefined;

  override render() {
    const { question } = this;
    return html`<form @submit=${this.#submit}>
      <fieldset ?disabled=${this.isMade}>
        <legend>${question.asks}</legend>
        ${question.kind === 'choice' ? this.#options(question) : this.#slider()}
        <button type="submit" class="main" ?disabled=${this.#answer() === undefined}>${this.#button(question)}</button>
      </fieldset>
    </form>`;
  }

  #options({ options }: Choice) {
    return Object.entries(options).map(
      ([name, words]) => html`<label class="option">
        <input type="radio" name="prediction" value=${name} .checked=${this.value === name} @change=${() => this.#take(name)}> ${words}
      </label>`,
    );
  }

  #slider() {
    const value = this.value ?? String(MIDDLE);
    return html`<label class="share"><span>${WORDS.yourPrediction}</span>
      <input type="range" min="0" max="100" .value=${value} aria-valuetext=${`${value} %`}
        @input=${(event: Event) => this.#take((event.target as HTMLInputElement).value)}>
      <output>${value} %</output></label>`;
  }

  #take(value: string) {
    this.value = value;
  }

  #button({ kind }: Choice | Share) {
    if (kind === 'share') return WORDS.predictShare(this.value ?? String(MIDDLE));
    return this.value === undefined ? WORDS.predictFirst : WORDS.predictAndRun;
  }

  #answer(): string | undefined {
    if (this.question.kind === 'choice') return this.value;
    return String(Number(this.value ?? MIDDLE) / 100);
  }

  #submit = (event: Event) => {
    event.preventDefault();
    const answer = this.#answer();
    if (answer !== undefined) this.dispatchEvent(new Predicted(answer));
  };
}
