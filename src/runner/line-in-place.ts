/** A line for people that stays in place on a terminal, and is a line now and then elsewhere. */

export interface StatusOutput {
  readonly isTTY?: boolean;
  /** Width of a terminal: a longer line would not stay in its place. */
  readonly columns?: number;
  write(text: string): unknown;
}

export interface StatusOptions {
  /** Seconds between two lines. */
  readonly seconds?: number;
  /** The clock: seconds since any fixed moment. */
  readonly now?: () => number;
}

const LIVE_SECONDS = 0.25;
const PLAIN_SECONDS = 60;
/** Back to the first column, and clear the line. */
const REWRITE = '\r\x1b[2K';

/** A line that stays in its place, and lines that stay above it. */
export interface LineInPlace {
  /** Writes a line that stays. */
  note(line: string): void;
  /** Writes the parts, the most important first, at most once in `seconds`; the last ones in any case, and whole. `parts`: given the seconds since the beginning. */
  show(parts: (elapsedSeconds: number) => readonly string[], isLast: boolean): void;
}

export function lineInPlace(output: StatusOutput, options: StatusOptions = {}): LineInPlace {
  const live = output.isTTY === true;
  const { seconds = live ? LIVE_SECONDS : PLAIN_SECONDS, now = () => performance.now() / 1000 } = options;
  const began = now();
  let written = live ? -Infinity : began;
  return {
    note: (line) => void output.write(`${live ? REWRITE : ''}${line}\n`),
    show(parts, isLast) {
      const time = now();
      if (!isLast && time - written < seconds) return;
      written = time;
      const texts = parts(time - began);
      const text = isLast ? texts.join(', ') : fitting(texts, live ? output.columns : Infinity);
      output.write(`${live ? REWRITE : ''}${text}${live && !isLast ? '' : '\n'}`);
    },
  };
}

/** What matters most comes first: the rest is left out where the line would be too long. */
function fitting(parts: readonly string[], columns = Infinity): string {
  const lines = parts.map((_, index) => parts.slice(0, index + 1).join(', '));
  return lines.findLast((line) => line.length < columns) ?? '';
}
