/** <lab-observables>: everything that is measured, as pictures, of whatever source. */
import { html } from 'lit';
import { LabElement } from '../element.ts';
import { NOTHING_YET, type View } from '../state/view.ts';
import { WORDS } from '../words.ts';

export class LabObservables extends LabElement {
  static override properties = {
    view: { attribute: false },
    budget: { attribute: false },
    wanted: { attribute: false },
  };
  declare view: View;
  /** Exact weights that the training may see. */
  declare budget: number;
  /** Electrons per site, where μ is searched for. */
  declare wanted: number | undefined;

  constructor() {
    super();
    this.view = NOTHING_YET;
    this.budget = 0;
  }

  override render() {
    const { view, budget, wanted } = this;
    return html`<section class="pictures" aria-label=${WORDS.observables}>
      <lab-acceptance .measured=${view.stage === 'sampling' || view.stage === 'done' ? view.frame?.acceptance : undefined} .predicted=${view.frame?.predicted}></lab-acceptance>
      <lab-search .stages=${view.search} .wanted=${wanted}></lab-search>
      ${view.summary?.series
        .filter(({ name }) => shown(name, view))
        .map(
          (drawn) => html`<lab-series .drawn=${drawn} .estimate=${view.summary?.estimates[drawn.name]}></lab-series>`,
        )}
      <lab-learning .generations=${view.generations} .budget=${budget}></lab-learning>
      <lab-scatter .residuals=${view.summary?.residuals}></lab-scatter>
      <lab-memory .correlations=${view.summary?.autocorrelations} .estimates=${view.summary?.estimates}></lab-memory>
      <lab-states .density=${view.summary?.density}></lab-states>
      <lab-zone .scene=${view.scene} .means=${view.summary?.structureFactors}></lab-zone>
    </section>`;
  }
}

/** The density is shown where it fluctuates, and of two orders the larger one. */
function shown(name: string, { summary }: View): boolean {
  const estimates = summary?.estimates ?? {};
  if (name === 'density') return estimates[name]?.error !== 0;
  if (!name.endsWith('agnetization2')) return true;
  const largest = Math.max(
    ...['magnetization2', 'staggeredMagnetization2'].map((order) => estimates[order]?.mean ?? 0),
  );
  return estimates[name]?.mean === largest;
}
