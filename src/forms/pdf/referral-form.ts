import { PDFDocument } from '@cantoo/pdf-lib';
import type { Instant, Zone } from '../../rules/time.ts';
import type { FormLanguage } from '../form-languages.ts';
import { embedFaces, type FontFiles } from './faces.ts';
import { addCheckBox, addHiddenField, setTypingFont } from './form-boxes.ts';
import { childRow, drawMoreRoom, drawOverflow } from './form-more.ts';
import { drawProse, drawRow, type FormDrawing, heading, personField, plainField } from './form-rows.ts';
import { communityForm, said, wordsIn } from './form-words.ts';
import { agreementFields, type FormHalf, ownValues, typedMoment, versionField } from './own-fields.ts';
import {
  drawFeet,
  drawLines,
  frame,
  letter,
  lineHeight,
  linesOf,
  type MadePdf,
  makePaper,
  marked,
  needRoom,
  paragraph,
  roomOf,
  turnPage,
  unread,
} from './paper.ts';
import { describe, tag, writeTags } from './tags.ts';

/** What the form says besides its own words: whom it goes to, and the numbers in force. */
export interface FormOffice {
  /** `13 (Boone, Callaway)`; `null` where no circuit is set. */
  circuit: string | null;
  /** The gatekeeper's name, phone and email, as far as they are set. */
  gatekeeper: string | null;
  hotline: string;
  /** Business hours until the gatekeeper gets in touch. */
  contactHours: number;
  /** Hours of face-to-face contact a week; `null` where the program names none. */
  hours: { from: number; to: number } | null;
}

/** The record that a form is filled from. */
export interface FilledFrom {
  form: FormHalf;
  referral: string;
  who: string;
  zone: Zone;
}

export interface FormOrder {
  language: FormLanguage;
  office: FormOffice;
  fonts: FontFiles;
  now: Instant;
  /** `null` for a blank form. */
  filled: FilledFrom | null;
}

/** Which form it is, as its hidden field tells. */
export const formVersion = `${communityForm.name} ${communityForm.version}`;

/**
 * Makes the Community Referral form [002] in plain words of our own, blank or filled: a PDF to type in, on US Letter.
 * Text and children that its boxes do not hold go on in further boxes behind it, so that nothing is cut; read again,
 * it gives what it was filled from.
 */
export async function referralFormPdf(order: FormOrder): Promise<MadePdf> {
  const { language, fonts, now, filled } = order;
  const words = wordsIn[language];
  const document = await PDFDocument.create({ updateMetadata: false });
  const lacking = {
    ...{ language, chinese: words.chinese },
    bracketed: (script: string) => said(words.script, { script }),
  };
  const faces = await embedFaces(document, fonts, lacking, { typedIn: true });
  const paper = makePaper(document, faces, letter);
  const values = filled ? ownValues(filled.form, filled.zone) : new Map<string, string>();
  const agrees = filled?.form.familyAgrees ?? null;
  const form: FormDrawing = { paper, words, values, agrees, overflow: [] };
  drawFirstPage(form, order);
  drawSecondPage(form, order);
  if (filled) drawOverflow(form);
  else drawMoreRoom(form);
  drawLacking(form);
  addHiddenField(paper, versionField, formVersion);
  setTypingFont(paper, { redraw: filled === null });
  drawFeet(paper, footOf(order), words.page);
  describe(document, { title: words.title, language: words.language, subject: formVersion, at: now });
  writeTags(document, paper.tags);
  const bytes = await document.save({ updateFieldAppearances: false });
  return { bytes, pages: document.getPageCount(), lacking: [...faces.lacking] };
}

function drawFirstPage(form: FormDrawing, { office, filled }: FormOrder): void {
  const { paper, words } = form;
  paragraph(paper, 'H1', words.title, { size: 15, bold: true, after: 2 });
  const { circuit } = office;
  paragraph(paper, 'P', circuit ? said(words.forCircuit, { circuit }) : words.forAnyCircuit, { size: 10 });
  if (filled) paragraph(paper, 'P', words.confidential, { size: 9, bold: true });
  paper.y -= 5;
  drawHotline(form, office);
  paragraph(paper, 'P', words.howTo, { size: 9, after: 3 });
  const { gatekeeper } = office;
  const offices = communityForm.offices.address;
  const sendTo = gatekeeper ? said(words.sendTo, { gatekeeper }) : said(words.sendToUnknown, { offices });
  paragraph(paper, 'P', sendTo, { size: 9, after: 2 });
  drawPeople(form);
}

