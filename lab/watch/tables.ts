/** Chains and observables of a run, as tables. */
import { html, nothing } from 'lit';
import type { ChainState, Findings, RunState } from '../../src/watch/state.ts';
import { inDigits, signed } from '../numbers.ts';
import { WORDS } from '../words.ts';

const { window: SAYS } = WORDS;

export const chainTable = (chains: readonly ChainState[]) => html`<table class="chains">
  <thead><tr><th scope="col">${SAYS.chain}</th><th scope="col">${SAYS.progress}</th><th scope="col">${SAYS.samples}</th><th scope="col">${SAYS.acceptance}</th></tr></thead>
  <tbody>${chains.map(
    ({ samples, wanted, acceptance }, index) => html`<tr>
      <td>${index + 1}</td>
      <td><progress max=${wanted} value=${Math.min(samples, wanted)} aria-label=${SAYS.chainNumber(index + 1)}></progress></td>
      <td>${SAYS.samplesOf(samples, wanted)}</td>
      <td>${acceptance?.toFixed(3) ?? '–'}</td>
    </tr>`,
  )}</tbody>
</table>`;

/** Everything that is measured, as the report has it. Structure factors, of which there are many, stand below. */
export function observableTable({ observables, samples }: Findings) {
  const all = Object.entries(observables);
  const isFactor = (name: string) => name.startsWith('structureFactor_');
  return html`<section aria-label=${SAYS.estimates} class="observables">
    <h2>${SAYS.observables} <span class="quiet">${SAYS.ofKept(samples)}</span></h2>
    <div class="scrolled" tabindex="0" role="region" aria-label=${SAYS.tableOfObservables}>${rows(all.filter(([name]) => !isFactor(name)))}</div>
    <details><summary>${SAYS.structureFactors}</summary>${rows(all.filter(([name]) => isFactor(name)))}</details>
  </section>`;
}

const rows = (all: readonly [string, Findings['observables'][string]][]) => html`<table>
  <thead><tr><th scope="col">${SAYS.observable}</th><th scope="col">${SAYS.value}</th><th scope="col">τ</th><th scope="col">samples/2τ</th><th scope="col">R̂</th></tr></thead>
  <tbody>${all.map(
    ([name, { text, tau, effectiveSamples, rHat }]) => html`<tr>
      <th scope="row">${name}</th><td>${signed(text)}</td>
      <td>${tau === undefined ? nothing : inDigits(tau, 3)}</td><td>${effectiveSamples === undefined ? nothing : Math.round(effectiveSamples)}</td>
      <td>${rHat?.toFixed(3) ?? nothing}</td>
    </tr>`,
  )}</tbody>
</table>`;

/** The temperatures of a tempered run, and how often configurations are exchanged between them. */
export function ladderTable({ temperatures = [], exchange }: RunState) {
  if (temperatures.length === 0) return nothing;
  return html`<section aria-label=${SAYS.ladder} class="ladder">
    <h2>${SAYS.ladder}</h2>
    <p class="quiet">${SAYS.ladderSays}</p>
    <div class="scrolled" tabindex="0" role="region" aria-label=${SAYS.tableOfLadder}><table>
      <thead><tr><th scope="col">T</th><th scope="col">${SAYS.exchanges}</th></tr></thead>
      <tbody>${temperatures.map((temperature, k) => html`<tr><td>${temperature}</td><td>${exchange?.[k]?.toFixed(3) ?? nothing}</td></tr>`)}</tbody>
    </table></div>
  </section>`;
}
