/** The parts of a search for a chemical potential that has not ended: a file each in RUN/filling/, doubles in base64. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PilotRecord } from '../../chain/filling/pilot-journal.ts';
import { StorageError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../store/doubles.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import type { Run } from '../../store/store.ts';

interface FillingJournal {
  readonly records: readonly PilotRecord[];
  /** Safe when it returns. Throws InputError or StorageError when it cannot be written. */
  add(record: PilotRecord): void;
  /** The search has ended. */
  close(): void;
}

/** Two copies of a job write the same files. Throws StorageError for one that holds something else. */
export function openFillingJournal({ directory }: Run): FillingJournal {
  const folder = join(directory, 'filling');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+\.json$/.test(name)) : [];
  const records = names.sort().map((name) => read(join(folder, name)));
  let count = records.length;
  return {
    records,
    add(record) {
      makeFolder(folder);
      count++;
      writeFile(join(folder, `${String(count).padStart(6, '0')}.json`), `${JSON.stringify(toJson(record))}\n`);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const toJson = ({ task, before, result: { levels, logWeights, spins, controls, to, ...rest } }: PilotRecord) => ({
  task,
  before: encoded(before),
  result: {
    ...rest,
    levels: encoded(levels),
    logWeights: encoded(logWeights),
    spins: encoded(spins),
    controls: encoded(controls),
    to: { ...to, spins: encoded(to.spins) },
  },
});

type RecordJson = ReturnType<typeof toJson>;

function read(file: string): PilotRecord {
  try {
    const { task, before, result } = JSON.parse(readFileSync(file, 'utf8')) as RecordJson;
    const { levels, logWeights, spins, controls, to, ...rest } = result;
    return {
      task,
      before: decoded(before),
      result: {
        ...rest,
        levels: decoded(levels),
        logWeights: decoded(logWeights),
        spins: decoded(spins),
        controls: decoded(controls),
        to: { ...to, spins: decoded(to.spins) },
      },
    };
  } catch (error) {
    throw new StorageError(
      `${file}: truncated or damaged (${(error as Error).message}): remove its folder; the search for μ begins anew, with the same result`,
      { cause: error },
    );
  }
}

const encoded = (numbers: Float64Array): string => Buffer.from(toBytes(numbers)).toString('base64');
const decoded = (text: string): Float64Array => fromBytes(new Uint8Array(Buffer.from(text, 'base64')));
