/** Reading a file of lines and bytes: OVF has numbers in binary between lines of text. */

/** Where a reader is in a file. */
export interface OvfCursor {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** A character for each byte. */
  readonly text: string;
  /** The byte that is read next, and the number of the line that was read last. */
  at: number;
  line: number;
}

/** At the beginning of a file. */
export function cursorAt(bytes: Uint8Array, file: string): OvfCursor {
  // Windows-1252, as latin1 is read, has a character for every byte.
  return { file, bytes, text: new TextDecoder('latin1').decode(bytes), at: 0, line: 0 };
}

/** The next line without its end; undefined after the last one. */
export function nextLine(cursor: OvfCursor): string | undefined {
  const { text, at } = cursor;
  if (at >= text.length) return undefined;
  const end = /\r\n|\r|\n/g;
  end.lastIndex = at;
  const found = end.exec(text);
  cursor.at = found ? end.lastIndex : text.length;
  cursor.line++;
  return text.slice(at, found?.index);
}
