/** One record on the screen: labels in a column, values beside them. */

import type { Look } from './look.ts';
import { displayWidth, pad, widestLine, wrapWords } from './width.ts';

export interface Section {
  readonly title?: string | undefined;
  readonly lines: readonly CardLine[];
}

/** `null` is shown as "not known". */
export type CardLine = readonly [label: string, value: string | null];

export interface Card {
  readonly title: string;
  readonly sections: readonly Section[];
}

const indent = '  ';
const gap = '  ';
const between = '    ';
const narrowestValue = 16;
const narrowestCard = 36;

/**
 * Draws a title, then each section's lines. A value too wide to stand beside its label stands whole under it, so
 * that a name is not broken; only what is wider than the screen is broken, between words. Sections without lines
 * are left out.
 */
export function drawCard(title: string, sections: readonly Section[], look: Look): string {
  const filled = sections.filter((section) => section.lines.length > 0);
  const labels = filled.flatMap((section) => section.lines.map(([label]) => displayWidth(label)));
  const column = Math.max(0, ...labels);
  const drawn = filled.map((section) => {
    const lines = section.lines.flatMap(([label, value]) => drawLine(label, value, column, look));
    return [...(section.title ? [heading(section.title, look)] : []), ...lines].join('\n');
  });
  const untitled = filled[0]?.title ? '\n\n' : '\n';
  return [heading(title, look), drawn.join('\n\n')].filter((part) => part !== '').join(untitled);
}

/** Two cards next to each other, for families that look alike; one above the other where the screen is too narrow or read out. */
export function sideBySide(left: Card, right: Card, look: Look): string {
  const width = Math.floor((look.width - between.length) / 2);
  if (look.plain || width < narrowestCard) {
    return [left, right].map((card) => drawCard(card.title, card.sections, look)).join('\n\n');
  }
  const [lefts, rights] = [left, right].map((card) =>
    drawCard(card.title, card.sections, { ...look, width }).split('\n'),
  ) as [string[], string[]];
  const height = Math.max(lefts.length, rights.length);
  return Array.from({ length: height }, (_, line) =>
    `${pad(lefts[line] ?? '', width)}${between}${rights[line] ?? ''}`.trimEnd(),
  ).join('\n');
}

/** Free text broken between words to the width of the screen, each line indented by `spaces` columns. */
export function paragraph(text: string, look: Look, spaces = 0): string {
  const lines = wrapWords(text, look.width - spaces);
  return lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line)).join('\n');
}

function heading(title: string, look: Look): string {
  return title === '' ? '' : look.bold(paragraph(title, look));
}

function drawLine(label: string, value: string | null, column: number, look: Look): string[] {
  const text = value ?? look.dim('not known');
  if (look.plain) return [[label.trim(), text.replaceAll('\n', ' ')].filter(Boolean).join(': ')];
  const widest = widestLine(text);
  const beside = look.width - indent.length - column - gap.length;
  const under = look.width - indent.length * 2;
  if (widest > beside && (widest <= under || beside < narrowestValue)) {
    return [indent + label, ...wrapWords(text, under).map((line) => indent + indent + line)];
  }
  return wrapWords(text, beside).map((line, index) =>
    `${indent}${pad(index === 0 ? label : '', column)}${gap}${line}`.trimEnd(),
  );
}
