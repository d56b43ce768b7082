import type { Outcome, Outlook } from '../desk/take-mail.ts';
import { doubtsOf } from '../rules/doubts.ts';
import type { FormProblem } from '../rules/intake.ts';
import { familyName } from '../rules/referral.ts';
import type { ReferralNumber } from '../rules/words.ts';
import type { MailItem } from './mail.ts';

/** Where a form of the mail stands. */
export interface FormPlace {
  file: string;
  place: number | null;
}

/** A form of the mail in one line: what it is, and what comes or came of it. */
export interface MailLine extends FormPlace {
  outcome: 'new' | 'taken' | 'already_taken' | 'unreadable';
  /** What it was taken in as, now or before. */
  referral: ReferralNumber | null;
  /** The form of this mail that it is the same as. */
  sameAs: FormPlace | null;
  family: string | null;
  children: number;
  county: string | null;
  goesBack: boolean;
  /** The fields that are not given, those that could not be taken as they stood, and those to be checked. */
  missing: string[];
  untaken: string[];
  unsure: string[];
  looksLike: ReferralNumber[];
  looksLikeHere: FormPlace[];
  /** Sentences on what the facts call for, and on what in the file was not read. */
  callsFor: string[];
  /** Why it can’t be read, and what helps. */
  cannot: { code: string; message: string; hint: string | null } | null;
}

const placeOf = ({ file, place }: MailItem): FormPlace => ({ file: file.path, place });

/** The lines of the mail, before anything is saved. */
export const linesOf = (items: readonly MailItem[], outlooks: readonly Outlook[]): MailLine[] =>
  items.map((item, at) => lineOf(item, outlooks[at]!, (other) => placeOf(items[other]!)));

function lineOf(item: MailItem, outlook: Outlook, placeAt: (at: number) => FormPlace): MailLine {
  const line = { ...nothingSaid, ...placeOf(item), ...readingOf(item) };
  switch (outlook.kind) {
    case 'refused': {
      const { code, message, hint = null } = outlook.refusal.facts;
      // The file is named beside it, and with --private not at all.
      const alone = message.replace(`: ${item.file.opens}`, '.');
      return { ...line, outcome: 'unreadable', cannot: { code, message: alone, hint } };
    }
    case 'taken_before':
      return { ...line, outcome: 'already_taken', referral: outlook.referral };
    case 'twice':
      return { ...line, outcome: 'already_taken', sameAs: placeAt(outlook.first) };
    case 'new': {
      const { facts, state, problems, callsFor } = outlook.admission;
      return {
        ...line,
        county: facts.county,
        goesBack: state.status === 'returned',
        ...fieldsIn(problems),
        looksLike: outlook.alike.map(({ referral }) => referral.id),
        looksLikeHere: outlook.alikeHere.map(placeAt),
        callsFor: [...callsFor, ...line.callsFor],
      };
    }
  }
}

/** Why each of these can’t be read, and what to do instead, which is said with the first that it holds for. */
export function whyUnread(unreadable: readonly MailLine[]): string[] {
  const said = new Set<string>();
  return unreadable.flatMap(({ cannot }) => {
    if (cannot === null) return [];
    const { message, hint } = cannot;
    if (hint === null || said.has(hint)) return [message];
    said.add(hint);
    return [`${message} ${hint}`];
  });
}

const nothingSaid = {
  outcome: 'new',
  referral: null,
  sameAs: null,
  goesBack: false,
  missing: [],
  untaken: [],
  looksLike: [],
  looksLikeHere: [],
  cannot: null,
} satisfies Partial<MailLine>;

function readingOf({
  form,
}: MailItem): Pick<MailLine, 'family' | 'children' | 'county' | 'unsure' | 'callsFor'> {
  if (form instanceof Error) return { family: null, children: 0, county: null, unsure: [], callsFor: [] };
  const { intake, notes = [] } = form.reading;
  return {
    family: familyName(intake),
    children: intake.children.length,
    county: intake.county,
    unsure: doubtsOf(form.reading).map(({ field }) => field),
    callsFor: notes,
  };
}

const fieldsIn = (problems: readonly FormProblem[]): Pick<MailLine, 'missing' | 'untaken'> => ({
  missing: problems.flatMap(({ kind, field }) => (kind === 'missing' ? field : [])),
  untaken: problems.flatMap(({ kind, field }) => (kind === 'unreadable' ? field : [])),
});

/** The line of a form once it is saved, or was found to be there already. */
export function lineAfter(line: MailLine, outcome: Outcome): MailLine {
  if (outcome.kind === 'taken_before')
    return { ...line, outcome: 'already_taken', referral: outcome.referral.id };
  const { referral, possibleDuplicates, tellSubmitter } = outcome.taken;
  return {
    ...line,
    outcome: 'taken',
    referral: referral.id,
    looksLike: possibleDuplicates.map((other) => other.referral.id),
    looksLikeHere: [],
    callsFor: [...line.callsFor, ...(tellSubmitter === null ? [] : [`Tell the submitter: ${tellSubmitter}`])],
  };
}
