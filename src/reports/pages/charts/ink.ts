import { fontFamily, fontSize } from './measure.ts';

/** How the parts of a chart are told apart without colour: by pattern, dash and marker, dark enough on white. */

export const black = '#1a1a1a';
export const grey = '#6b6b6b';
export const pale = '#d9d9d9';
const slate = '#2f4a63';

export const textStyle = { fontFamily, fontSize, color: black };

const bars = [
  { color: slate },
  {
    color: '#ffffff',
    decal: { color: slate, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, symbol: 'rect' },
  },
  { color: '#b8c4cf' },
  {
    color: '#ffffff',
    decal: {
      color: slate,
      dashArrayX: [
        [3, 4],
        [0, 3.5, 3, 0.5],
      ],
      dashArrayY: [3, 2],
      symbol: 'circle',
    },
  },
];

/** How the bars of the nth drawn column look. */
export const barInk = (n: number) => ({
  borderColor: slate,
  borderWidth: 1,
  decal: { symbol: 'none' },
  ...bars[n % bars.length]!,
});

const lines: { color: string; type: string | number[]; symbol: string; fill: string }[] = [
  { color: '#1d3b57', type: 'solid', symbol: 'circle', fill: '#1d3b57' },
  { color: '#8a3b12', type: [7, 4], symbol: 'rect', fill: '#ffffff' },
  { color: '#33602a', type: [2, 3], symbol: 'triangle', fill: '#33602a' },
  { color: '#54437f', type: [9, 3, 2, 3], symbol: 'diamond', fill: '#ffffff' },
];

/** How the nth line and its points look. */
export const lineInk = (n: number) => {
  const { color, type, symbol, fill } = lines[n % lines.length]!;
  return {
    symbol,
    symbolSize: 8,
    lineStyle: { color, width: 2, type },
    itemStyle: { color: fill, borderColor: color, borderWidth: 1.5 },
  };
};

/** How the level to reach looks among them. */
export const targetInk: ReturnType<typeof lineInk> = {
  symbol: 'none',
  symbolSize: 0,
  lineStyle: { color: black, width: 1.25, type: [12, 3] },
  itemStyle: { color: black, borderColor: black, borderWidth: 0 },
};
