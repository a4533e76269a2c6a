/**
 * Runs every example and writes a picture of each, docs/images/gallery/: `node scripts/gallery.ts`, about five minutes on two cores.
 *
 * `node scripts/gallery.ts kondo-6x6` draws the pictures of the named examples alone. To be run again when an example or a figure has changed; the page that
 * shows them is examples/README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { configurationPictures } from './gallery/configurations.ts';
import { libraryPictures } from './gallery/library.ts';
import { printedPictures } from './gallery/printed.ts';
import { runPictures } from './gallery/runs.ts';
import { studyPictures } from './gallery/studies.ts';

const folder = new URL('../docs/images/gallery/', import.meta.url);
/** By the name of the example, what draws it, as SVG. */
const pictures: Readonly<Record<string, () => string | Promise<string>>> = {
  ...runPictures,
  ...studyPictures,
  ...configurationPictures,
  ...printedPictures,
  ...libraryPictures,
};

const asked = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const name of asked.length > 0 ? asked : Object.keys(pictures)) {
  const draw = pictures[name];
  if (!draw) throw new Error(`expected one of ${Object.keys(pictures).join(', ')}, found ${name}`);
  const began = performance.now();
  writeFileSync(new URL(`${name}.svg`, folder), await draw());
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
