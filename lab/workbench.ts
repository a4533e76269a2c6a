/** <lab-workbench>: a spec, its address and the session that samples it. */
import { html, nothing } from 'lit';
import type { Chosen } from './controls/control.ts';
import type { Replayed } from './controls/replay.ts';
import type { Tune } from './controls/tuner.ts';
import { LabElement } from './element.ts';
import type { Pace } from './engine/messages.ts';
import type { Moment } from './engine/moments.ts';
import { createSession, type Session } from './engine/session.ts';
import { legend } from './legend.ts';
import { routeOf } from './route.ts';
import { type Address, readAddress, writeAddress } from './state/address.ts';
import { ARRIVAL } from './state/arrival.ts';
import { commandOf, type Fields, tomlOf } from './state/fields.ts';
import { NOTHING_YET, type View } from './state/view.ts';
import { learnedSoFar, WORDS, whatIsSeen } from './words.ts';

export class LabWorkbench extends LabElement {
  static override properties = {
    view: { state: true },
    address: { state: true },
    copied: { state: true },
    moment: { state: true },
  };
  declare view: View;
  declare address: Address;
  declare copied: string | undefined;
  /** What is looked at instead of the chain as it is now. */
  declare moment: Moment | undefined;
  #session: Session | undefined;

  constructor() {
    super();
    this.view = NOTHING_YET;
    this.address = { fields: ARRIVAL, embed: 'full' };
  }

  override connectedCallback() {
    super.connectedCallback();
    document.title = WORDS.title;
    window.addEventListener('hashchange', this.#visit);
    this.addEventListener('chosen', (event) => this.#change(event as Chosen));
    this.addEventListener('confirmed', () => this.#session?.confirm());
    this.addEventListener('replayed', (event) => {
      this.moment = (event as Replayed).moment;
    });
    this.addEventListener('tune', (event) => this.#session?.tune((event as Tune).model));
    this.#visit();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#visit);
    this.#session?.stop();
  }

  override render() {
    const { view, address } = this;
    if (address.embed === 'none') return this.#spinsAlone();
    return html`<section class="seen" aria-label=${WORDS.whatIsSeen}>
        <div><p role="status">${whatIsSeen(view)}</p><p class="quiet">${learnedSoFar(view)}</p></div>
        ${legend()}
      </section>
      <main tabindex="-1">
        <section class="stage" aria-label=${WORDS.spins}>
          <lab-spins .scene=${view.scene} .spins=${this.moment?.spins ?? view.frame?.spins} .isReplayed=${this.moment !== undefined}></lab-spins>
          <lab-replay .count=${view.frame?.moments} .read=${() => this.#session?.moments()}></lab-replay>
          <lab-cost .view=${view}></lab-cost>
          ${this.#buttons()} ${this.#standing()}
          <lab-step .step=${view.pace === 'paused' ? view.frame?.step : undefined}></lab-step>
          ${this.#tuner()}
        </section>
        <lab-observables .view=${view} .budget=${budget(address)} .wanted=${Number(address.fields['model.filling'])}></lab-observables>
        ${address.embed === 'minimal' ? nothing : html`<aside><lab-panel .controls=${view.controls} .fields=${address.fields}></lab-panel>${this.#sharing()}</aside>`}
      </main>`;
  }

  #spinsAlone() {
    const { scene, frame } = this.view;
    return html`<main class="alone"><lab-spins .scene=${scene} .spins=${frame?.spins}></lab-spins>
      <p role="status">${whatIsSeen(this.view)}</p></main>`;
  }

  #buttons() {
    const { pace } = this.view;
    const button = (wanted: Pace, words: string) =>
      html`<button type="button" aria-pressed=${pace === wanted} @click=${() => this.#session?.setPace(wanted)}>${words}</button>`;
    return html`<div class="buttons" role="group" aria-label=${WORDS.pace}>
      ${button('full', WORDS.play)} ${button('slow', WORDS.slow)} ${button('paused', WORDS.pause)}
      <button type="button" ?disabled=${pace !== 'paused'} @click=${() => this.#session?.step()}>${WORDS.step}</button>
      <button type="button" @click=${() => this.#begin()}>${WORDS.restart}</button>
    </div>`;
  }

  #standing() {
    const { frame } = this.view;
    if (!frame) return nothing;
    const phase = frame.samples <= frame.warmUp ? `${WORDS.warmingUp}, ` : '';
    return html`<p class="standing">${phase}${WORDS.sampled(frame.samples, frame.wanted, Math.round(frame.rate))}
      · <span title=${WORDS.bits}>bits <code>${frame.checksum}</code></span></p>`;
  }

  /** Only where the chain of the spec itself runs: not while a model is being learned. */
  #tuner() {
    const { stage, tuned } = this.view;
    const { fields } = this.address;
    if (stage !== 'sampling' || fields['model.filling'] !== undefined) return nothing;
    const temperature = tuned?.temperature ?? Number(fields['model.temperature'] ?? 0.1);
    const potential = tuned?.chemicalPotential ?? Number(fields['model.chemical_potential'] ?? 0);
    return html`<lab-tuner .temperature=${temperature} .potential=${potential}></lab-tuner>`;
  }

  #sharing() {
    const { fields } = this.address;
    const copy = (words: string, text: () => string) =>
      html`<button type="button" @click=${async () => {
        await navigator.clipboard.writeText(text());
        this.copied = words;
      }}>${this.copied === words ? WORDS.copied : words}</button>`;
    return html`<div class="buttons">
      ${copy(WORDS.copyLink, () => location.href)} ${copy(WORDS.copyToml, () => tomlOf(fields))}
      ${copy(WORDS.copyCommand, () => commandOf(fields, 'spec.toml'))}
      <lab-continue .save=${() => this.#session?.save()} .obstacle=${obstacleToSaving(this.view, fields)}></lab-continue>
    </div>`;
  }

  #visit = () => {
    if (routeOf(location.hash).page !== 'lab') return;
    this.address = readAddress(location.hash) ?? { fields: ARRIVAL, embed: 'full' };
    this.#begin();
  };

  #change({ key, value }: Chosen) {
    const { [key]: _, ...others } = this.address.fields;
    this.address = { ...this.address, fields: value === undefined ? others : { ...this.address.fields, [key]: value } };
    this.copied = undefined;
    location.hash = writeAddress(this.address);
  }

  #begin() {
    const { pace } = this.view;
    this.#session?.stop();
    this.#session = createSession(this.address.fields);
    this.view = { ...NOTHING_YET, controls: this.view.controls };
    this.#session.start((view) => {
      if (!view.frame) this.moment = undefined;
      this.view = { ...view, controls: view.controls.length > 0 ? view.controls : this.view.controls };
    });
    if (pace !== 'full') this.#session.setPace(pace);
  }
}

const budget = ({ fields }: Address): number => Number(fields['training.exact_evaluations'] ?? 2000);

/** Why there is no chain of the spec to save; undefined where there is one. */
function obstacleToSaving({ stage, tuned, frame }: View, fields: Fields): string | undefined {
  if (tuned) return WORDS.notOfSpec;
  if (fields['tempering.temperatures'] !== undefined) return WORDS.notTempered;
  return frame && (stage === 'sampling' || stage === 'done') ? undefined : WORDS.notYet;
}
