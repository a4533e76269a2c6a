/** <lab-replay>: a slider over what the chain has been, beside the values of that moment. */
import { html, nothing, type PropertyValues } from 'lit';
import { LabElement } from '../element.ts';
import type { Moment } from '../engine/moments.ts';
import { inDigits } from '../numbers.ts';
import { SYMBOLS, WORDS } from '../words.ts';

/** Tells the page which moment is looked at; none where that is what the chain is now. */
export class Replayed extends Event {
  readonly moment: Moment | undefined;
  constructor(moment: Moment | undefined) {
    super('replayed', { bubbles: true });
    this.moment = moment;
  }
}

export class LabReplay extends LabElement {
  static override properties = {
    count: { type: Number },
    read: { attribute: false },
    moments: { state: true },
    place: { state: true },
  };
  /** Moments that the chain has kept by now. */
  declare count: number;
  declare read: () => Promise<readonly Moment[] | undefined>;
  /** Those that the slider is over, while it is not at its live end. */
  declare moments: readonly Moment[] | undefined;
  declare place: number;

  override render() {
    if (!this.count || this.count < 2) return nothing;
    const { moments, place } = this;
    const last = (moments?.length ?? this.count) - 1;
    return html`<label><span>${WORDS.replay}</span>
        <input type="range" min="0" max=${last} .value=${String(moments ? place : last)}
          aria-valuetext=${moments ? WORDS.sample(moments[place].sample) : WORDS.live}
          @input=${(event: InputEvent) => this.#look(event.target as HTMLInputElement)}></label>
      <button type="button" ?disabled=${!moments} @click=${this.#live}>${WORDS.backToLive}</button>
      ${moments ? values(moments[place]) : nothing}`;
  }

  /** A chain that begins anew has other moments. */
  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('count') && !this.count) this.moments = undefined;
  }

  async #look(input: HTMLInputElement) {
    const share = Number(input.value) / Number(input.max);
    this.moments ??= await this.read();
    if (!this.moments) return;
    this.place = Math.round(share * (this.moments.length - 1));
    this.dispatchEvent(new Replayed(this.moments[this.place]));
  }

  #live = () => {
    this.moments = undefined;
    this.dispatchEvent(new Replayed(undefined));
  };
}

const values = ({ sample, values }: Moment) => html`<p class="note">${WORDS.sample(sample)}:
  ${Object.entries(values)
    .map(([name, value]) => `${SYMBOLS[name] ?? name} ${inDigits(value, 4)}`)
    .join(' · ')}</p>`;
