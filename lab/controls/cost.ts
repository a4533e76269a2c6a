/** <lab-cost>: what a spec will take, said before the chain begins, the question whether it shall where that is long, and why all of it is slow where it is. */
import { html, nothing, type PropertyValues } from 'lit';
import { durationText } from '../../src/words/duration.ts';
import { LabElement } from '../element.ts';
import { inDigits } from '../numbers.ts';
import { NOTHING_YET, type Stage, type View } from '../state/view.ts';
import { WORDS } from '../words.ts';

const BEFORE: readonly Stage[] = ['asking', 'learning', 'searching'];

export class LabCost extends LabElement {
  static override properties = { view: { attribute: false } };
  declare view: View;
  /** When what comes before the chain has begun, in milliseconds. */
  #began: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.view = NOTHING_YET;
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('view')) return;
    if (isPreparing(this.view)) this.#began ??= performance.now();
    else this.#began = undefined;
  }

  /** What is left becomes less while it is waited for. */
  override updated() {
    clearInterval(this.#timer);
    if (this.#began !== undefined) this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    const { cost, stage, engine } = this.view;
    const slower = engine === 'typescript' ? html`<p class="note">${WORDS.withoutSimd}</p>` : nothing;
    if (!cost || !BEFORE.includes(stage)) return slower;
    const button = html`<button type="button" @click=${() => this.dispatchEvent(new Event('confirmed', { bubbles: true }))}>${WORDS.startAnyway}</button>`;
    return html`${slower}<p class="note">${WORDS.costs(this.#left(cost.before), pace(cost.rate))} ${stage === 'asking' ? button : nothing}</p>`;
  }

  /** Nothing where it is less than a second, or took longer than was thought. */
  #left(before: number): string | undefined {
    const left = before - (performance.now() - (this.#began ?? performance.now())) / 1000;
    return left < 1 ? undefined : durationText(left);
  }
}

const isPreparing = ({ stage }: View): boolean => stage === 'learning' || stage === 'searching';

/** Estimates have one digit that counts. */
const pace = (rate: number): string =>
  rate >= 1 ? WORDS.samplesPerSecond(inDigits(rate, rate < 10 ? 1 : 2)) : WORDS.perSample(durationText(1 / rate));
