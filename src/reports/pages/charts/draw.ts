import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type Html, html, markup } from '../html.ts';
import { textStyle } from './ink.ts';
import { textWidth } from './measure.ts';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SVGRenderer,
]);

/** A chart before it is drawn: its height in pixels, and what ECharts is told. */
export interface Sketch {
  height: number;
  option: Record<string, unknown>;
}

/** Who is told of a chart: what it is called, and what it shows. */
export interface Words {
  title: string;
  says: string;
}

/** Draws it as an image of a page, so wide, with all its ids beginning with `id`. */
export function draw({ height, option }: Sketch, width: number, id: string, { title, says }: Words): Html {
  setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, sizeIn(font)) }) });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    // Patterns are drawn only where ECharts is to care for who can’t see colours.
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: true } },
      textStyle,
      ...option,
    });
    const drawn = tidied(chart.renderToSVGString(), id);
    return html`<svg class="${width > narrow ? 'wide' : 'narrow'}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-says"><title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>${markup(drawn)}</svg>`;
  } finally {
    chart.dispose();
  }
}

/** Pixels: as wide as Letter paper within its margins, and as a phone. */
export const wide = 672;
export const narrow = 328;

const sizeIn = (font: string | undefined): number => Number(/(\d+)px/.exec(font ?? '')?.[1] ?? 12);

/** What is inside of the image, without what only serves a mouse; ids are this page’s own. Text in it is escaped: no tag is text. */
const tidied = (svg: string, id: string): string =>
  svg
    .replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<style ?>[\s\S]*?<\/style>/g, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag
        .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
        .replace(/\bzr\d+-/g, `${id}-`)
        .replace(/-?\d+\.\d{3,}/g, (number) => Number(number).toFixed(2)),
    )
    .replace(/\n+/g, '\n');
