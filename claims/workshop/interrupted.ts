/** The end of a computation by SIGINT or SIGTERM; everything that was computed is kept. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}
