import type { Dossier } from '../../desk/dossier.ts';
import type { FinsList } from '../../desk/fins-list.ts';
import type { Sheet } from '../../forms/pdf/sheet.ts';
import type { SheetTable } from '../../forms/pdf/sheet-table.ts';
import type { FacesSheet } from '../../rules/faces-sheet.ts';
import { momentInWords } from '../../rules/in-words.ts';
import { missingForFaces, standingInFaces } from './faces-sheet.ts';
import { finsColumns, finsHeadline } from './fins-table.ts';
import type { Look } from './look.ts';
import { referralSections, referralTitle } from './referral-card.ts';
import type { ColumnOf } from './table.ts';
import type { Wording } from './wording.ts';

const plainly = (text: string): string => text;

/** Paper is as wide as it is, and has no colour. */
const onPaper: Look = {
  ...{ width: Number.POSITIVE_INFINITY, colour: false, unicode: true, plain: false, isPrivate: false },
  ...{ bold: plainly, dim: plainly, red: plainly, yellow: plainly, green: plainly, cyan: plainly },
};

// Records of the Children’s Division are confidential: RSMo 210.150.
const notice =
  'Confidential: children and their families (RSMo 210.150). Only for those who may see it. Shred it after use.';

const tableOf = <T>(columns: readonly ColumnOf<T>[], items: readonly T[]): SheetTable => ({
  columns,
  rows: items.map((item) => columns.map(({ of }) => of(item))),
});

const madeBy = (who: string, { now, zone }: Wording): string => `Made ${momentInWords(now, zone)}, by ${who}`;

/** The FINS list for a staffing. */
export const finsSheet = ({ lines, openings }: FinsList, wording: Wording, who: string): Sheet => ({
  title: 'Families in Need of Services (FINS list)',
  ...{ notice, made: madeBy(who, wording), sections: [] },
  lead: [lines.length > 0 ? finsHeadline(lines, openings, onPaper) : 'No family is on the list.'],
  table: lines.length > 0 ? tableOf(finsColumns(onPaper, wording), lines) : null,
});

/** One referral for a staffing. */
export const referralSheet = (dossier: Dossier, wording: Wording, who: string): Sheet => ({
  title: referralTitle(dossier),
  ...{ notice, made: madeBy(who, wording), lead: [], table: null },
  sections: referralSections(dossier, wording).map(({ title = null, lines }) => ({ title, lines })),
});

/** What to key into FACES, to lie beside the keyboard. */
export const facesPaper = (sheet: FacesSheet, wording: Wording, who: string): Sheet => ({
  title: `${sheet.referral}: to key into FACES`,
  ...{ notice, made: madeBy(who, wording), table: null },
  lead: [standingInFaces(sheet), ...missingForFaces(sheet)],
  sections: sheet.sections.map(({ title, fields }) => ({
    title,
    lines: fields.map(({ label, value }) => [label, value] as const),
  })),
});
