/** The style of a page: dark on light, one column on a phone, fit to print. */
export const STYLE = `
:root { --ink: #1f2328; --muted: #5f6368; --rule: #d9dce0; --good: #1a6f4c; --bad: #a8320a; --paper: #ffffff; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 40px 24px 64px; max-width: 1032px; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; }
header > p { margin: 0; color: var(--muted); }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
h2 { margin: 44px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--rule); font-size: 17px; font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 20px 24px; margin: 28px 0 0; }
.facts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.facts dt { color: var(--muted); font-size: 13px; line-height: 1.35; }
.facts dd { margin: 0; font-size: 22px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.verdict { margin: 28px 0 0; padding: 10px 16px; border-left: 4px solid var(--muted); background: #f6f7f8; }
.verdict.agree { border-color: var(--good); }
.verdict.differ { border-color: var(--bad); background: #fdf3ef; }
.verdict p { margin: 4px 0; }
.verdict p.lead { font-weight: 600; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 0 4px 16px; text-align: right; vertical-align: baseline; border-bottom: 1px solid #eceef0; }
th { color: var(--muted); font-size: 13px; font-weight: 400; }
th:first-child, td:first-child { padding-left: 0; text-align: left; overflow-wrap: anywhere; }
td .formula { display: block; color: var(--muted); font-size: 12.5px; line-height: 1.35; }
td.missing { color: var(--muted); font-style: italic; }
td.bar { width: 40%; padding-right: 0; }
td.bar i { display: block; height: 10px; background: #8fb4d0; }
.wide { overflow-x: auto; }
.figures + .wide { margin-top: 24px; }
h3 { margin: 24px 0 4px; font-size: 15px; font-weight: 600; }
table.study td { white-space: nowrap; }
table.study :is(th, td):first-child { overflow-wrap: normal; }
table.study a { color: inherit; }
details { margin-top: 12px; }
summary { color: var(--muted); cursor: pointer; }
.figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px 24px; align-items: start; }
.figures figure { margin: 0; }
.figures figure > svg { display: block; width: 100%; height: auto; }
figcaption { margin: 2px 12px 0; color: var(--muted); font-size: 13px; line-height: 1.4; }
pre { margin: 0; padding: 14px 16px; background: #f6f7f8; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.5 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; }
footer { margin-top: 44px; color: var(--muted); font-size: 13px; }
@media (max-width: 720px) {
  body { padding: 24px 16px 40px; }
  .figures { grid-template-columns: minmax(0, 1fr); }
  table.study { font-size: 13px; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  table.observables tr { display: grid; grid-template-columns: 2fr 1fr 1.3fr 1fr; border-bottom: 1px solid #eceef0; }
  table.observables :is(th, td) { padding: 2px 0; border: 0; }
  table.observables :is(th, td):first-child { grid-column: 1 / -1; }
  table.observables td.missing { grid-column: 1 / -1; text-align: left; }
  table.observables :is(th, td):nth-child(2) { text-align: left; }
}
@media print {
  body { padding: 0; font-size: 11pt; }
  h2, tr, .verdict, .figures > * { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
