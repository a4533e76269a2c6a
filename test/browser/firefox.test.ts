/** Bit-identical in Firefox, from the library and in the page of the lab. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tomlOf } from '../../lab/state/fields.ts';
import { advanceRun, startRun, summariseRun } from '../../src/run.ts';
import { sampleSpec } from '../../src/spec.ts';
import { configurationChecksum } from '../../src/spins/checksum.ts';
import { readAssets } from '../../src/watch/assets.ts';
import { watched } from '../../src/watch/watched.ts';
import { addressOf, buildLab } from '../lab/page.ts';
import { QUICK } from '../lab/specs.ts';
import { newDirectory } from '../runner/runs.ts';
import { bundle } from './bundle.ts';
import { COMPUTATIONS } from './computations.ts';
import { foundInFirefox, hasFirefox } from './firefox.ts';

const page = (script: string) => ({
  type: 'text/html; charset=utf-8',
  body: Buffer.from(`<!doctype html><meta charset="utf-8"><title>test</title>${script}`),
});
/** A run of some seconds. */
const SMALL =
  'lattice.size = [4, 4]\nsampling = { method = "local", chains = 2, samples = 400, warm_up = 20, seed = 1 }\n';
const WINDOW_HOOK = fileURLToPath(new URL('./window-hook.js', import.meta.url));
const HOOK = fileURLToPath(new URL('./lab-hook.js', import.meta.url));
const script = (text: string) => ({ type: 'text/javascript; charset=utf-8', body: Buffer.from(text) });

describe.skipIf(!hasFirefox && !process.env.CI)('Firefox', () => {
  it.each(['wasm', 'typescript'] as const)(
    '200 steps after a training, from %s: bit-identical with Node',
    async (engine) => {
      const found = `try { found = spinformerTest.COMPUTATIONS.chains('${engine}'); } catch (error) { found = String(error); }`;
      const post = "fetch('/found', { method: 'POST', body: found });";
      const files = new Map([
        ['/', page('<script src="/computations.js"></script><script src="/found.js"></script>')],
        ['/computations.js', script(await bundle())],
        ['/found.js', script(`let found;\n${found}\n${post}`)],
      ]);
      expect((await foundInFirefox(files)) === COMPUTATIONS.chains(engine)).toBe(true);
    },
  );

  it('the page of the lab samples the bits of Node', async () => {
    const files = new Map<string, { type: string; body: Buffer }>(readAssets(buildLab()));
    files.set(
      '/',
      page(
        `<iframe width="1400" height="900" src="/index.html${addressOf(QUICK).replaceAll('"', '&quot;')}"></iframe><script src="/hook.js"></script>`,
      ),
    );
    files.set('/hook.js', { type: 'text/javascript', body: readFileSync(HOOK) });
    let last = '';
    for await (const { spins } of sampleSpec(tomlOf(QUICK))) last = configurationChecksum(spins);
    const found = await foundInFirefox(files);
    expect(found).toContain('350 of 350 samples');
    expect(found).toContain(`bits ${last}`);
  });

  it('a window shows a run with its tables', async () => {
    const directory = newDirectory();
    const run = startRun(SMALL, directory);
    await advanceRun(run, { workers: 1 });
    const files = new Map<string, { type: string; body: Buffer }>(readAssets(buildLab()));
    files.set(
      '/',
      page('<iframe width="1400" height="900" src="/index.html#watch"></iframe><script src="/hook.js"></script>'),
    );
    files.set('/hook.js', { type: 'text/javascript', body: readFileSync(WINDOW_HOOK) });
    const { answer, close } = watched({ directory });
    const found = await foundInFirefox(files, answer);
    await close();
    const { observables } = summariseRun(run);
    expect(found).toContain('Finished: all samples are there');
    for (const name of Object.keys(observables)) expect(found).toContain(name);
  });
});
