/** <lab-memory>: autocorrelations, how long the chain remembers. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { Running } from '../engine/frame.ts';
import { fixed } from '../numbers.ts';
import { SYMBOLS, WORDS } from '../words.ts';
import { axes, HEIGHT, line, WIDTH } from './plot.ts';

export class LabMemory extends LabElement {
  static override properties = { correlations: { attribute: false }, estimates: { attribute: false } };
  declare correlations: Readonly<Record<string, Float64Array>> | undefined;
  declare estimates: Readonly<Record<string, Running>> | undefined;

  override render() {
    const shown = Object.entries(this.correlations ?? {});
    if (shown.length === 0) return nothing;
    const lags = Float64Array.from(shown[0][1].keys());
    const at = axes({ from: 0, to: lags.length - 1 }, { from: -0.2, to: 1 }, [
      WORDS.lagInSamples,
      WORDS.autocorrelation,
    ]);
    return html`<figure>
      <figcaption>${WORDS.memory}</figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${at.frame}${shown.map(([, values], k) => svg`<polyline class="curve-${k}" points=${line(at, lags, values)}></polyline>`)}
      </svg>
      <p class="key">${shown.map(([name], k) => html`<span class="curve-${k}">${SYMBOLS[name] ?? name}, τ = ${this.estimates?.[name]?.tau?.toPrecision(2) ?? '…'}</span> `)}</p>
      <details><summary>${WORDS.table}</summary><table>
        <thead><tr><th scope="col">${WORDS.lag}</th>${shown.map(([name]) => html`<th scope="col">${SYMBOLS[name] ?? name}</th>`)}</tr></thead>
        <tbody>${[1, 2, 5, 10, 20, 50].map((lag) => html`<tr><td>${lag}</td>${shown.map(([, values]) => html`<td>${fixed(values[lag], 2)}</td>`)}</tr>`)}</tbody>
      </table></details>
      <lab-save name="autocorrelation" .columns=${() => ({ lag: lags, ...Object.fromEntries(shown) })}></lab-save>
    </figure>`;
  }
}
