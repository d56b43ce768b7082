import order from '../../../data/faces-sheet.json';
import type { Desk } from '../../desk/desk.ts';
import type { Dossier } from '../../desk/dossier.ts';
import { type FacesSheet, facesSheet, type SheetOrder } from '../../rules/faces-sheet.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';

/** The sheet to key a referral into FACES from, with the denials that are not there yet. */
export const sheetOf = (desk: Desk, { referral, denials }: Dossier): FacesSheet =>
  facesSheet(
    referral,
    denials.filter(({ facesOn }) => facesOn === null),
    order as SheetOrder,
    { zone: desk.settings.zone, reasons: desk.reasons },
  );

/** Whether it is in FACES already. */
export const standingInFaces = ({ referral, faces }: FacesSheet): string =>
  faces
    ? `In FACES as ${faces.number} since ${dayInWords(faces.on)}.`
    : `Not in FACES yet. When it is: iis referral faces ${referral} --number NUMBER`;

/** What is needed and not known, if anything is. */
export const missingForFaces = ({ missing }: FacesSheet): string[] =>
  missing.length > 0 ? [`Missing: ${missing.join('; ')}`] : [];

/** A field a line, never broken, so that what is copied is what was kept; text of several lines stands under its label. */
export const facesView = (sheet: FacesSheet, look: Look): string =>
  [
    look.bold(`${sheet.referral}  to key into FACES`),
    paragraph(standingInFaces(sheet), look),
    ...sheet.sections.flatMap(({ title, fields }) => ['', look.bold(title), ...fields.map(lineOf)]),
    ...missingForFaces(sheet).flatMap((line) => ['', look.yellow(line)]),
  ].join('\n');

const lineOf = ({ label, value }: { label: string; value: string }): string =>
  value.includes('\n') ? `${label}:\n${value}` : `${label}: ${value}`;
