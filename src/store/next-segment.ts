/** The file of the next segment of a chain. */
import { makeFolder } from './files.ts';
import { chainFolder, segmentFile, segmentNumbers } from './paths.ts';
import { writing } from './trouble.ts';

/** The first file that `make`, which fails with EEXIST where there is one already, makes: two attempts at once get two files. Throws InputError or StorageError when it cannot be made. */
export function nextSegment(directory: string, chain: number, make: (file: string) => void): string {
  makeFolder(chainFolder(directory, chain));
  for (let number = (segmentNumbers(directory, chain).at(-1) ?? 0) + 1; ; number++) {
    const file = segmentFile(directory, chain, number);
    if (writing(file, () => isMade(file, make))) return file;
  }
}

function isMade(file: string, make: (file: string) => void): boolean {
  try {
    make(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
