/** Where two copies of a run contradict each other. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EXCHANGES } from '../chain/ladder-parts.ts';
import { rungRuns } from '../run/conductor/rungs.ts';
import { connectedExtents } from '../store/extents.ts';
import { modelFiles } from '../store/fingerprint.ts';
import { originIn, readSegment } from '../store/segment-reader.ts';
import { type OpenSeries, openSeries, type Run } from '../store/store.ts';
import { type OtherSample, otherKept } from './differences-of-kept.ts';

/** Samples that are compared at a time. */
const BLOCK = 65_536;

/** What differs, in words. */
export interface Difference {
  readonly what: string;
  /** The machines that made it, here and there, where they are known. */
  readonly machines?: readonly [run: string, copy: string] | undefined;
}

/** The first difference; undefined where nothing that both have differs. Throws as openSeries. */
export function differenceOf(run: Run, copy: Run): Difference | undefined {
  const model = otherModel(run, copy);
  if (model !== undefined) return { what: model };
  for (const part of partsOf(run)) {
    const [here, there] = [run, copy].map((one) => ({ ...one, part }));
    const found = withBoth(here, there, (one, other) => {
      const chains = Math.min(one.lengths.length, other.lengths.length);
      return otherSample(one, other) ?? otherKept(here, there, chains);
    });
    if (found) return differenceAt(run, copy, found);
  }
  return undefined;
}

/** Of a tempered run: every temperature, and the exchanges. */
function partsOf(run: Run): (string | undefined)[] {
  const rungs = rungRuns(run);
  return rungs.length === 0 ? [undefined] : [...rungs.map(({ part }) => part), EXCHANGES];
}

function differenceAt(run: Run, copy: Run, found: OtherSample): Difference {
  const { name, chain, sample } = found;
  return {
    what: `${name} of sample ${sample} of chain ${chain}`,
    machines: [madeOn(run, found), madeOn(copy, found)],
  };
}

/** The machine of the first segment that holds a sample, whose values are those that are read. */
function madeOn(run: Run, { chain, sample }: OtherSample): string {
  const extent = connectedExtents(run, chain).find(({ first, samples }) => first <= sample && sample < samples);
  const origin = extent && readSegment(run, chain, extent.file, ({ database }) => originIn(database));
  return origin ?? 'a machine that is not known';
}

function withBoth<T>(run: Run, copy: Run, action: (one: OpenSeries, other: OpenSeries) => T): T {
  const one = openSeries(run);
  try {
    const other = openSeries(copy);
    try {
      return action(one, other);
    } finally {
      other.close();
    }
  } finally {
    one.close();
  }
}

function otherSample(one: OpenSeries, other: OpenSeries): OtherSample | undefined {
  for (let chain = 0; chain < Math.min(one.lengths.length, other.lengths.length); chain++) {
    const length = Math.min(one.lengths[chain], other.lengths[chain]);
    for (const [column, name] of one.names.entries())
      for (let first = 0; first < length; first += BLOCK) {
        const end = Math.min(length, first + BLOCK);
        const values = other.read(chain, column, first, end);
        const wrong = one.read(chain, column, first, end).findIndex((value, k) => !Object.is(value, values[k]));
        if (wrong >= 0) return { name, chain: chain + 1, sample: first + wrong };
      }
  }
  return undefined;
}

/** Models of a run are a function of its spec. */
function otherModel({ directory: run }: Run, { directory: copy }: Run): string | undefined {
  const files = modelFiles(join(copy, 'models')).map((file) => relative(copy, file));
  return files.find((file) => existsSync(join(run, file)) && !sameModel(join(run, file), join(copy, file)));
}

function sameModel(one: string, other: string): boolean {
  const texts = [one, other].map((file) => readFileSync(file));
  if (!one.endsWith('.json')) return texts[0].equals(texts[1]);
  const [first, second] = texts.map((text) => JSON.stringify(JSON.parse(text.toString()), withoutTimes));
  return first === second;
}

/** Cards say how long a training took. */
const withoutTimes = (key: string, value: unknown): unknown => (/seconds$/i.test(key) ? undefined : value);
