import { mostBars } from '../drawn-rows.ts';
import { together } from '../in-words.ts';
import type { Cell, Figure, Section } from '../report.ts';
import { barsSketch } from './charts/bars.ts';
import { draw, narrow, wide } from './charts/draw.ts';
import { linesSketch } from './charts/lines.ts';
import { monthsSketch } from './charts/months.ts';
import { type Plot, plotOf } from './charts/plot.ts';
import { type Html, html } from './html.ts';
import { tableOf } from './table.ts';

/** A name that can stand in an address: those of sections may be taken from records. */
export const anchorOf = ({ id }: Section): string => `s-${id.replace(/[^\w-]/g, '-')}`;

/** What is looked at, what is read, and how it counts. */
export function sectionOf(section: Section, figures: ReadonlyMap<Cell, Figure>): Html {
  const { title, rows, counts } = section;
  const anchor = anchorOf(section);
  const plot = plotOf(section, figures);
  // So many that each stands in the table, beside its row.
  const long = plot?.kind === 'bars' && plot.rows.length > mostBars ? plot : null;
  return html`<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${title}</h2>
${plot && !long ? figureOf(section, plot, anchor) : null}
${rows.length === 0 ? html`<p>Nothing was recorded.</p>` : tableOf(section, anchor, long)}
${hasHidden(section) ? html`<p class="hidden">${whyHidden}</p>` : null}
<p class="counts"><b>How it counts.</b> ${together(counts)}</p>
</section>
`;
}

/** Drawn twice, for paper and wide windows, and for a phone: letters keep their size. Only one of them is ever there. */
function figureOf({ title, chart }: Section, plot: Plot, anchor: string): Html {
  const says = chart!.says;
  const words = { title, says: `${says} All its figures are in the table that follows.` };
  return html`<figure>
${draw(sketchOf(plot, wide), wide, `${anchor}-w`, words)}
${draw(sketchOf(plot, narrow), narrow, `${anchor}-n`, words)}
<figcaption>${says}</figcaption>
</figure>`;
}

function sketchOf(plot: Plot, width: number) {
  switch (plot.kind) {
    case 'bars':
      return barsSketch(plot, width);
    case 'months':
      return monthsSketch(plot, width);
    case 'lines':
      return linesSketch(
        plot,
        width,
        plot.rows.map(({ title }) => title),
      );
  }
}

const hasHidden = ({ rows }: Section): boolean =>
  rows.some(({ figures }) => figures.some((figure) => figure?.kind === 'hidden'));

const whyHidden = '* Not given out: it is small, or would let what is small be worked out.';
