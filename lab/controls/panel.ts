/** <lab-panel>: all keys of the spec, those that people change most in front. */
import { html, nothing } from 'lit';
import { LabElement } from '../element.ts';
import type { Control } from '../engine/controls.ts';
import type { Fields } from '../state/fields.ts';
import { WORDS } from '../words.ts';

const FRONT = [
  'lattice.kind',
  'lattice.size',
  'model.coupling',
  'model.temperature',
  'model.chemical_potential',
  'model.field',
  'sampling.method',
  'effective.kind',
  'effective.blocks',
  'effective.shells',
  'training.exact_evaluations',
  'sampling.samples',
  'sampling.seed',
];

export class LabPanel extends LabElement {
  static override properties = { controls: { attribute: false }, fields: { attribute: false } };
  declare controls: readonly Control[];
  declare fields: Fields;

  override render() {
    if (!this.controls?.length) return nothing;
    const others = this.controls.filter(({ key }) => !FRONT.includes(key));
    const front = FRONT.map((name) => this.controls.find(({ key }) => key === name)).filter(
      (control) => control !== undefined,
    );
    return html`<h2>${WORDS.controls}</h2>${front.map(this.#control)}
      <details><summary>${WORDS.more}</summary>${others.map(this.#control)}</details>`;
  }

  #control = (control: Control) =>
    html`<lab-control .control=${control} .value=${this.fields[control.key]}></lab-control>`;
}
