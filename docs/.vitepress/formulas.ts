/** Formulas as one types them, in Unicode with a_b and a^{b}, set with subscripts and superscripts; indented blocks are formulas on lines of their own. */
import type { MarkdownRenderer } from 'vitepress';

/** Names of programs have underscores as well: what comes before one in a formula is short, an operator, or a bracket. */
const BASE = String.raw`(?<![\p{L}_])[\p{L}\p{M}†′]{1,3}|[Σ∂)\]]`;
const WORD = String.raw`[\p{L}\d′]+`;
/** {…}, or words with ⟨…⟩ and commas between them. */
const BELOW = String.raw`\{[^{}]*\}|(?:⟨\p{L}+⟩${WORD}|⟨\p{L}+⟩|${WORD})(?:,${WORD})*`;
const ABOVE = String.raw`\{[^{}]*\}|\([^()]*\)|${WORD}`;

const SUBSCRIPT = new RegExp(`(${BASE})((?:<sup>[^<]*</sup>)?)_(${BELOW})`, 'gu');
const SUPERSCRIPT = new RegExp(String.raw`\^(${ABOVE})`, 'gu');

const inner = (text: string): string => text.replace(/^\{(.*)\}$/u, '$1');

/** HTML of text that has been escaped already. */
export function formulas(html: string): string {
  return subscripts(html.replace(SUPERSCRIPT, (_, above: string) => `<sup>${subscripts(inner(above))}</sup>`));
}

function subscripts(html: string): string {
  return html.replace(
    SUBSCRIPT,
    (_, base: string, above: string, below: string) => `${base}${above}<sub>${inner(below)}</sub>`,
  );
}

export function setFormulas(markdown: MarkdownRenderer): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.text = (tokens, index) => formulas(escapeHtml(tokens[index].content));
  markdown.renderer.rules.code_block = (tokens, index) =>
    `<pre class="formula" v-pre>${formulas(escapeHtml(tokens[index].content.trimEnd()))}</pre>\n`;
}
