/** A JSON text as a tree with the places of all its parts. */
import { type Place, placesIn } from './place.ts';
import { SpecError } from './spec-error.ts';
import { shortened } from './writing.ts';
import type { Entry, Written } from './written.ts';

/** White space and the marks between values, or a value or a name that is no table and no list. */
const TOKEN = /[\s,:]+|[[\]{}]|"(?:\\.|[^"\\])*"|[^\s,:[\]{}"]+/y;

/** The value in a JSON text. Throws SpecError at the first place that is no JSON. */
export function readJson(text: string, file: string): Written {
  const places = placesIn(text, file);
  requireJson(text, places);
  let at = 0;
  return valueFrom(next());

  /** The next token that is no white space and no mark, from where the last one ended. */
  function next(): string {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [''];
    at += token.length;
    return /^[\s,:]/.test(token) ? next() : token;
  }

  function valueFrom(token: string): Written {
    const start = at - token.length;
    if (token === '{') return placed(start, { value: {}, entries: entries() });
    if (token === '[') return placed(start, { value: [], elements: elements() });
    return placed(start, { value: JSON.parse(token) });
  }

  function entries(): Entry[] {
    const found: Entry[] = [];
    for (let token = next(); token !== '}'; token = next()) {
      const place = places(at - token.length, at);
      found.push({ name: JSON.parse(token), place, content: valueFrom(next()) });
    }
    return found;
  }

  function elements(): Written[] {
    const found: Written[] = [];
    for (let token = next(); token !== ']'; token = next()) found.push(valueFrom(token));
    return found;
  }

  /** A value that ends here. */
  function placed(start: number, parts: Pick<Written, 'value' | 'entries' | 'elements'>): Written {
    return { ...parts, place: places(start, at), written: shortened(text.slice(start, at)) };
  }
}

/** Throws SpecError where a text is no JSON: at the place that the engine names, or at the first word that is none of JSON. */
function requireJson(text: string, places: (start: number, end: number) => Place): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? firstForeign(text));
    const found = `a mistake: ${message.replace(/ in JSON at position .*$|, (\.\.\.)?".*$/s, '')}`;
    throw new SpecError([{ key: '', expected: 'valid JSON', found, place: places(offset, offset + 1) }]);
  }
}

function firstForeign(text: string): number {
  const isWord = (token: string) => !/^[\s,:[\]{}]/.test(token);
  const word = [...text.matchAll(new RegExp(TOKEN, 'g'))].find(([token]) => isWord(token) && !isJson(token));
  return word?.index ?? text.length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
