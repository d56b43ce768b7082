import type { Writing } from '../records/journal.ts';
import { changeReferral, referralByNumber } from '../records/referrals.ts';
import {
  addTapa,
  allTapas,
  closeTapa,
  notedTapas,
  setTapaReferral,
  setTapaWritten,
  tapaByNumber,
} from '../records/tapas.ts';
import { dayInWords } from '../rules/in-words.ts';
import { chosenReason } from '../rules/reasons.ts';
import type { Referral } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import { requireUnended } from '../rules/standing.ts';
import { type KeptTapa, type NotedTapa, requireWithin, type TapaNumber } from '../rules/tapa.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look, today } from './desk.ts';
import type { ReasonGiven } from './work-referral.ts';
import { write } from './write.ts';

/** The TAPAs whose families are not referred yet; or every one that was noted. */
export const tapas = (desk: Desk, { all }: { all: boolean }): Promise<KeptTapa[]> =>
  look(desk, (db) => (all ? allTapas(db) : notedTapas(db)));

/** The TAPA with this number. Refuses a number that none has. */
export const tapaCalled = (desk: Desk, id: TapaNumber): Promise<KeptTapa> =>
  look(desk, async (db) => {
    const tapa = await tapaByNumber(db, id);
    if (tapa === null) throw noSuchTapa(id);
    return tapa;
  });

/** Notes a TAPA before its family is referred. Refuses days still to come, and one in writing before it was made. */
export const noteTapa = (desk: Desk, facts: Omit<NotedTapa, 'id'>): Promise<KeptTapa> =>
  write(desk, async (writing) => {
    requireWithin('The TAPA', facts.agreedOn, null, today(desk));
    if (facts.writtenOn !== null) requireWithin('The writing', facts.writtenOn, facts.agreedOn, today(desk));
    return (await tapaByNumber(writing.db, await addTapa(writing, facts)))!;
  });

/** Keeps the day on which it was put in writing. */
export const tapaInWriting = (desk: Desk, id: TapaNumber, on: CalendarDate): Promise<KeptTapa> =>
  onNoted(desk, id, async (writing, { agreedOn }) => {
    requireWithin('The writing', on, agreedOn, today(desk));
    await setTapaWritten(writing, id, on);
  });

/**
 * The family of the TAPA was referred: its days go over to the referral, where they are not known there yet. Refuses
 * a referral that has ended.
 */
export const referForTapa = (desk: Desk, id: TapaNumber, referral: ReferralNumber): Promise<KeptTapa> =>
  onNoted(desk, id, async (writing, { agreedOn, writtenOn }) => {
    const found = (await referralByNumber(writing.db, referral))!;
    requireUnended(found);
    await setTapaReferral(writing, id, referral);
    await changeReferral(writing, referral, {
      tapa: { date: found.tapa?.date ?? agreedOn },
      tapaWrittenOn: found.tapaWrittenOn ?? writtenOn,
    });
  });

/** No referral is to come for the TAPA, for a coded reason. */
export const endNotedTapa = (desk: Desk, id: TapaNumber, on: CalendarDate, given: ReasonGiven) =>
  onNoted(desk, id, async (writing, { agreedOn }) => {
    requireWithin('The end', on, agreedOn, today(desk));
    const { code } = chosenReason(desk.reasons, 'tapa', given.code, given.note);
    await closeTapa(writing, id, { on, code, note: given.note });
  });

/** Keeps the day on which the TAPA of a referral was put in writing. Refuses a referral without one. */
export const tapaOfReferralInWriting = (desk: Desk, id: ReferralNumber, on: CalendarDate) =>
  onReferral(desk, id, 'The writing', on, { tapaWrittenOn: on });

/** Keeps the day on which the TAPA of a referral ended. Refuses a referral without one. */
export const endTapaOfReferral = (desk: Desk, id: ReferralNumber, on: CalendarDate) =>
  onReferral(desk, id, 'The end', on, { tapaEndedOn: on });

const onReferral = (
  desk: Desk,
  id: ReferralNumber,
  what: string,
  on: CalendarDate,
  facts: Partial<Pick<Referral, 'tapaWrittenOn' | 'tapaEndedOn'>>,
): Promise<Referral> =>
  write(desk, async (writing) => {
    const { tapa } = (await referralByNumber(writing.db, id))!;
    if (tapa === null) throw withoutTapa(id);
    requireWithin(what, on, tapa.date, today(desk));
    await changeReferral(writing, id, facts);
    return (await referralByNumber(writing.db, id))!;
  });

const onNoted = (
  desk: Desk,
  id: TapaNumber,
  work: (writing: Writing, tapa: KeptTapa) => Promise<void>,
): Promise<KeptTapa> =>
  write(desk, async (writing) => {
    const tapa = await tapaByNumber(writing.db, id);
    if (tapa === null) throw noSuchTapa(id);
    if (tapa.referral !== null || tapa.closed !== null) throw settledAlready(tapa);
    await work(writing, tapa);
    return (await tapaByNumber(writing.db, id))!;
  });

const withoutTapa = (id: ReferralNumber) =>
  new Refusal({
    kind: 'rule',
    code: 'no_tapa',
    message: `No TAPA is known for ${id}.`,
    hint: `If one was negotiated: iis referral edit ${id} --tapa DATE`,
  });

const noSuchTapa = (id: TapaNumber) =>
  new Refusal({
    kind: 'not_found',
    code: 'no_such_tapa',
    message: `There is no TAPA ${id}.`,
    hint: 'See those that were noted: iis tapa list --all',
  });

const settledAlready = ({ id, referral, closed }: KeptTapa) =>
  new Refusal({
    kind: 'rule',
    code: 'tapa_settled',
    message: referral
      ? `The family of ${id} is referred already: ${referral}.`
      : `${id} was ended on ${closed && dayInWords(closed.on)}: no referral is to come for it.`,
    hint: referral
      ? `Its TAPA goes on with the referral: iis referral show ${referral}`
      : 'To have it open again: iis undo, with the action from iis history',
  });
