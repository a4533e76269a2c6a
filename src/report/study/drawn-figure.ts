/** A figure of a study, drawn for use alone and for its page. */
import { figureSvg } from '../figures/figure.ts';
import type { FigureSpec } from '../figures/figure-spec.ts';
import type { RunFigure } from '../run-figures.ts';

/** Width and height alone, and on a page, where two stand side by side. */
const ALONE = { width: 720, height: 400 };
const INLINE = { width: 480, height: 290 };

interface Captions {
  /** What is peculiar to this figure. */
  readonly note: string;
  /** What holds for all figures of its kind, and what was computed: for use alone, the page says it elsewhere. */
  readonly howToRead: string;
  readonly source: string;
}

/** `name`: of its file, without the ending. */
export function drawnFigure(
  name: string,
  spec: Omit<FigureSpec, 'caption' | 'names'>,
  { note, howToRead, source }: Captions,
): RunFigure {
  const draw = (size: typeof ALONE, caption: string) => figureSvg({ ...spec, ...size, names: 'above', caption });
  const caption = [note, howToRead, source].filter(Boolean).join(' ');
  return { name, svg: draw(ALONE, caption), inline: draw(INLINE, ''), note };
}
