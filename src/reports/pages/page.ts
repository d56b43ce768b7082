import { momentInWords } from '../../rules/in-words.ts';
import type { Zone } from '../../rules/time.ts';
import { aboutScope } from '../about.ts';
import { figuresOf, headlineOf, together } from '../in-words.ts';
import type { Report } from '../report.ts';
import { type Html, html, markup } from './html.ts';
import { anchorOf, sectionOf } from './section.ts';
import { style } from './style.ts';

/** Said of how a page was made: the office’s zone, and who made it, where that is to be told. */
export interface PageFacts {
  zone: Zone;
  who: string | null;
}

/**
 * A report as one file to look at, to print and to hand on: it asks the network for nothing and runs nothing. All its
 * figures stand in tables, as they are given out.
 */
export function reportPage(report: Report, facts: PageFacts): string {
  const { title, sections, notes, scope } = report;
  const { year, circuits } = aboutScope(scope);
  const figures = figuresOf(report);
  const name = `${title}, ${year}, ${circuits}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<link rel="icon" href="data:,">
<style>${markup(style(name))}</style>
</head>
<body>
<header>
<p class="of">Missouri’s Intensive In-Home Services</p>
<h1>${title}</h1>
${aboutList(report, facts)}
</header>
<main>
${inShort(headlineOf(report).map(together))}
${sections.length > 3 ? contents(report) : null}
${sections.map((section) => sectionOf(section, figures))}
${notes.length > 0 ? html`<section class="notes" aria-labelledby="notes"><h2 id="notes">Notes</h2>${notes.map((note) => html`<p>${together(note)}</p>`)}</section>` : null}
</main>
</body>
</html>
`.html;
}

/** Styles in the file itself, an empty icon so that none is asked for, and nothing else. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function aboutList({ scope, madeAt }: Report, { zone, who }: PageFacts): Html {
  const { year, days, circuits, program } = aboutScope(scope);
  const made = momentInWords(madeAt, zone);
  const lines = [
    ['State fiscal year', `${year}: ${days}`],
    ['About', `${circuits}, ${program}`],
    ['Made', who === null ? made : `${made}, by ${who}`],
  ];
  return html`<dl>${lines.map(([term, words]) => html`<div><dt>${term!}</dt><dd>${words!}</dd></div>`)}</dl>`;
}

const inShort = (sentences: readonly string[]): Html | null =>
  sentences.length === 0
    ? null
    : html`<section class="short" aria-labelledby="short"><h2 id="short">In short</h2>${sentences.map((one) => html`<p>${one}</p>`)}</section>`;

const contents = ({ sections }: Report): Html =>
  html`<nav aria-labelledby="contents"><h2 id="contents">In this report</h2><ol>${sections.map(
    (section) => html`<li><a href="#${anchorOf(section)}">${section.title}</a></li>`,
  )}</ol></nav>`;
