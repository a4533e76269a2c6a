#!/usr/bin/env node
/** The command `spinformer`. An import that an old Node cannot load would fail before any statement, so the version comes first. */
import { declaredRange, nodeTrouble } from './node-version.ts';

const trouble = nodeTrouble(process.versions.node, declaredRange());
if (trouble === undefined) {
  const { runCommandLine } = await import('./commands.ts');
  await runCommandLine();
} else {
  process.stderr.write(`${trouble}\n`);
  process.exitCode = 1;
}
