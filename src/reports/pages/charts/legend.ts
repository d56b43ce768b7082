import { textStyle } from './ink.ts';
import { textWidth } from './measure.ts';

export interface LegendItem {
  name: string;
  icon?: string;
}

const iconRoom = 38;
const between = 14;
const lineRoom = 22;

/** What the patterns and lines mean: in a line at the top, or each in its own where that is too narrow; and its height. */
export function legendOf(items: readonly LegendItem[], width: number) {
  if (items.length < 2) return { height: 0, legend: { show: false } };
  const inLine = items.reduce((sum, { name }) => sum + iconRoom + textWidth(name) + between, 0) <= width;
  return {
    height: (inLine ? 1 : items.length) * lineRoom + 8,
    legend: {
      data: items,
      orient: inLine ? 'horizontal' : 'vertical',
      left: 0,
      top: 0,
      padding: 0,
      itemGap: inLine ? between : lineRoom - 14,
      itemWidth: 30,
      itemHeight: 14,
      selectedMode: false,
      textStyle,
    },
  };
}
