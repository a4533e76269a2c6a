/** The port that a user asks for. */
import { InputError } from '../errors.ts';

const LARGEST = 65535;

/** 0, any that is free, where nothing is asked for. Throws InputError for what is no port. */
export function portNamed(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= LARGEST) return port;
  throw new InputError(`--port: expected a number from 1 to ${LARGEST}, found ${JSON.stringify(text)}`);
}
