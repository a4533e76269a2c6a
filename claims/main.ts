/** The command of a checkout: that of the package, and `reproduce`. */
import { runCommandLine } from '../src/cli/commands.ts';
import { addReproduce } from './command.ts';

await runCommandLine([addReproduce]);
