/** The command of a checkout, which a published package lacks. */
import { fileURLToPath } from 'node:url';

export const LAUNCHER = fileURLToPath(new URL('../../spinformer', import.meta.url));
