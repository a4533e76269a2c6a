/** What the user handed in cannot be used; the command line prints the message alone and exits with code 2. */
export class InputError extends Error {
  override readonly name: string = 'InputError';
}
