/** The place where a text stops being JSON: JSON.parse gives the place only sometimes, and never the list it is in. */

/** The first fault of a text. */
class JsonFault extends Error {
  /** Offset of the first character that does not fit. */
  readonly offset: number;
  readonly expected: string;
  /** The offending word or character, or "the end of the text". */
  readonly found: string;
  /** Keys and indices of the objects and lists around it. */
  readonly path: readonly (string | number)[];

  constructor(offset: number, expected: string, found: string, path: readonly (string | number)[]) {
    super(`expected ${expected}, found ${found}`);
    this.offset = offset;
    this.expected = expected;
    this.found = found;
    this.path = path;
  }
}

const string = '"(?:[^"\\\\\\p{Cc}]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*"';
const number = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const STRING = new RegExp(string, 'uy');
const SCALAR = new RegExp(`${string}|(?:${number}|true|false|null)(?![\\w.+-])`, 'uy');
const WORD = /[\w.+-]+|./uy;
const SPACE = /[ \t\r\n]*/y;
const DEEPEST = 100;

/** The first fault of a text, or undefined when it is JSON. */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    readDocument(text);
    return undefined;
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
}

/** A byte order mark, a NUL or the like would not be seen in a message. */
function visible(word: string | undefined): string {
  if (word === undefined) return 'the end of the text';
  if (!/^\p{C}$/u.test(word)) return word;
  return word === '\uFEFF'
    ? 'a byte order mark'
    : `U+${word.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function readDocument(text: string): void {
  const path: (string | number)[] = [];
  let offset = 0;

  const take = (pattern: RegExp): string | undefined => {
    SPACE.lastIndex = offset;
    SPACE.test(text);
    offset = SPACE.lastIndex;
    pattern.lastIndex = offset;
    const match = pattern.exec(text)?.[0];
    offset += match?.length ?? 0;
    return match;
  };
  const need = (pattern: RegExp, expected: string): string => {
    const match = take(pattern);
    if (match !== undefined) return match;
    throw new JsonFault(offset, expected, visible(take(WORD)), [...path]);
  };
  const value = () => {
    if (path.length > DEEPEST) throw new JsonFault(offset, `at most ${DEEPEST} levels`, 'more', []);
    if (take(/\[/y)) list();
    else if (take(/\{/y)) object();
    else need(SCALAR, 'a value');
  };
  const inside = (step: string | number) => {
    path.push(step);
    value();
    path.pop();
  };
  const list = () => {
    if (take(/\]/y)) return;
    for (let index = 0, mark = ','; mark === ','; index++) {
      inside(index);
      mark = need(/[,\]]/y, ', or ]');
    }
  };
  const object = () => {
    if (take(/\}/y)) return;
    for (let mark = ','; mark === ','; mark = need(/[,}]/y, ', or }')) {
      const key = JSON.parse(need(STRING, 'a key in double quotes'));
      need(/:/y, ':');
      inside(key);
    }
  };
  value();
  need(/$/y, 'nothing more');
}
