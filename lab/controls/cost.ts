/** <lab-cost>: what a spec will take, said before the chain begins, the question whether it shall where that is long, and why all of it is slow where it is. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import { NOTHING_YET, type Stage, type View } from '../state/view.ts';
import { WORDS } from '../words.ts';

const BEFORE: readonly Stage[] = ['asking', 'learning'];

export class LabCost extends LabElement {
  static override properties = { view: { attribute: false } };
  declare view: View;

  constructor() {
    super();
    this.view = NOTHING_YET;
  }

  override render() {
    const { cost, stage, engine } = this.view;
    const slower = engine === 'typescript' ? html`<p class="note">${WORDS.withoutSimd}</p>` : nothing;
    if (!cost || !BEFORE.includes(stage)) return slower;
    const button = html`<button type="button" @click=${() => this.dispatchEvent(new Event('confirmed', { bubbles: true }))}>${WORDS.startAnyway}</button>`;
    const before = cost.before < 1 ? undefined : duration(cost.before);
    return html`${slower}<p class="note">${WORDS.costs(before, pace(cost.rate))} ${stage === 'asking' ? button : nothing}</p>`;
  }
}

/** Estimates have one digit that counts. */
const rounded = (value: number): string => String(Number(value.toPrecision(value < 10 ? 1 : 2)));

function duration(seconds: number): string {
  if (seconds < 100) return `${rounded(seconds)} s`;
  return seconds < 6000 ? `${rounded(seconds / 60)} min` : `${rounded(seconds / 3600)} h`;
}

const pace = (rate: number): string =>
  rate >= 1 ? `${rounded(rate)} samples a second` : `${duration(1 / rate)} a sample`;
