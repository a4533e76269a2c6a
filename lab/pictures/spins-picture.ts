/** A picture of spins. */
export interface SpinsPicture {
  /** Draws; without spins only where something else has changed. */
  show(spins: Float32Array | undefined): void;
  /** Draws what was drawn last once more: a canvas in space keeps nothing. */
  redraw(): void;
  /** In pixels of the page. */
  resize(width: number, height: number): void;
  dispose(): void;
}
