/** <watch-wish>: how long a run takes to an error that somebody wishes for. */
import { html, nothing } from 'lit';
import type { ObservableState, RunState } from '../../src/watch/state.ts';
import { durationText } from '../../src/words/duration.ts';
import { LabElement } from '../element.ts';
import { inDigits } from '../numbers.ts';
import { SYMBOLS, WORDS } from '../words.ts';

const { window: SAYS } = WORDS;

export class WatchWish extends LabElement {
  static override properties = { state: { attribute: false }, name: { state: true }, wished: { state: true } };
  declare state: RunState | undefined;
  declare name: string;
  declare wished: string;

  constructor() {
    super();
    this.name = 'energyPerSite';
    this.wished = '';
  }

  override render() {
    const observables = this.state?.findings?.observables ?? {};
    const names = Object.keys(observables).filter((name) => (observables[name].error ?? 0) > 0);
    if (names.length === 0) return nothing;
    const name = names.includes(this.name) ? this.name : names[0];
    return html`<p class="wish">
      <label>${SAYS.errorOf} <input type="text" inputmode="decimal" size="8" .value=${this.wished}
        placeholder=${inDigits(observables[name].error as number, 2)}
        @input=${(event: Event) => {
          this.wished = (event.target as HTMLInputElement).value;
        }}></label>
      <label>${SAYS.in} <select @change=${(event: Event) => {
        this.name = (event.target as HTMLSelectElement).value;
      }}>${names.map((one) => html`<option value=${one} ?selected=${one === name}>${SYMBOLS[one] ?? one}</option>`)}</select></label>
      <output>${this.#answer(observables[name])}</output>
    </p>`;
  }

  #answer(estimate: ObservableState) {
    const wished = Number(this.wished);
    const { findings, rate } = this.state as RunState;
    if (this.wished.trim() === '' || !findings) return nothing;
    if (!(wished > 0)) return SAYS.wrongWish;
    return wishWords(samplesFor(wished, estimate.error as number, findings.samples), findings.samples, rate);
  }
}

/** Errors fall as one over the root of the samples, since τ stays what it is. */
export const samplesFor = (wished: number, error: number, samples: number): number =>
  Math.ceil(samples * (error / wished) ** 2);

function wishWords(needed: number, samples: number, rate: number | undefined): string {
  if (needed <= samples) return SAYS.reached;
  const time = rate ? SAYS.fromNow(durationText((needed - samples) / rate)) : '';
  return `${SAYS.takes(inDigits(needed, 3), samples)}${time}`;
}
