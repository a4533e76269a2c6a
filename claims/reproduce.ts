/** The reproduction of several targets, one after the other, with progress to standard error. */
import { join } from 'node:path';
import { interruptionBySignals } from '../src/runner/runner.ts';
import { publish } from './publish.ts';
import type { Target } from './target.ts';
import { Interrupted } from './workshop/interrupted.ts';
import { programWords, thisProgram } from './workshop/program.ts';
import { openWorkshop, unusedFolders, type WorkshopOptions } from './workshop/workshop.ts';

type Options = Pick<WorkshopOptions, 'directory' | 'isQuick' | 'workers'>;

/** Reproduces the targets and returns false if it was interrupted; `print` receives the text of every target. */
export async function reproduceAll(
  targets: readonly Target[],
  options: Options,
  print: (text: string) => void,
): Promise<boolean> {
  const interruption = interruptionBySignals();
  const program = thisProgram();
  const workshop = openWorkshop({
    ...options,
    program,
    observer: { tell: () => {}, interruption: interruption.signal },
    done: (label, seconds) => process.stderr.write(`${label}: ${seconds.toFixed(1)} s\n`),
  });
  const unused = unusedFolders({ ...options, program });
  if (unused.length > 0)
    process.stderr.write(`${options.directory}: not used, computed by another program: ${unused.join(', ')}\n`);
  const setting = options.isQuick ? 'quick' : 'full';
  try {
    for (const target of targets) {
      const began = performance.now();
      const reproduction = await target.reproduce(workshop);
      const made = { setting, program: programWords(program) };
      const text = publish(join(options.directory, 'results'), target, reproduction, made);
      print(
        `${text}\n${join(options.directory, 'results', target.name)}.md, ${minutes(performance.now() - began)}\n\n`,
      );
    }
    return true;
  } catch (error) {
    if (error instanceof Interrupted) return false;
    throw error;
  } finally {
    interruption.close();
  }
}

const minutes = (milliseconds: number): string => `${(milliseconds / 60000).toFixed(1)} min`;
