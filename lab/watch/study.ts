/** <watch-study>: the points of a study, as curves that grow and as a table. */
import { html, nothing, svg } from 'lit';
import type { StudyState } from '../../src/watch/state.ts';
import { LabElement } from '../element.ts';
import { type Axes, axes, HEIGHT, line, rangeOf, WIDTH } from '../pictures/plot.ts';
import { SYMBOLS, WORDS } from '../words.ts';
import { type Curve, curvesOf, observablesOf, shortKey, valueText } from './curves.ts';

const { window: SAYS } = WORDS;

/** Colours that are told apart; curves beyond these are dashed. */
const TINTS = 6;

const styleOf = (curve: number): string => `tint-${curve % TINTS}${curve % (2 * TINTS) < TINTS ? '' : ' dashed'}`;

export class WatchStudy extends LabElement {
  static override properties = { state: { attribute: false }, name: { state: true } };
  declare state: StudyState | undefined;
  declare name: string;

  constructor() {
    super();
    this.name = 'energyPerSite';
  }

  override render() {
    const { state } = this;
    if (!state) return nothing;
    return html`<div class="study">${this.#curves(state)}${pointTable(state)}</div>`;
  }

  #curves(state: StudyState) {
    const names = observablesOf(state);
    if (names.length === 0) return html`<p>${SAYS.noPoint}</p>`;
    const name = names.includes(this.name) ? this.name : names[0];
    const { axis, curves } = curvesOf(state, name);
    return html`<figure class="curves">
      <figcaption><label>${SAYS.chooseObservable} <select @change=${(event: Event) => {
        this.name = (event.target as HTMLSelectElement).value;
      }}>${names.map((one) => html`<option value=${one} ?selected=${one === name}>${SYMBOLS[one] ?? one}</option>`)}</select></label></figcaption>
      ${picture(curves, shortKey(axis), name)}
      <p class="key">${curves.map(({ name: words }, k) => (words ? html`<span class="${styleOf(k)}">${words}</span> ` : nothing))}</p>
      ${curves.some(({ points }) => points.some(({ isOpen }) => isOpen)) ? html`<p class="quiet">${SAYS.openMarks}</p>` : nothing}
    </figure>`;
  }
}

function picture(curves: readonly Curve[], axis: string, name: string) {
  const points = curves.flatMap((curve) => curve.points);
  const ends = points.flatMap(({ mean, error }) => [mean - error, mean + error]);
  const at = axes(rangeOf(points.map(({ x }) => x)), rangeOf(ends), [axis, SYMBOLS[name] ?? name]);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${at.frame}${curves.map((curve, k) => drawnCurve(curve, styleOf(k), at))}</svg>`;
}

const drawnCurve = ({ points }: Curve, style: string, at: Axes) => svg`<g class="tinted ${style}">
  <polyline points=${line(
    at,
    points.map(({ x }) => x),
    points.map(({ mean }) => mean),
  )}></polyline>
  ${points.map(
    ({
      x,
      mean,
      error,
      isOpen,
    }) => svg`<line x1=${at.x(x)} x2=${at.x(x)} y1=${at.y(mean - error)} y2=${at.y(mean + error)}></line>
      <circle class=${isOpen ? 'open' : ''} r="2.2" cx=${at.x(x)} cy=${at.y(mean)}></circle>`,
  )}
</g>`;

/** Links lead to a point's own view, where it has begun. */
const pointTable = ({
  keys,
  points,
}: StudyState) => html`<div class="scrolled" tabindex="0" role="region" aria-label=${SAYS.tableOfPoints}><table class="points">
  <thead><tr><th scope="col">${SAYS.point}</th>${keys.map((key) => html`<th scope="col">${shortKey(key)}</th>`)}<th scope="col">${SAYS.state}</th><th scope="col">${SAYS.samples}</th></tr></thead>
  <tbody>${points.map(
    ({ number, values, status, samples, wanted, message }) => html`<tr class=${status}>
      <td>${status === 'missing' ? number : html`<a href="#watch/${number}">${number}</a>`}</td>
      ${keys.map((key) => html`<td>${valueText(key, values[key])}</td>`)}
      <td>${status === 'missing' ? SAYS.notBegun : status}${message === undefined ? nothing : html`: ${message}`}</td>
      <td>${wanted === undefined ? '' : SAYS.samplesOf(samples, wanted)}</td>
    </tr>`,
  )}</tbody>
</table></div>`;
