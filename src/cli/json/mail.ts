import type { Outcome } from '../../desk/take-mail.ts';
import type { Instant } from '../../rules/time.ts';
import type { MailLine } from '../mail-lines.ts';
import { referralJson, takenJson } from './referral.ts';

/** A line of the mail with what was saved of it; `null` where it was left out as unreadable. */
export interface MailSaved {
  line: MailLine;
  outcome: (Outcome & { contactDueAt: Instant }) | null;
}

const nothing = {
  problems: [],
  sources: [],
  origin: null,
  leftovers: [],
  possibleDuplicates: [],
  sameFamily: [],
  tellSubmitter: null,
  suggestedProgram: null,
};

/** An entry of a list, with the fields of a referral that was taken in alone. */
export function mailJson({ line, outcome }: MailSaved) {
  const { file, place } = line;
  if (outcome?.kind === 'taken')
    return {
      file,
      place,
      outcome: 'taken' as const,
      ...takenJson({ ...outcome.taken, contactDueAt: outcome.contactDueAt }),
    };
  if (outcome === null)
    return {
      file,
      place,
      outcome: 'unreadable' as const,
      referral: null,
      warnings: [line.cannot!.message],
      ...nothing,
    };
  return {
    file,
    place,
    outcome: 'already_taken' as const,
    referral: referralJson(outcome.referral, outcome.contactDueAt),
    warnings: [`Taken in before, as ${outcome.referral.id}; left out.`],
    ...nothing,
  };
}

/** What would come of a form, with `--dry-run`. */
export const mailPreviewJson = ({
  outcome,
  referral,
  sameAs,
  family,
  children,
  county,
  goesBack,
  missing,
  untaken,
  unsure,
  looksLike,
  looksLikeHere,
  callsFor,
  cannot,
  file,
  place,
}: MailLine) => ({
  file,
  place,
  outcome: outcome as Exclude<typeof outcome, 'taken'>,
  referral,
  sameAs,
  familyName: family,
  children,
  county,
  goesBack,
  missing,
  unreadable: untaken,
  unsure,
  looksLike,
  looksLikeHere,
  callsFor,
  cannot,
});
