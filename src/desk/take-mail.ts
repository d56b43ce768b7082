import { referralByNumber } from '../records/referrals.ts';
import { referralsByText } from '../records/steps.ts';
import type { Db } from '../records/tables.ts';
import { type Admission, admit } from '../rules/admission.ts';
import { alikeBefore } from '../rules/alike-in-mail.ts';
import type { Referral } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import { type FormSeen, type Sameness, sameForms } from '../rules/same-form.ts';
import { type Desk, look } from './desk.ts';
import {
  type IncomingForm,
  type LooksAlike,
  looksLike,
  type TakenReferral,
  takeOne,
} from './take-referral.ts';
import { write } from './write.ts';

/** A filled form of a batch, and which of its files it stood in. */
export interface MailedForm extends IncomingForm {
  file: number;
}

export interface NewForm {
  kind: 'new';
  admission: Admission;
  alike: LooksAlike[];
  /** The places, in the batch, of forms before it whose family looks like this one. */
  alikeHere: number[];
}

/** What would come of a form of a batch. */
export type Outlook = NewForm | Exclude<Sameness, { kind: 'new' }> | { kind: 'refused'; refusal: Refusal };

/** What came of a form of a batch; what was taken before is told as it stands now. */
export type Outcome = { kind: 'taken'; taken: TakenReferral } | { kind: 'taken_before'; referral: Referral };

/** Called before each form: lets others see how far it is, and stops the work by throwing. */
export type Step = (done: number) => Promise<void>;

/**
 * What would come of each form, in the order given, without saving anything. Where one could not be read, its refusal
 * stands in its place. Families alike are looked for only where somebody will see them.
 */
export function considerMail(
  desk: Desk,
  mail: readonly (MailedForm | Refusal)[],
  { step, likeness }: { step: Step; likeness: boolean },
): Promise<Outlook[]> {
  return look(desk, async (db) => {
    const outlooks = mail.map((form) => admitted(desk, form));
    const readable = placesOf(outlooks, 'new');
    const formAt = (at: number) => mail[at] as MailedForm;
    const seen = await sameAmong(db, readable.map(formAt));
    for (const [i, same] of seen.entries()) {
      if (same.kind === 'twice') outlooks[readable[i]!] = { kind: 'twice', first: readable[same.first]! };
      if (same.kind === 'taken_before') outlooks[readable[i]!] = same;
    }
    if (!likeness) return outlooks;
    const fresh = placesOf(outlooks, 'new');
    const alikeHere = alikeBefore(fresh.map((at) => formAt(at).reading.intake));
    for (const [i, at] of fresh.entries()) {
      await step(i);
      const alike = await looksLike(db, formAt(at).reading.intake);
      const here = alikeHere[i]!.map((other) => fresh[other]!);
      outlooks[at] = { ...(outlooks[at] as NewForm), alike, alikeHere: here };
    }
    return outlooks;
  });
}

const placesOf = (outlooks: readonly Outlook[], kind: Outlook['kind']): number[] =>
  outlooks.flatMap((one, at) => (one.kind === kind ? [at] : []));

function admitted(desk: Desk, form: MailedForm | Refusal): Outlook {
  if (form instanceof Refusal) return { kind: 'refused', refusal: form };
  try {
    return { kind: 'new', admission: admit(form.reading, desk), alike: [], alikeHere: [] };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error };
    throw error;
  }
}

/**
 * Takes in every form that was not taken in before, all of them or none, in the order given: two who take in the same
 * mail at once double nothing. Refuses a form that names nobody.
 */
export function takeMail(desk: Desk, forms: readonly MailedForm[], step: Step): Promise<Outcome[]> {
  return write(desk, async (writing) => {
    const seen = await sameAmong(writing.db, forms);
    const outcomes: Outcome[] = [];
    for (const [at, form] of forms.entries()) {
      await step(at);
      const same = seen[at]!;
      if (same.kind === 'new') {
        outcomes.push({ kind: 'taken', taken: await takeOne(desk, writing, form) });
        continue;
      }
      const earlier = same.kind === 'twice' ? numberOf(outcomes[same.first]!) : same.referral;
      outcomes.push({ kind: 'taken_before', referral: (await referralByNumber(writing.db, earlier))! });
    }
    return outcomes;
  });
}

const numberOf = (outcome: Outcome) =>
  (outcome.kind === 'taken' ? outcome.taken.referral : outcome.referral).id;

async function sameAmong(db: Db, forms: readonly FormSeen[]): Promise<Sameness[]> {
  const texts = new Set(forms.flatMap(({ text }) => text ?? []));
  return sameForms(forms, await referralsByText(db, [...texts]));
}
