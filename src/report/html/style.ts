import type { Language } from "../../core/text";

/** One page for screens, light and dark, and for A4. */
export function styleOf(language: Language): string {
  return `${common}
@page { size: A4; margin: 18mm 15mm 20mm; @bottom-center { content: ${language === "zh" ? '"第 " counter(page) " 页，共 " counter(pages) " 页"' : 'counter(page) " / " counter(pages)'}; font: 9pt ${fonts}; color: #555; } }`;
}

const fonts = `"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif`;

const common = `
:root { color-scheme: light; --text: #1b1b1b; --quiet: #595959; --line: #c8c8c8; --shade: #f3f5f8; --page: #fff; --link: #0f4c81; --red: #b10e1c; --yellow: #ad5700; --blue: #0f548c; --green: #0e700e; --grey: #5c5c5c; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.25rem; font: 15px/1.65 ${fonts}; color: var(--text); background: var(--page); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p, ul, ol { margin: .4rem 0; }
a { color: var(--link); }
.quiet { color: var(--quiet); font-size: .875rem; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
.charts figure { flex: 1 1 16rem; }
figure { margin: .5rem 0; }
figcaption { font-weight: 600; }
.bar { display: block; width: 100%; height: 12px; margin: .25rem 0; }
.legend { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; column-gap: 1rem; }
.red { color: var(--red); fill: var(--red); } .yellow { color: var(--yellow); fill: var(--yellow); } .blue { color: var(--blue); fill: var(--blue); } .green { color: var(--green); fill: var(--green); } .grey { color: var(--grey); fill: var(--grey); }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { font-weight: 600; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.findings { table-layout: fixed; }
.findings .cell { width: 5.5rem; } .findings .fix { width: 34%; }
.findings ul { margin: 0; padding-left: 1.1rem; }
.why { display: block; color: var(--quiet); font-size: .8125rem; }
.why a { color: inherit; }
.notice { border-left: 4px solid var(--yellow); background: var(--shade); padding: .5rem .75rem; }
.unread { list-style: none; }
.opinion { border: 1px solid var(--line); padding: .25rem 1.25rem 1rem; -webkit-user-select: all; user-select: all; }
.opinion h4 { text-align: center; font-size: 1.05rem; margin: .75rem 0; }
.opinion p { margin: .2rem 0; text-indent: 2em; }
.opinion .part { font-weight: 600; }
dt { font-weight: 600; margin-top: .5rem; } dd { margin: 0 0 0 1.5rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --text: #ececec; --quiet: #b5b5b5; --line: #4d4d4d; --shade: #2a2d31; --page: #1c1d1f; --link: #8fc7ff; --red: #ff9a9f; --yellow: #f2b866; --blue: #8ac7ff; --green: #86d886; --grey: #b0b0b0; }
}
@media screen and (max-width: 36rem) {
  body { padding: .75rem; }
  th, td { padding: .3rem .35rem; }
  .findings, .findings tbody, .findings tr, .findings th, .findings td, .findings caption { display: block; width: auto; }
  .findings thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .findings tr { border: 1px solid var(--line); margin-bottom: .5rem; }
  .findings tbody th, .findings td { border: 0; }
  .findings tbody th { background: var(--shade); }
  .findings .cell, .findings .fix { width: auto; }
  .findings td.fix::before { content: attr(data-label); display: block; color: var(--quiet); font-size: .8125rem; }
  .findings td.fix:empty { display: none; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.5; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  thead { display: table-header-group; }
  tr, figure, .notice { break-inside: avoid; }
  h2, h3, caption, thead, .part, .opinion h4 { break-after: avoid; }
  /* a header alone at the foot of a page says nothing */
  tbody tr:first-child { break-before: avoid; }
  p { orphans: 2; widows: 2; }
  .file + .file { break-before: page; }
  .screen { display: none; }
  a { color: inherit; text-decoration: none; }
}`;
