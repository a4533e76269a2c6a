/** The version of spinformer: others may compute other bits. */
import { PACKAGE } from './package.ts';

/** As package.json has it. */
export const VERSION: string = PACKAGE.version;
