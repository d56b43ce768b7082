import {
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

import type { Instant } from '../../rules/time.ts';

/** A part of the document as a screen reader walks through it: a heading, a paragraph, a cell, a field. */
export interface Tag {
  /** One of the PDF's own names, such as `H1`, `P`, `TR` or `Form`. */
  kind: string;
  kids: (Tag | Mark | Widget)[];
  /** Of a table's head: what it is the head of. */
  scope?: 'Column';
}

/** A piece of a page's drawing that belongs to a tag. */
export interface Mark {
  page: PDFPage;
  id: number;
}

/** A form field's box that belongs to a tag. */
export interface Widget {
  page: PDFPage;
  widget: PDFRef;
}

export const tag = (parent: Tag, kind: string): Tag => {
  const made: Tag = { kind, kids: [] };
  parent.kids.push(made);
  return made;
};

/** What the tree needs while it is written down. */
interface Writing {
  context: PDFContext;
  /** By page, the element of each mark in the order of their ids. */
  marks: Map<PDFPage, PDFRef[]>;
  widgets: { widget: PDFDict; element: PDFRef }[];
}

/** Writes the tags into the document, so that it can be read aloud in its order, field by field. */
export function writeTags(document: PDFDocument, root: Tag): void {
  const { context, catalog } = document;
  const writing: Writing = { context, marks: new Map(), widgets: [] };
  const tree = context.nextRef();
  const top = writeTag(writing, root, tree);
  const numbers = numberedParents(document, writing);
  context.assign(
    tree,
    context.obj({
      Type: 'StructTreeRoot',
      K: [top],
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: numbers.length / 2,
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), tree);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

function writeTag(writing: Writing, { kind, kids, scope }: Tag, parent: PDFRef): PDFRef {
  const { context } = writing;
  const element = context.nextRef();
  const written = kids.map((kid) => {
    if ('kind' in kid) return writeTag(writing, kid, element);
    if ('widget' in kid) return widgetOf(writing, kid, element);
    const marks = writing.marks.get(kid.page) ?? [];
    writing.marks.set(kid.page, marks);
    marks[kid.id] = element;
    return context.obj({ Type: 'MCR', Pg: kid.page.ref, MCID: kid.id });
  });
  const attributes = scope ? { A: context.obj({ O: 'Table', Scope: scope }) } : {};
  const dict = context.obj({ Type: 'StructElem', S: kind, P: parent, K: written, ...attributes });
  context.assign(element, dict);
  return element;
}

function widgetOf(writing: Writing, { page, widget }: Widget, element: PDFRef) {
  const { context, widgets } = writing;
  widgets.push({ widget: context.lookup(widget) as PDFDict, element });
  return context.obj({ Type: 'OBJR', Pg: page.ref, Obj: widget });
}

/** The way back from each page's marks, and from each box, to their elements. */
function numberedParents(document: PDFDocument, { context, marks, widgets }: Writing) {
  const pages = document.getPages();
  const ofPages = pages.flatMap((page, key) => {
    page.node.set(PDFName.of('StructParents'), context.obj(key));
    // Tab goes from field to field in the order of the tags.
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    return [key, context.register(context.obj(marks.get(page) ?? []))];
  });
  const ofWidgets = widgets.flatMap(({ widget, element }, i) => {
    const key = pages.length + i;
    widget.set(PDFName.of('StructParent'), context.obj(key));
    return [key, element];
  });
  return [...ofPages, ...ofWidgets];
}

/** Says what the document is, in the file itself and in the viewer's title bar. */
export function describe(
  document: PDFDocument,
  { title, language, subject, at }: { title: string; language: string; subject: string; at: Instant },
): void {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);
  document.setSubject(subject);
  document.setProducer('iis');
  document.setCreator('iis');
  document.setCreationDate(new Date(at));
  document.setModificationDate(new Date(at));
}
