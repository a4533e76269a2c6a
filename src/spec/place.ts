/** The place where something was written, to point at it in a message. */

export interface Place {
  /** A file, an option (`--set model.temperature`), or "" for an object handed to the library. */
  readonly origin: string;
  /** Line and column count from 1. */
  readonly span?: { readonly line: number; readonly column: number; readonly length: number; readonly text: string };
}

/** The name of a place: `spec.toml:3:8`, or the origin alone. */
export function placeName({ origin, span }: Place): string {
  return span ? `${origin}:${span.line}:${span.column}` : origin;
}

/** Letters of a line that are shown on either side of a place, where the whole line would fill a screen. */
const AROUND = 80;

/** The source line with carets under the place, two lines of text; nothing where there is no line to show. Of a long line the part around the place is shown. */
export function excerpt({ span }: Place): string[] {
  if (!span) return [];
  const gutter = `  ${span.line} | `;
  const { text, column } = span.text.length > 3 * AROUND ? part(span.text, span.column) : span;
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(span.length, text.length - column + 1)));
  return [`${gutter}${text}`, `${' '.repeat(gutter.length - 2)}| ${indent}${carets}`];
}

/** The part of a line around a column, and which column of the part it is. */
function part(line: string, column: number): { readonly text: string; readonly column: number } {
  const start = Math.max(0, column - 1 - AROUND);
  const end = column - 1 + AROUND;
  const [before, after] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  return { text: before + line.slice(start, end) + after, column: column - start + before.length };
}

/** Positions of a text: offset → place, with the line around it. */
export function placesIn(text: string, origin: string): (start: number, end: number) => Place {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts[starts.length - 1] + line.length + 1);
  return (start, end) => {
    const index = lineAt(starts, Math.min(start, text.length));
    const span = {
      line: index + 1,
      column: start - starts[index] + 1,
      length: end - start,
      text: lines[index].replace(/\r$/, ''),
    };
    return { origin, span };
  };
}

/** The last line that starts at or before the offset, by bisection. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
