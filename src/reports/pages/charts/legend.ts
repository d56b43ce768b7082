import { textStyle } from './ink.ts';
import { lineHeight, textWidth, wrapped } from './measure.ts';

export interface LegendItem {
  name: string;
  icon?: string;
}

const iconRoom = 38;
const between = 14;
const gap = 5;

/** What the patterns and lines mean: in a line at the top, or each in its own where that is too narrow; and its height. */
export function legendOf(items: readonly LegendItem[], width: number) {
  if (items.length < 2) return { height: 0, legend: { show: false } };
  const inLine = items.reduce((sum, { name }) => sum + iconRoom + textWidth(name) + between, 0) <= width;
  const linesOf = (name: string) => (inLine ? [name] : wrapped(name, width - iconRoom));
  const lines = inLine ? 1 : items.reduce((sum, { name }) => sum + linesOf(name).length, 0);
  const gaps = inLine ? 0 : (items.length - 1) * gap;
  return {
    height: lines * lineHeight + gaps + 12,
    legend: {
      data: items,
      formatter: (name: string) => linesOf(name).join('\n'),
      orient: inLine ? 'horizontal' : 'vertical',
      align: 'left',
      left: 0,
      top: 0,
      padding: 0,
      itemGap: inLine ? between : gap,
      itemWidth: 30,
      itemHeight: 14,
      selectedMode: false,
      textStyle: { ...textStyle, lineHeight },
    },
  };
}
