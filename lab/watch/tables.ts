/** Chains and observables of a run, as tables. */
import { html, nothing } from 'lit';
import type { ChainState, Findings } from '../../src/watch/state.ts';

export const chainTable = (chains: readonly ChainState[]) => html`<table class="chains">
  <thead><tr><th scope="col">chain</th><th scope="col">progress</th><th scope="col">samples</th><th scope="col">acceptance</th></tr></thead>
  <tbody>${chains.map(
    ({ samples, wanted, acceptance }, index) => html`<tr>
      <td>${index + 1}</td>
      <td><progress max=${wanted} value=${Math.min(samples, wanted)} aria-label="chain ${index + 1}"></progress></td>
      <td>${samples} of ${wanted}</td>
      <td>${acceptance?.toFixed(3) ?? '–'}</td>
    </tr>`,
  )}</tbody>
</table>`;

/** Everything that is measured, as the report has it. Structure factors, of which there are many, stand below. */
export function observableTable({ observables, samples }: Findings) {
  const all = Object.entries(observables);
  const isFactor = (name: string) => name.startsWith('structureFactor_');
  return html`<section aria-label="Observables with error bars" class="observables">
    <h2>Observables <span class="quiet">of ${samples} kept samples</span></h2>
    <div class="scrolled" tabindex="0" role="region" aria-label="Table of observables">${rows(all.filter(([name]) => !isFactor(name)))}</div>
    <details><summary>structure factors</summary>${rows(all.filter(([name]) => isFactor(name)))}</details>
  </section>`;
}

const rows = (all: readonly [string, Findings['observables'][string]][]) => html`<table>
  <thead><tr><th scope="col">observable</th><th scope="col">value</th><th scope="col">τ</th><th scope="col">samples/2τ</th><th scope="col">R̂</th></tr></thead>
  <tbody>${all.map(
    ([name, { text, tau, effectiveSamples, rHat }]) => html`<tr>
      <th scope="row">${name}</th><td>${text}</td>
      <td>${tau?.toPrecision(3) ?? nothing}</td><td>${effectiveSamples === undefined ? nothing : Math.round(effectiveSamples)}</td>
      <td>${rHat?.toFixed(3) ?? nothing}</td>
    </tr>`,
  )}</tbody>
</table>`;
