/** The source of a program for workers. */
import type { ChainProgram } from '../chain/chain.ts';

/** A module that exports `createProgram`, and a JSON value to make it from. */
export interface ProgramSource {
  /** URL of the module, as of import.meta.resolve. */
  readonly module: string;
  readonly argument: unknown;
}

export interface ProgramModule {
  readonly createProgram: (argument: unknown) => ChainProgram | Promise<ChainProgram>;
}
