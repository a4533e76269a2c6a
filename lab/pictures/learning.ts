/** <lab-learning>: how the acceptance of a model grows with the exact weights that it has seen. */
import { html, nothing, svg } from 'lit';
import { LabElement } from '../element.ts';
import type { Generation } from '../engine/generation.ts';
import { WORDS } from '../words.ts';
import { axes, HEIGHT, line, WIDTH } from './plot.ts';

export class LabLearning extends LabElement {
  static override properties = { generations: { attribute: false }, budget: { type: Number } };
  declare generations: readonly Generation[];
  declare budget: number;

  override render() {
    const { generations = [] } = this;
    if (generations.length === 0) return nothing;
    const most = Math.max(this.budget, ...generations.map(({ exactEvaluations }) => exactEvaluations));
    const at = axes({ from: 0, to: most }, { from: 0, to: 1.05 }, [WORDS.evaluations, WORDS.acceptance]);
    const seen = generations.map(({ exactEvaluations }) => exactEvaluations);
    const curve = (of: (generation: Generation) => number) => line(at, seen, generations.map(of));
    return html`<figure>
      <figcaption>${WORDS.learning} <output>σ = ${generations.at(-1)?.deviation.toFixed(2)}</output></figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${at.frame}
        <polyline class="predicted" points=${curve(({ predicted }) => predicted)}></polyline>
        <polyline class="measured" points=${curve(({ acceptance }) => acceptance)}></polyline>
        ${generations.map(
          ({ exactEvaluations, acceptance }) =>
            svg`<circle class="measured" r="3" cx=${at.x(exactEvaluations)} cy=${at.y(acceptance)}></circle>`,
        )}
      </svg>
      <p class="key"><span class="measured">${WORDS.measured}</span> <span class="predicted">${WORDS.predicted}</span></p>
      <details><summary>${WORDS.table}</summary>${table(generations)}</details>
      <lab-save name="learning" .columns=${() => columns(generations)}></lab-save>
    </figure>`;
  }
}

const table = (generations: readonly Generation[]) => html`<table>
  <thead><tr>
    <th scope="col">${WORDS.evaluations}</th><th scope="col">${WORDS.parameters}</th><th scope="col">T</th>
    <th scope="col">${WORDS.measured}</th><th scope="col">${WORDS.predicted}</th><th scope="col">σ</th>
  </tr></thead>
  <tbody>${generations.map(
    (g) => html`<tr><td>${g.exactEvaluations}</td><td>${g.parameterCount}</td><td>${g.temperature.toPrecision(3)}</td>
      <td>${g.acceptance.toFixed(2)}</td><td>${g.predicted.toFixed(2)}</td><td>${g.deviation.toFixed(2)}</td></tr>`,
  )}</tbody>
</table>`;

const columns = (generations: readonly Generation[]) => ({
  exact_evaluations: generations.map(({ exactEvaluations }) => exactEvaluations),
  parameters: generations.map(({ parameterCount }) => parameterCount),
  temperature: generations.map(({ temperature }) => temperature),
  acceptance: generations.map(({ acceptance }) => acceptance),
  predicted_acceptance: generations.map(({ predicted }) => predicted),
  sigma: generations.map(({ deviation }) => deviation),
});
