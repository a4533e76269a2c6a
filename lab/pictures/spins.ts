/** <lab-spins>: the configuration of the chain. */
import { html, type PropertyValues } from 'lit';
import { LabElement } from '../element.ts';
import type { Scene } from '../engine/scene.ts';
import { WORDS } from '../words.ts';
import type { Columns } from './columns.ts';
import { spinsFlat } from './spins-flat.ts';
import type { SpinsPicture } from './spins-picture.ts';
import { createTurning } from './turning.ts';

const wantsLessMotion = matchMedia('(prefers-reduced-motion: reduce)');

export class LabSpins extends LabElement {
  static override properties = {
    scene: { attribute: false },
    spins: { attribute: false },
    isReplayed: { attribute: false },
  };
  declare scene: Scene | undefined;
  declare spins: Float32Array | undefined;
  /** Whether they are those of an earlier sample, which are shown at once. */
  declare isReplayed: boolean;
  #picture: SpinsPicture | undefined;
  #turning = createTurning(() => wantsLessMotion.matches);
  #drawing = 0;
  #observer = new ResizeObserver(() => this.#fit());

  override render() {
    const label = `${this.scene?.siteCount ?? ''} ${WORDS.spins}, ${this.scene?.size.join(' × ') ?? ''}`;
    return html`<canvas role="img" aria-label=${label} tabindex="0"></canvas>
      <lab-save name="spins" .redraw=${() => this.#picture?.redraw()} .columns=${() => columns(this.scene, this.spins)}></lab-save>`;
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('scene') && this.scene) void this.#begin(this.scene);
    if (changed.has('spins') && this.spins) this.#show(this.spins);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
    const draw = (now: number) => {
      this.#drawing = requestAnimationFrame(draw);
      this.#picture?.show(this.#turning.at(now));
    };
    this.#drawing = requestAnimationFrame(draw);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#drawing);
    this.#observer.disconnect();
    this.#picture?.dispose();
  }

  /** A canvas belongs to one kind of drawing for ever, so a new picture takes a new one. */
  async #begin(scene: Scene) {
    this.#picture?.dispose();
    this.#picture = undefined;
    this.#turning = createTurning(() => wantsLessMotion.matches);
    const make = await pictureMaker();
    if (this.scene !== scene) return;
    const old = this.querySelector('canvas') as HTMLCanvasElement;
    const canvas = old.cloneNode() as HTMLCanvasElement;
    old.replaceWith(canvas);
    this.#picture = make(canvas, scene.positions);
    this.#fit();
    if (this.spins) this.#turning.offer(this.spins);
  }

  #show(spins: Float32Array) {
    if (this.isReplayed) this.#turning.jump(spins);
    else this.#turning.offer(spins);
  }

  #fit() {
    const { width, height } = this.getBoundingClientRect();
    if (width > 0 && height > 0) this.#picture?.resize(width, height);
  }
}

/** Where every spin is and where it points. */
function columns(scene: Scene | undefined, spins: Float32Array = new Float32Array(0)): Columns {
  const part = (all: Float32Array, c: number) => all.filter((_, k) => k % 3 === c);
  const [places, names] = [scene?.positions ?? new Float32Array(0), ['x', 'y', 'z']];
  return Object.fromEntries([
    ...names.map((name, c) => [name, part(places, c)] as const),
    ...names.map((name, c) => [`spin_${name}`, part(spins, c)] as const),
  ]);
}

async function pictureMaker() {
  if (!document.createElement('canvas').getContext('webgl2')) return spinsFlat;
  const { spinsInSpace } = await import('./spins-in-space.ts');
  return spinsInSpace;
}
