/** How a page looks, on a screen and on Letter paper; `name` stands at the foot of each sheet. */
export const style = (name: string): string => `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: calc(672px + 3rem);
  background: #fff; color: #1a1a1a;
  font: 17px/1.5 Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Liberation Serif', 'DejaVu Serif', serif;
  font-variant-numeric: lining-nums; overflow-wrap: break-word;
}
header { border-top: 6px solid #1a1a1a; padding-top: .9rem; }
h1, h2, .of, dl, nav, table, figcaption, .counts, .hidden, .cue { font-family: Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif; }
.of { margin: 0; font-size: .82rem; color: #444; }
h1 { margin: .2rem 0 1.1rem; font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 0 0 .9rem; font-size: 1.2rem; line-height: 1.3; text-wrap: balance; }
dl { display: flex; flex-wrap: wrap; gap: .7rem 2.2rem; margin: 0; padding: .8rem 0; border-top: 1px solid #999; border-bottom: 1px solid #999; font-size: .84rem; line-height: 1.4; }
dt { color: #555; }
dd { margin: 0; }
dd::first-letter { text-transform: uppercase; }
section, nav { margin-top: 2.6rem; }
.short h2, nav h2, .notes h2 { font-size: .84rem; color: #555; font-weight: normal; margin-bottom: .4rem; }
.short { margin-top: 1.6rem; }
.short p { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.42; }
nav { margin-top: 1.6rem; font-size: .84rem; }
nav ol { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 2.2rem; }
nav li { padding: .12rem 0; break-inside: avoid; }
a { color: #1d3b57; text-underline-offset: .15em; text-decoration-thickness: 1px; }
main > section:not(.short) { border-top: 1px solid #ccc; padding-top: 1.5rem; }
figure { margin: 0 0 1.3rem; }
svg { display: block; max-width: 100%; height: auto; }
figure svg.narrow { display: none; }
figcaption, .counts, .hidden { font-size: .84rem; line-height: 1.45; color: #444; }
figcaption { margin-top: .3rem; }
.counts, .hidden { margin: .7rem 0 0; }
.notes p { margin: 0 0 .5rem; font-size: .95rem; }
.cue { display: none; margin: 0 0 .3rem; font-size: .84rem; color: #444; }
.cue.broad { display: block; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #1d3b57; outline-offset: 3px; }
table { width: 100%; border-collapse: collapse; font-size: .88rem; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; }
th, td { padding: .3rem 0 .3rem 1.1rem; text-align: right; vertical-align: top; border-bottom: 1px solid #ddd; white-space: nowrap; }
thead th, thead td { border-bottom: 1.5px solid #1a1a1a; vertical-align: bottom; white-space: normal; }
th[scope=row] { padding-left: 0; text-align: left; font-weight: normal; white-space: normal; background: #fff; min-width: 5rem; }
tbody tr:not(.part) th { font-weight: bold; }
table:not(:has(.part)) tbody th { font-weight: normal; }
.part th[scope=row] { padding-left: 1.1rem; }
.slim { width: auto; min-width: 60%; }
.names th[scope=row] { white-space: nowrap; }
.words, .said { white-space: normal; min-width: 7rem; }
.words { text-align: left; }
td.bar { width: 34%; min-width: 4rem; }
td.bar svg { width: 100%; height: .75rem; margin-top: .25rem; }
td.bar rect { fill: #2f4a63; }

@media (min-width: 1200px) {
  .wider { width: min-content; min-width: 100%; max-width: calc(100% + 15rem); }
  .cue.broad:not(.over) { display: none; }
}
@media (max-width: 640px) {
  body { padding: 1.2rem 1rem 3rem; font-size: 16px; }
  h1 { font-size: 1.6rem; }
  .short p { font-size: 1.1rem; }
  nav ol { columns: 1; }
  nav li { padding: .3rem 0; }
  figure svg.wide { display: none; }
  figure svg.narrow { display: block; }
  .cue.narrow { display: block; }
  .slim { min-width: 100%; }
  table { font-size: .84rem; }
  th, td { padding-left: .7rem; }
  .scroll th[scope=row] { position: sticky; left: 0; max-width: 45vw; }
  .moves table:not(.names) th[scope=row] { min-width: 9rem; }
  .moves td.bar { display: none; }
}
@media (max-width: 380px) {
  .cue { display: block; }
}

@page {
  size: letter; margin: .75in .75in .8in;
  @bottom-left { content: "${inStyle(name)}"; font: 8pt Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif; color: #333; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif; color: #333; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav, .cue, .cue.narrow, .cue.broad { display: none; }
  figure svg.wide { display: block; }
  figure svg.narrow { display: none; }
  .scroll { overflow: visible; width: auto; max-width: none; }
  .moves td.bar { display: table-cell; }
  .broad { font-size: 9pt; }
  .broader { font-size: 7.5pt; }
  .broad td.bar { width: 24%; min-width: 2rem; }
  .slim { min-width: 60%; }
  .broad th, .broad td, .broad th[scope=row] { padding-left: .5em; min-width: 0; white-space: normal; }
  .broad th[scope=row] { padding-left: 0; }
  .broad .part th[scope=row] { padding-left: 1em; }
  h2 { break-after: avoid; }
  figure, tr, .whole, .short p { break-inside: avoid; }
  .counts, .hidden { break-before: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
}
`;

/** Text between quotation marks of a style sheet: what is no letter or digit is written by its number, so that it ends nothing. */
const inStyle = (text: string): string =>
  text.replace(/[^a-zA-Z0-9]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `);
