import {
  drawRow,
  type FormDrawing,
  type FormField,
  heading,
  personField,
  plainField,
  proseHeight,
} from './form-rows.ts';
import { communityForm, said } from './form-words.ts';
import { continuedName, partOf } from './own-fields.ts';
import { needRoom, turnPage } from './paper.ts';

const blankHeights = [
  ['reason', 200],
  ['servicesProvided', 120],
  ['accommodations', 90],
] as const;

const { children: firstChildren, moreChildren } = communityForm;

/** More room on a page of its own, for whoever fills the form in. */
export function drawMoreRoom(form: FormDrawing): void {
  turnPage(form.paper);
  heading(form, form.words.headings.more);
  drawChildren(form, firstChildren + moreChildren);
  for (const [name, height] of blankHeights) {
    drawRow(form, [continued(form, plainField(form.words, name), 1)], { height });
  }
}

/** What the boxes of a filled form did not hold: further children, and the rest of every text. */
export function drawOverflow(form: FormDrawing): void {
  const people = [...form.values.keys()].flatMap((name) => Number(/^child(\d+)\./.exec(name)?.[1] ?? 0));
  const lastChild = Math.max(0, ...people);
  if (lastChild <= firstChildren && form.overflow.length === 0) return;
  turnPage(form.paper);
  heading(form, form.words.headings.more);
  drawChildren(form, lastChild);
  while (form.overflow.length > 0) {
    const { rest, ...field } = form.overflow.shift()!;
    drawRest(form, field, rest);
  }
}

function drawChildren(form: FormDrawing, last: number): void {
  for (let n = firstChildren + 1; n <= last; n += 2) drawRow(form, childRow(form, n));
}

/** Two children beside each other. */
export const childRow = ({ words }: FormDrawing, n: number): FormField[] =>
  [n, n + 1].flatMap((each) => [
    personField(words, 'child', each, 'name', 1.7),
    personField(words, 'child', each, 'birthDate', 1),
  ]);

/** Draws the next part of a text; what is left even then comes round again. */
function drawRest(form: FormDrawing, field: FormField, rest: string): void {
  const { paper } = form;
  const { name, part } = partOf(field.name);
  const next = part === 0 ? continued(form, field, 1) : { ...field, name: continuedName(name, part + 1) };
  needRoom(paper, 60);
  const values = new Map([[next.name, rest]]);
  drawRow({ ...form, values }, [next], { height: Math.max(proseHeight(paper, rest), 24) });
}

const continued = ({ words }: FormDrawing, field: FormField, part: number): FormField => ({
  ...field,
  name: continuedName(field.name, part),
  label: said(words.continued, { label: field.tip }),
  tip: said(words.continued, { label: field.tip }),
  share: 1,
});
