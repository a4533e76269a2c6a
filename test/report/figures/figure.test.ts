import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { brokenLines, textWidth } from '../../../src/report/figures/appearance.ts';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import type { FigureSpec } from '../../../src/report/figures/figure-spec.ts';
import { spread } from '../../../src/report/figures/names.ts';
import { toPng } from '../../../src/report/figures/png.ts';

const SPEC: FigureSpec = {
  title: 'Acceptance < 1 & falling',
  x: { label: 'sites N', scale: 'log', ticks: [16, 36, 64] },
  y: { label: 'energy', unit: 't', domain: [0, 1] },
  series: [
    { name: 'linear', points: [16, 36, 64].map((x, k) => ({ x, y: 0.9 - 0.3 * k, error: 0.05 })) },
    { name: 'transformer', points: [16, 36, 64].map((x) => ({ x, y: 0.5, xError: 2 })), shape: 'points' },
  ],
  references: [{ axis: 'y', value: 0.79, label: 'talk: 0.79' }],
  caption: 'Square lattice, T = 0.05; seeds 1, 2, 3; 2000 exact evaluations.',
};

const documentOf = (svg: string) => parseHTML(`<html><body>${svg}</body></html>`).document;
const texts = (svg: string) => [...documentOf(svg).querySelectorAll('text')].map(({ textContent }) => textContent);

/** Lines of all rules with their lengths along one axis. */
function ruleLengths(svg: string, axis: 'x' | 'y'): number[] {
  const lines = [...documentOf(svg).querySelectorAll('[aria-label="rule"] line, line[aria-label="rule"]')];
  const lengths = lines.map((line) =>
    Math.abs(Number(line.getAttribute(`${axis}2`)) - Number(line.getAttribute(`${axis}1`))),
  );
  return lengths.filter((length) => length > 0);
}

it('is well formed, sized, and says what it shows', () => {
  const svg = figureSvg(SPEC);
  const png = toPng(svg);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720"/);
  const shown = texts(svg);
  for (const text of [SPEC.title, 'sites N', 'energy (t)', 'linear', 'transformer', 'talk: 0.79', SPEC.caption, '36'])
    expect(shown).toContain(text);
  // Signature and width of a PNG.
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(2 * 720);
  // The renderer is an XML parser: it would have refused what is not well formed.
  expect(() => toPng('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')).toThrow();
});

it('writes ticks as numbers or in words', () => {
  const x = { label: 'model', ticks: [16, 64] };
  expect(texts(figureSvg({ ...SPEC, x: { ...x, tickNames: ['small', 'large'] } }))).toEqual(
    expect.arrayContaining(['small', 'large']),
  );
  expect(texts(figureSvg({ ...SPEC, x }))).toContain('64');
});

it('writes every tick of a logarithmic axis', () => {
  const points = [0.3, 60].map((y, k) => ({ x: k, y }));
  const y = { label: 'error', scale: 'log' } as const;
  const shown = texts(figureSvg({ ...SPEC, y, series: [{ name: 'errors', points }], references: [] }));
  expect(shown).toEqual(expect.arrayContaining(['0.5', '1', '2', '5', '10', '20', '50']));
});

it('makes room for long numbers and long names at the axes', () => {
  const axisStart = (svg: string) => Number(/aria-label="y-grid"[^>]*><line [^>]*x1="([\d.]+)"/.exec(svg)?.[1]);
  const tiny = { label: 'error', domain: [0, 1.2e-7] as const };
  const numbers = figureSvg({ ...SPEC, series: [], references: [], y: { ...tiny, ticks: [1.234e-8, 1.2345e-7] } });
  expect(axisStart(figureSvg(SPEC))).toBe(62);
  expect(axisStart(numbers)).toBeGreaterThan(70);
  const names = [
    'a transformer with three blocks and six shells',
    'a nodal determinant',
    'both of them added together',
  ];
  const x = { label: 'model', ticks: [16, 36, 64], tickNames: names };
  const lines = [...documentOf(figureSvg({ ...SPEC, x })).querySelectorAll('tspan')].map((line) => line.textContent);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(names[0]);
  for (const line of lines) expect(textWidth(line ?? '')).toBeLessThan(220);
});

