/** A chain in a file: a page or a script writes it, and a run goes on with it bit for bit. docs/decisions/044-chains-in-a-file.md */
import { InputError } from '../errors.ts';
import type { LearnedFlow } from '../flow/flow-files.ts';
import { fnv1a } from '../numeric/fnv.ts';
import type { AutoChoice } from './auto/auto.ts';
import type { Checkpoint } from './checkpoint.ts';
import { fromExactJson, toExactJson } from './exact-json.ts';
import type { Filling } from './filling/filling.ts';
import type { LearnedModels } from './learning/models.ts';

const FORMAT = 'spinformer chain';
const FORMAT_VERSION = 1;

/** Doubles that belong to a sample, by its number. */
export interface OfSample {
  readonly sample: number;
  readonly values: Float64Array;
}

/** The first chain of a spec from its beginning, with all that came before it. */
export interface StoredChain {
  /** Of spinformer: others may compute other bits. */
  readonly madeBy: string;
  /** The spec as it was given, in TOML. */
  readonly spec: string;
  readonly learned?: LearnedModels | undefined;
  readonly flow?: LearnedFlow | undefined;
  readonly choice?: AutoChoice | undefined;
  readonly filling?: Filling | undefined;
  /** Names of the columns. */
  readonly names: readonly string[];
  /** A row for every sample so far, those of the warm-up among them, one after the other. */
  readonly rows: Float64Array;
  readonly configurations: readonly OfSample[];
  readonly levels: readonly OfSample[];
  /** The state after the last of them. */
  readonly checkpoint: Checkpoint;
}

/** The text of the file; its checksum is that of the part `chain`. */
export function chainFileText(chain: StoredChain): string {
  const text = toExactJson(chain);
  return `{"format":"${FORMAT}","version":${FORMAT_VERSION},"checksum":"${sumOf(text)}",\n"chain":${text}}\n`;
}

const sumOf = (text: string): string => fnv1a(new TextEncoder().encode(text));

/** Whether a text is meant to be such a file: no spec begins with a brace. */
export const isChainFile = (text: string): boolean => text.trimStart().startsWith('{');

/** The chain in a text. Throws InputError, naming `file`, for what is none and for one that is damaged. */
export function parseChainFile(text: string, file: string): StoredChain {
  const parsed = parsedOrNothing(text);
  const wrong = (words: string) => new InputError(`${file}: ${words}\n  save it in the lab once more`);
  if (!parsed) throw wrong('expected the file of a chain, found JSON that ends early or is damaged');
  const { format, version, checksum, chain } = parsed;
  if (format !== FORMAT)
    throw new InputError(`${file}, format: expected "${FORMAT}", found ${JSON.stringify(format) ?? 'nothing'}`);
  if (version !== FORMAT_VERSION)
    throw new InputError(`${file}, version: expected ${FORMAT_VERSION}, found ${JSON.stringify(version) ?? 'nothing'}`);
  const found = sumOf(JSON.stringify(chain) ?? '');
  if (checksum !== found)
    throw wrong(`checksum: expected ${JSON.stringify(checksum) ?? 'nothing'}, found ${found}: the file is damaged`);
  return requireComplete(chain, file);
}

function parsedOrNothing(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decoded(parsed: unknown): unknown {
  try {
    return fromExactJson(parsed);
  } catch {
    return undefined;
  }
}

const KEYS: Readonly<Record<string, (value: unknown) => boolean>> = {
  madeBy: (value) => typeof value === 'string',
  spec: (value) => typeof value === 'string',
  names: (value) => Array.isArray(value),
  rows: (value) => value instanceof Float64Array,
  configurations: Array.isArray,
  levels: Array.isArray,
  checkpoint: (value) => typeof value === 'object' && value !== null,
};

function requireComplete(parsed: unknown, file: string): StoredChain {
  const chain = decoded(parsed) as Record<string, unknown> | undefined;
  const missing = Object.keys(KEYS).find((key) => !KEYS[key](chain?.[key]));
  if (missing) throw new InputError(`${file}, chain.${missing}: expected what the lab writes, found something else`);
  return chain as unknown as StoredChain;
}
