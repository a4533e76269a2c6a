/** <lab-observables>: everything that is measured, as pictures, of whatever source. */
import { html } from 'lit';
import { LabElement } from '../element.ts';
import { NOTHING_YET, type View } from '../state/view.ts';
import { WORDS } from '../words.ts';

export class LabObservables extends LabElement {
  static override properties = { view: { attribute: false }, budget: { attribute: false } };
  declare view: View;
  /** Exact weights that the training may see. */
  declare budget: number;

  constructor() {
    super();
    this.view = NOTHING_YET;
    this.budget = 0;
  }

  override render() {
    const { view, budget } = this;
    return html`<section class="pictures" aria-label=${WORDS.observables}>
      ${view.summary?.series
        .filter(({ name }) => shown(name, view))
        .map(
          (drawn) => html`<lab-series .drawn=${drawn} .estimate=${view.summary?.estimates[drawn.name]}></lab-series>`,
        )}
      <lab-acceptance .measured=${view.stage === 'learning' ? undefined : view.frame?.acceptance} .predicted=${view.frame?.predicted}></lab-acceptance>
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
