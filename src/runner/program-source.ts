/** Where workers find what a chain does. */
import type { ChainProgram } from '../chain/chain.ts';

/** Where workers find a program: a module that exports `createProgram`, and a JSON value to make it from. */
export interface ProgramSource {
  /** URL, as of import.meta.resolve. */
  readonly module: string;
  readonly argument: unknown;
}

export interface ProgramModule {
  readonly createProgram: (argument: unknown) => ChainProgram | Promise<ChainProgram>;
}