/** In a frame, above everything that is to be filled in. */
function drawHotline({ paper, words }: FormDrawing, { hotline }: FormOffice): void {
  const [loud, small] = [
    { size: 10, bold: true },
    { size: 8, grey: 0.25 },
  ];
  const width = roomOf(paper) - 16;
  const loudLines = linesOf(paper, said(words.hotline, { hotline }), width, loud);
  const source = linesOf(paper, words.hotlineSource, width, small);
  const height = loudLines.length * lineHeight(loud.size) + source.length * lineHeight(small.size) + 10;
  const { margin: x, y: top } = paper;
  unread(paper, () => frame(paper.page, { x, y: top - height, width: roomOf(paper), height }));
  marked(paper, tag(paper.tags, 'P'), () => {
    const below = drawLines(paper, loudLines, { ...loud, x: x + 8, top: top - 4 });
    drawLines(paper, source, { ...small, x: x + 8, top: top - 4 - below });
  });
  paper.y = top - height - 7;
}

function drawPeople(form: FormDrawing): void {
  const { words } = form;
  const own = (name: string, share: number) => plainField(words, name, share);
  heading(form, words.headings.sender);
  drawRow(form, [own('submitter.name', 2), own('submitter.organization', 2), own('date', 1.6)]);
  drawRow(form, [own('submitter.phone', 1), own('submitter.email', 1.6)]);
  heading(form, words.headings.caregivers);
  for (let n = 1; n <= communityForm.caregivers; n += 1) {
    const of = (field: string, share: number) => personField(words, 'caregiver', n, field, share);
    drawRow(form, [of('name', 2), of('birthDate', 1), of('phone', 1.2)]);
    drawRow(form, [of('address', 2), of('email', 1.3)]);
  }
  heading(form, words.headings.children);
  for (let n = 1; n <= communityForm.children; n += 2) drawRow(form, childRow(form, n));
}

function drawSecondPage(form: FormDrawing, { office }: FormOrder): void {
  const { paper, words } = form;
  turnPage(paper);
  heading(form, words.headings.family);
  drawProse(form, 'reason', 210);
  drawProse(form, 'servicesProvided', 110);
  drawProse(form, 'accommodations', 64);
  heading(form, words.headings.agreement);
  drawAgreement(form, office);
  heading(form, words.headings.after);
  for (const sentence of words.after) {
    paragraph(paper, 'P', said(sentence, { contactHours: office.contactHours }), { size: 9, after: 3 });
  }
}

function drawAgreement(form: FormDrawing, { hours }: FormOffice): void {
  const { words, agrees } = form;
  const { agreementYes, agreementHours, agreementNotYet } = words.labels;
  const yes = hours ? `${agreementYes} ${said(agreementHours, hours)}` : agreementYes;
  drawTick(form, agreementFields.yes, yes, agrees === true);
  drawTick(form, agreementFields.notYet, agreementNotYet, agrees === false);
  drawRow(form, [plainField(words, 'discussedOn')], { width: 0.45 });
}

/** A box to tick with what it says beside it. */
function drawTick({ paper }: FormDrawing, name: string, says: string, isOn: boolean): void {
  const side = 13;
  const style = { size: 9.5 };
  const lines = linesOf(paper, says, roomOf(paper) - side - 8, style);
  const { margin: x, y: top } = paper;
  const owner = tag(paper.tags, 'P');
  addCheckBox(paper, owner, { name, tip: says, isOn }, { x, y: top - side - 1, width: side, height: side });
  marked(paper, owner, () => drawLines(paper, lines, { ...style, x: x + side + 8, top: top - 1 }));
  paper.y = top - Math.max(side + 2, lines.length * lineHeight(style.size)) - 6;
}

/** Says what the brackets stand for that were put in place of letters. */
function drawLacking({ paper, words }: FormDrawing): void {
  const { lacking } = paper.faces;
  if (lacking.size === 0) return;
  needRoom(paper, 40);
  paragraph(paper, 'P', said(words.scriptsLacking, { scripts: [...lacking].join(', ') }), { size: 9 });
}

function footOf({ language, filled, now }: FormOrder): string[] {
  const words = wordsIn[language];
  const version = said(words.foot, { version: communityForm.version });
  if (!filled) return [version];
  const { referral, who, zone } = filled;
  const moment = typedMoment(now, zone);
  return [`${version} · ${said(words.filled, { referral, moment, who })}`, words.confidential];
}
