/** <lab-watch>: a window on a run or a study, fed by the events of the server that gave the page. */
import './watch.css';
import { html, nothing } from 'lit';
import type { Condition, RunState } from '../../src/watch/state.ts';
import { LabElement } from '../element.ts';
import type { Scene } from '../engine/scene.ts';
import { pointOf } from '../route.ts';
import { WORDS } from '../words.ts';
import { duration } from './duration.ts';
import { listen, type Received } from './event-stream.ts';
import { headline } from './headline.ts';
import { chainTable, observableTable } from './tables.ts';
import { toView } from './to-view.ts';

/** Milliseconds after which ages are told anew. */
const TICK = 1000;

export class LabWatch extends LabElement {
  static override properties = { received: { state: true }, hasStream: { state: true }, scene: { state: true } };
  declare received: Received | undefined;
  declare hasStream: boolean;
  declare scene: Scene | undefined;
  #point = 0;
  #stop = () => {};
  #timer: ReturnType<typeof setInterval> | undefined;
  #lattice = '';

  constructor() {
    super();
    this.hasStream = true;
  }

  override connectedCallback() {
    super.connectedCallback();
    forgetToken();
    window.addEventListener('hashchange', this.#visit);
    this.#timer = setInterval(() => this.requestUpdate(), TICK);
    this.#visit();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#visit);
    clearInterval(this.#timer);
    this.#stop();
  }

  override render() {
    const { received } = this;
    return html`<section class="watched" aria-label=${WORDS.watch}><h2>${received?.state.name ?? 'spinformer watch'}</h2>${this.#condition()}</section>
      <main class="watched ${this.hasStream ? '' : 'lost'} ${received?.state.health.condition ?? ''}">${this.#contents()}</main>`;
  }

  #condition() {
    const { received } = this;
    const lost = this.hasStream ? nothing : lostWords(received?.state.health.condition);
    if (!received) return html`${lost}<p role="status" class="tone busy">Reading …</p>`;
    const { state, ahead } = received;
    const { lastWrite } = state.health;
    const age = lastWrite === undefined ? undefined : (Date.now() + ahead - lastWrite) / 1000;
    const { tone, words } = headline(state, age);
    return html`${lost}<p role="status" class="tone ${tone}">${words}</p>
      ${age === undefined ? nothing : html`<p class="standing">${state.kind === 'run' ? 'last checkpoint' : 'last written'} ${duration(age)} ago</p>`}
      ${this.#point > 0 ? html`<p><a href="#watch">all points</a></p>` : nothing}`;
  }

  #contents() {
    const state = this.received?.state;
    if (state?.kind === 'study') return html`<watch-study .state=${state}></watch-study>`;
    return state?.kind === 'run' ? this.#run(state) : nothing;
  }

  #run(state: RunState) {
    const { chains, findings, temperatures, learning, rate } = state;
    const view = toView(state, this.scene);
    return html`<section class="stage" aria-label="Spins and chains">
        ${
          state.spins
            ? html`<lab-spins .scene=${view.scene} .spins=${view.frame?.spins}></lab-spins>
          <p class="standing">spins of chain ${state.spins.chain} after ${state.spins.sample} samples</p>`
            : nothing
        }
        ${temperatures ? html`<p>A ladder of ${temperatures.length} temperatures from ${temperatures[0]} to ${temperatures.at(-1)}; what is shown is at the lowest.</p>` : nothing}
        ${chainTable(chains)}
        ${rate ? html`<p class="standing">${rate.toPrecision(3)} samples a second, all chains together</p>` : nothing}
        ${findings?.warnings.map((warning) => html`<p class="tone doubtful">${warning}</p>`)}
        ${findings ? observableTable(findings) : nothing}
        <watch-wish .state=${state}></watch-wish>
      </section>
      <lab-observables .view=${view} .budget=${learning?.budget ?? 0}></lab-observables>`;
  }

  #visit = () => {
    this.#point = pointOf(location.hash) ?? 0;
    this.#stop();
    this.received = undefined;
    this.#stop = listen(this.#point, {
      received: (received) => {
        this.received = received;
        if (received.state.kind === 'run') void this.#draw(received.state);
      },
      connected: (isConnected) => {
        this.hasStream = isConnected;
      },
    });
  };

  /** The library is loaded where a lattice is drawn. */
  async #draw({ spec }: RunState) {
    const lattice = JSON.stringify(spec.lattice);
    if (lattice === this.#lattice) return;
    this.#lattice = lattice;
    const { sceneOf } = await import('../engine/scene.ts');
    this.scene = sceneOf(spec);
  }
}

const lostWords = (condition: Condition | undefined) =>
  condition === 'finished'
    ? html`<p role="alert" class="tone busy">The window was closed; what is shown is the end of the run.</p>`
    : html`<p role="alert" class="tone bad">The connection is lost: what is shown is old. It is tried again by itself.</p>`;

/** It has become a cookie, and need not be seen over a shoulder. */
function forgetToken(): void {
  if (location.search !== '') history.replaceState(undefined, '', `${location.pathname}${location.hash}`);
}
