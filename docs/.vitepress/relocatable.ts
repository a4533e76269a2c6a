/**
 * Makes a built site work wherever it lies, under any path and without being built for it.
 *
 * VitePress writes the path of the site into pages and scripts. It is built for a path that cannot occur, BASE; here pages get relative paths in its
 * place, and scripts the path that the page at hand was loaded from.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const BASE = '/__site__/';

/** Where scripts find the path of the site. */
const SITE = 'window.__SITE__';

/** For Vite: how scripts name other files of the site. Pages, made on the server, name them by BASE. */
export function assetUrl(file: string, { hostType, ssr }: { hostType: string; ssr: boolean }) {
  return hostType === 'js' && !ssr ? { runtime: `${SITE} + ${JSON.stringify(file)}` } : undefined;
}

/** Rewrites all pages and scripts. Throws Error where BASE is left over: a new version of VitePress may write it another way. */
export function makeRelocatable(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js|css)$/.test(name)) continue;
    const text = readFileSync(join(directory, name), 'utf8');
    const depth = name.split('/').length - 1;
    const rewritten = name.endsWith('.html') ? page(text, depth) : script(text);
    if (rewritten.includes(BASE)) throw new Error(`${name}: found ${BASE} where it was not expected`);
    if (rewritten !== text) writeFileSync(join(directory, name), rewritten);
  }
}

/** The first script of the page finds the path of the site; the last one gives links of the page that path, as the router expects them. */
function page(html: string, depth: number): string {
  const root = '../'.repeat(depth) || './';
  const first = `<script>${SITE} = new URL('${root}', location.href).pathname</script>`;
  const last = `<script>for (const a of document.querySelectorAll('a[href^="."]')) if (a.origin === location.origin) a.setAttribute('href', a.pathname + a.search + a.hash)</script>`;
  return html
    .replaceAll(`\\"base\\":\\"${BASE}\\"`, `\\"base\\":\\"" + ${SITE} + "\\"`)
    .replaceAll(BASE, root)
    .replace('<head>', `<head>${first}`)
    .replace('</body>', `${last}</body>`);
}

/** A string of its own, or the start of strings within a JSON text, whatever quotes that text has. */
function script(text: string): string {
  const whole = text.replaceAll(`"${BASE}"`, `(${SITE})`);
  const quote = /^const \w+=(["'`])/.exec(whole)?.[1];
  return quote ? whole.replaceAll(BASE, quote === '`' ? `\${${SITE}}` : `${quote}+${SITE}+${quote}`) : whole;
}
