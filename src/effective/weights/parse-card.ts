/** Cards, JSON beside the weights of something learned: what all of them have. */
import { InputError } from '../../errors.ts';

/** What a card must have to be one. */
interface CardShape {
  readonly format: string;
  readonly version: number;
  /** Keys whose values are objects. */
  readonly objects: readonly string[];
}

/** The card in a text, which messages call `name`; throws InputError where that is none of this format and version. */
export function parseCard(
  text: string,
  name: string,
  { format, version, objects }: CardShape,
): Record<string, unknown> {
  const wrong = (key: string, expected: string, found: unknown) =>
    new InputError(`${name}, ${key}: expected ${expected}, found ${JSON.stringify(found) ?? 'nothing'}`);
  const card = parseJson(text, name);
  if (card?.format !== format) throw wrong('format', `"${format}"`, card?.format);
  if (card.version !== version) throw wrong('version', `${version}`, card.version);
  for (const key of objects) {
    if (typeof card[key] !== 'object' || card[key] === null) throw wrong(key, 'an object', card[key]);
  }
  return card;
}

function parseJson(text: string, name: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    const found = text.startsWith('\uFEFF') ? 'a byte order mark before it' : 'text that is none';
    throw new InputError(`${name}: expected JSON, found ${found}`);
  }
}
