/** <lab-series>: an observable along the chain: means of stretches, the running mean and its error. */
import { html, nothing, type PropertyValues } from 'lit';
import uPlot from 'uplot';
import { LabElement } from '../element.ts';
import type { Drawn, Running } from '../engine/frame.ts';
import { LOOK_CHANGED } from '../look.ts';
import { SYMBOLS, WORDS } from '../words.ts';
import { label } from './plot.ts';
import { tokens } from './tokens.ts';
import { withError } from './with-error.ts';

/** Sizes in units of the page's letters, which are larger on a projector. */
const [HEIGHT, LETTERS, BELOW, BESIDE] = [9.4, 0.75, 1.9, 3.9];
const unit = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export class LabSeries extends LabElement {
  static override properties = { drawn: { attribute: false }, estimate: { attribute: false } };
  declare drawn: Drawn | undefined;
  declare estimate: Running | undefined;
  #plot: uPlot | undefined;
  #observer = new ResizeObserver(() => this.#plot?.setSize({ width: this.#width(), height: HEIGHT * unit() }));

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(LOOK_CHANGED, this.#recolour);
  }

  override render() {
    if (!this.drawn) return nothing;
    const { name } = this.drawn;
    return html`<figure>
      <figcaption>${SYMBOLS[name] ?? name} <output>${withError(this.estimate)}</output></figcaption>
      <div class="chart" aria-hidden="true"></div>
      <details><summary>${WORDS.table}</summary>${this.#table(this.drawn)}</details>
      <lab-save name=${name} .columns=${() => numbers(this.drawn as Drawn)}></lab-save>
    </figure>`;
  }

  override updated(changed: PropertyValues<this>) {
    const place = this.querySelector('.chart') as HTMLElement | null;
    if (!place || !this.drawn || !changed.has('drawn')) return;
    if (!this.#plot) {
      this.#plot = new uPlot(options(this.#width()), columns(this.drawn), place);
      this.#observer.observe(this);
    } else this.#plot.setData(columns(this.drawn));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(LOOK_CHANGED, this.#recolour);
    this.#observer.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  /** Axes keep the colours that they were made with. */
  #recolour = () => {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.requestUpdate('drawn');
  };

  #width(): number {
    return Math.max(120, this.clientWidth);
  }

  /** Every so-many-th row: a table of hundreds is not read. */
  #table({ index, running, error }: Drawn) {
    const every = Math.ceil(index.length / 12);
    const rows = [...index.keys()].filter((k) => (k + 1) % every === 0);
    return html`<table>
      <thead><tr><th scope="col">${WORDS.samples}</th><th scope="col">${WORDS.meanSoFar}</th></tr></thead>
      <tbody>${rows.map((k) => html`<tr><td>${index[k]}</td><td>${withError({ mean: running[k], error: error[k] })}</td></tr>`)}</tbody>
    </table>`;
  }
}

const numbers = ({ index, stretch, running, error }: Drawn) => ({
  samples: index,
  mean_of_stretch: stretch,
  running_mean: running,
  error,
});

function columns({ index, stretch, running, error }: Drawn): uPlot.AlignedData {
  const upper = running.map((value, k) => value + error[k]);
  const lower = running.map((value, k) => value - error[k]);
  return [index, stretch, upper, lower, running];
}

function options(width: number): uPlot.Options {
  const { ink, faint, line, band, grid } = tokens();
  const axis = {
    stroke: ink,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1 },
    font: `${LETTERS * unit()}px system-ui`,
    values: (_: uPlot, values: number[]) => values.map(label),
  };
  return {
    width,
    height: HEIGHT * unit(),
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false } },
    axes: [
      { ...axis, size: BELOW * unit() },
      { ...axis, size: BESIDE * unit() },
    ],
    series: [
      {},
      { stroke: faint, width: 1 },
      { stroke: band, width: 0, points: { show: false } },
      { stroke: band, width: 0, points: { show: false } },
      { stroke: line, width: 2, points: { show: false } },
    ],
    bands: [{ series: [2, 3], fill: band }],
  };
}
