/** Files that tasks leave: on file systems of clusters, folders of thousands are slow. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdsStudy, openStudy, pointDirectory } from '../../src/store/study.ts';
import { logsOf } from './site.ts';

export interface ChainFiles {
  readonly chain: string;
  readonly files: number;
  /** How often the chain was begun or gone on with. */
  readonly attempts: number;
}

/** The files of every chain of a directory whose tasks were jobs. */
export function chainFiles(directory: string): ChainFiles[] {
  const logs = [...logsOf(directory).values()].join('\n');
  const points = holdsStudy(directory) ? openStudy(directory).points.map(({ name }) => name) : [undefined];
  return points.flatMap((point) => {
    const folder = point === undefined ? directory : pointDirectory(directory, point);
    const chains = readdirSync(folder).filter((name) => name.startsWith('chain-'));
    return chains.map((name) => {
      const words = `chain ${Number(name.slice('chain-'.length))}${point === undefined ? '' : ` of ${point}`}`;
      const attempts = logs.split('\n').filter((line) => line.endsWith(`, ${words}`)).length;
      return { chain: words, files: readdirSync(join(folder, name)).length, attempts };
    });
  });
}
