/** <lab-step>: one step of the chain, from the proposal to the decision. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import type { Step } from '../engine/frame.ts';
import { WORDS } from '../words.ts';

export class LabStep extends LabElement {
  static override properties = { step: { attribute: false } };
  declare step: Step | undefined;

  override render() {
    if (!this.step) return nothing;
    const { effectiveDifference, exactDifference, probability, isAccepted } = this.step;
    return html`<ol class="step" aria-live="polite">
      <li>${WORDS.proposes} <output>β ΔE_eff = ${signed(effectiveDifference)}</output></li>
      <li>${WORDS.weighs} <output>β ΔF = ${signed(exactDifference)}</output></li>
      <li>${WORDS.decides} <output>min(1, e^(β ΔE_eff − β ΔF)) = ${probability.toFixed(3)}</output>
        <strong>${isAccepted ? WORDS.accepted : WORDS.rejected}</strong></li>
    </ol>`;
  }
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