it('gives the same bytes for the same input', () => {
  const [one, two] = [figureSvg(SPEC), figureSvg(structuredClone(SPEC))];
  expect(two).toBe(one);
  expect(Buffer.from(toPng(two)).equals(Buffer.from(toPng(one)))).toBe(true);
});

it('draws letters: the shipped font is found', () => {
  const text = (words: string) => toPng(figureSvg({ ...SPEC, caption: words })).length;
  expect(text('Σ β τ ⟨ij⟩ χ²')).toBeGreaterThan(text(''));
});

it('draws error bars of one standard deviation each way', () => {
  const svg = figureSvg(SPEC);
  // 400 pixels less margins of 44 and 48, and 6 inside at both ends, for the domain of length 1.
  const vertical = ruleLengths(svg, 'y');
  expect(vertical.length).toBe(3);
  for (const length of vertical) expect(length).toBeCloseTo(0.1 * (400 - 44 - 48 - 12), 6);
  const without = SPEC.series.map(({ name, points }) => ({ name, points: points.map(({ x, y }) => ({ x, y })) }));
  expect(ruleLengths(figureSvg({ ...SPEC, series: without }), 'y').length).toBe(0);
  // 16 ± 2, 36 ± 2 and 64 ± 2 along x, and the reference.
  expect(ruleLengths(svg, 'x').length).toBe(4);
});

it('draws a curve with its band in the colour of its points, and what belongs to all series in ink', () => {
  const curve = [16, 36, 64].map((x) => ({ x, y: 0.5, error: 0.1 }));
  const [first, second] = SPEC.series;
  const series = [
    { ...first, shape: 'points' as const, curve },
    { ...second, inInk: true },
  ];
  const { document } = parseHTML(`<html><body>${figureSvg({ ...SPEC, references: [], series })}</body></html>`);
  const band = document.querySelector('[aria-label="area"]');
  const [line, ...others] = document.querySelectorAll('[aria-label="line"]');
  expect(others).toEqual([]);
  expect(band?.getAttribute('fill')).toBe(line.getAttribute('stroke'));
  const heights =
    band
      ?.querySelector('path')
      ?.getAttribute('d')
      ?.match(/(?<=,)[\d.]+/g)
      ?.map(Number) ?? [];
  expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(0.2 * (400 - 44 - 48 - 12), 6);
  const dots = [...document.querySelectorAll('[aria-label="dot"]')].map((dot) => dot.getAttribute('fill'));
  expect(dots[1]).toBe('#222222');
  const without = { ...first, curve: curve.map(({ x, y }) => ({ x, y })) };
  expect(figureSvg({ ...SPEC, series: [without] })).not.toContain('aria-label="area"');
});

it('ends bars that reach below zero where a logarithmic axis does', () => {
  const y = { label: 'error', scale: 'log', domain: [0.01, 10] } as const;
  const series = [{ name: 'one', points: [{ x: 20, y: 1, error: 2 }] }];
  const [length, ...others] = ruleLengths(figureSvg({ ...SPEC, references: [], y, series }), 'y');
  expect(others).toEqual([]);
  // From 0.01 to 3, of three decades.
  expect(length).toBeCloseTo((Math.log10(300) / 3) * (400 - 44 - 48 - 12), 6);
});

it('names series beside them, above them, or not at all', () => {
  const one = figureSvg({ ...SPEC, series: SPEC.series.slice(0, 1) });
  expect(texts(one)).not.toContain('linear');
  const x = (svg: string) => Number(/<text x="([\d.]+)"[^>]*>linear</.exec(svg)?.[1]);
  expect(x(figureSvg(SPEC))).toBeGreaterThan(500);
  expect(x(figureSvg({ ...SPEC, names: 'above' }))).toBeLessThan(100);
});

it('moves names apart without leaving the figure', () => {
  expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90]);
  expect(spread([50, 50, 50], [10, 10, 10], 0, 100)).toEqual([50, 60, 70]);
  expect(spread([97, 98, 20], [10, 10, 10], 0, 100)).toEqual([85, 95, 20]);
  expect(spread([-5, 0], [10, 10], 0, 100)).toEqual([5, 15]);
});

it('breaks lines at spaces, none wider than asked for', () => {
  const words = 'square lattice 6 × 6, periodic, 36 sites; t_1 = 1, J = 1, μ = 0, T = 0.05';
  const lines = brokenLines(words, 200);
  expect(lines.join(' ')).toBe(words);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(200);
});
