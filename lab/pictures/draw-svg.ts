/** An SVG picture drawn on a canvas, shape by shape: the policy of the page lets no picture be loaded from its own text. */

const SHAPES = 'line, polyline, circle, rect, text';

/** Draws what is seen, styles included; one pixel of the page becomes `scale` of the canvas. */
export function drawSvg(svg: SVGSVGElement, context: CanvasRenderingContext2D, scale: number): void {
  for (const shape of svg.querySelectorAll<SVGGraphicsElement>(SHAPES)) {
    const { a, b, c, d, e, f } = shape.getCTM() ?? new DOMMatrix();
    context.setTransform(scale * a, scale * b, scale * c, scale * d, scale * e, scale * f);
    const style = getComputedStyle(shape);
    if (shape instanceof SVGTextElement) drawText(shape, style, context);
    else paint(outline(shape), style, context);
  }
}

function outline(shape: SVGGraphicsElement): Path2D {
  const of = (name: string) => Number(shape.getAttribute(name) ?? 0);
  const path = new Path2D();
  if (shape instanceof SVGCircleElement) path.arc(of('cx'), of('cy'), of('r'), 0, 2 * Math.PI);
  else if (shape instanceof SVGRectElement) path.rect(of('x'), of('y'), of('width'), of('height'));
  else if (shape instanceof SVGLineElement) {
    path.moveTo(of('x1'), of('y1'));
    path.lineTo(of('x2'), of('y2'));
  } else if (shape instanceof SVGPolylineElement) for (const { x, y } of shape.points) path.lineTo(x, y);
  return path;
}

function paint(path: Path2D, style: CSSStyleDeclaration, context: CanvasRenderingContext2D): void {
  if (style.fill !== 'none') {
    context.fillStyle = style.fill;
    context.globalAlpha = Number(style.fillOpacity);
    context.fill(path);
    context.globalAlpha = 1;
  }
  if (style.stroke === 'none') return;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat));
  context.stroke(path);
}

const ALIGNMENTS: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

function drawText(text: SVGTextElement, style: CSSStyleDeclaration, context: CanvasRenderingContext2D): void {
  context.font = `${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.fill;
  context.textAlign = ALIGNMENTS[style.textAnchor] ?? 'left';
  context.fillText(text.textContent ?? '', Number(text.getAttribute('x') ?? 0), Number(text.getAttribute('y') ?? 0));
}
