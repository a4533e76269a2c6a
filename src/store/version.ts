/** The version of spinformer: others may compute other bits. */
import { readFileSync } from 'node:fs';

/** As package.json has it. */
export const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
