/** <lab-tuner>: temperature and chemical potential of the running chain. */
import { html } from 'lit';
import { LabElement } from '../element.ts';
import type { Tuned } from '../engine/messages.ts';
import { WORDS } from '../words.ts';

/** Tells the page what has been tuned. */
export class Tune extends Event {
  readonly model: Tuned;
  constructor(model: Tuned) {
    super('tune', { bubbles: true });
    this.model = model;
  }
}

/** Temperatures of the slider, from its left end to its right one, each step the same factor. */
const [COLDEST, HOTTEST, STEPS] = [0.01, 1, 200];
const LARGEST_POTENTIAL = 4;
/** A chain begins anew at most so often while a slider is dragged, in milliseconds. */
const PATIENCE = 150;

export class LabTuner extends LabElement {
  static override properties = { temperature: { type: Number }, potential: { type: Number } };
  declare temperature: number;
  declare potential: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`<label><span>${WORDS.temperature}</span>
        <input type="range" min="0" max=${STEPS} .value=${String(placeOf(this.temperature))} aria-valuetext=${this.temperature}
          @input=${(event: InputEvent) => this.#say({ temperature: temperatureAt(numberIn(event)) })}>
        <output>${this.temperature}</output></label>
      <label><span>${WORDS.potential}</span>
        <input type="range" min=${-LARGEST_POTENTIAL} max=${LARGEST_POTENTIAL} step="0.05" .value=${String(this.potential)}
          @input=${(event: InputEvent) => this.#say({ chemicalPotential: numberIn(event) })}>
        <output>${this.potential}</output></label>`;
  }

  #say(model: Tuned) {
    if (model.temperature !== undefined) this.temperature = model.temperature;
    if (model.chemicalPotential !== undefined) this.potential = model.chemicalPotential;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dispatchEvent(new Tune(model)), PATIENCE);
  }
}

const numberIn = (event: Event): number => Number((event.target as HTMLInputElement).value);
const placeOf = (temperature: number): number =>
  Math.round((STEPS * Math.log(temperature / COLDEST)) / Math.log(HOTTEST / COLDEST));
const temperatureAt = (place: number): number =>
  Number((COLDEST * (HOTTEST / COLDEST) ** (place / STEPS)).toPrecision(3));
