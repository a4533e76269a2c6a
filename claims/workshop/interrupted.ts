/** SIGINT or SIGTERM, with everything that was done safe. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}
