import type { FinsReview, FinsStay } from '../records/fins.ts';
import { inColumns, type JournalEntry, lastChangeTo } from '../records/history.ts';
import type { ReferralFacts } from '../records/referrals.ts';
import type { SpecialistFacts } from '../records/specialists.ts';
import type { Db } from '../records/tables.ts';
import { fieldInWords } from '../rules/admission.ts';
import { changesBetween, type FactChange, factInWords } from '../rules/edit.ts';
import { answeredOtherwise, type GivenAnswer, type GivenAnswers } from '../rules/eligibility.ts';
import type { FinsFamily } from '../rules/fins.ts';
import { actionInWords, momentInWords } from '../rules/in-words.ts';
import type { Referral } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Settings, settingLabels } from '../rules/settings.ts';
import type { Specialist } from '../rules/specialist.ts';
import { specialistLabels } from '../rules/specialist-facts.ts';
import type { Zone } from '../rules/time.ts';
import type { Answer, ReferralNumber } from '../rules/words.ts';

/** What is to be changed: facts, the family it belongs to, or where it stands. */
export interface Wanted {
  facts: Partial<ReferralFacts>;
  family: boolean;
  status: boolean;
}

/**
 * Refuses to change a fact that somebody else changed since it was `seen`: with the value that was seen, the value
 * now, and who changed it when. What they changed to the very value that is wanted, or beside it, is no matter.
 */
export async function requireAsSeen(
  db: Db,
  seen: Referral,
  now: Referral,
  wanted: Wanted,
  zone: Zone,
): Promise<void> {
  const changes = changesBetween(seen, now).filter((change) => isInTheWay(change, now, wanted));
  if (changes.length === 0) return;
  const by = await Promise.all(
    changes.map(({ field }) => {
      const [table, columns] = rowsOf(field);
      return lastChangeTo(db, { referral: now.id }, table, inColumns(columns));
    }),
  );
  throw changedMeanwhile(changes, by, zone, {
    shown: `${now.id} was changed since it was shown`,
    called: fieldInWords,
    names: changes.filter(({ field }) => isOfPerson(field)).flatMap(valuesOf),
    next: `iis referral edit ${now.id}`,
  });
}

/** The same of facts of a specialist. */
export const requireSpecialistAsSeen = (
  db: Db,
  seen: Specialist,
  now: Specialist,
  wanted: Partial<SpecialistFacts>,
  zone: Zone,
): Promise<void> =>
  requireFactsAsSeen({ seen, now, wanted }, zone, {
    changedBy: (field) => lastChangeTo(db, { specialist: now.code }, 'specialist', inColumns([field])),
    shown: `${now.code} was changed since it was shown`,
    called: (field) => specialistLabels[field as keyof SpecialistFacts],
    next: `iis specialist edit ${now.code}`,
  });

/** The same of settings. */
export const requireSettingsAsSeen = (
  db: Db,
  seen: Settings,
  now: Settings,
  wanted: Partial<Settings>,
  zone: Zone,
): Promise<void> =>
  requireFactsAsSeen({ seen, now, wanted }, zone, {
    changedBy: (field) => lastChangeTo(db, null, 'setting', (_, is) => is?.key === field),
    shown: 'The settings were changed since they were shown',
    called: (field) => settingLabels[field],
    next: 'iis settings set',
  });

interface Told<Field extends string> {
  shown: string;
  called: (field: Field) => string;
  next: string;
}

async function requireFactsAsSeen<F extends object>(
  { seen, now, wanted }: { seen: F; now: F; wanted: Partial<F> },
  zone: Zone,
  told: Told<keyof F & string> & { changedBy: (field: keyof F & string) => Promise<JournalEntry | null> },
): Promise<void> {
  const changes = changedBeside(seen, now, wanted);
  if (changes.length === 0) return;
  const by = await Promise.all(changes.map(({ field }) => told.changedBy(field)));
  const names = changes.filter(({ field }) => isPersonal(field)).flatMap(valuesOf);
  throw changedMeanwhile(changes, by, zone, { ...told, names });
}

/** The facts to be changed that are neither as they were seen nor as they are wanted. */
const changedBeside = <F extends object>(seen: F, now: F, wanted: Partial<F>): Change<keyof F & string>[] =>
  (Object.keys(wanted) as (keyof F & string)[])
    .filter((field) => !same(seen[field], now[field]) && !same(now[field], wanted[field]))
    .map((field) => ({ field, before: seen[field], after: now[field] }));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Change<Field extends string> = FactChange & { field: Field };

function changedMeanwhile<Field extends string>(
  changes: readonly Change<Field>[],
  by: readonly (JournalEntry | null)[],
  zone: Zone,
  said: Told<Field> & { names: string[] },
): Refusal {
  const inWords = ({ field, before, after }: Change<Field>, entry: JournalEntry | null): string =>
    `${said.called(field)}: you saw ${factInWords(before, field, zone)}, it is ${factInWords(after, field, zone)}${entry ? ` since ${actionInWords(entry, zone)}` : ''}`;
  return new Refusal({
    kind: 'rule',
    code: 'changed_meanwhile',
    message: `${said.shown}; nothing of yours was saved.`,
    reasons: changes.map((change, i) => inWords(change, by[i] ?? null)),
    names: said.names.flatMap((value) => [value, factInWords(value, '', zone)]),
    hint: `Look at it again, then change what is still to be changed: ${said.next}`,
    details: {
      changes,
      by: by.map((entry, i) => ({
        field: changes[i]!.field,
        who: entry?.who ?? null,
        at: entry?.at ?? null,
        action: entry?.action ?? null,
      })),
    },
  });
}

/** People are kept as a whole: a child that is added moves the others. */
const groupOf = (field: string): string => /^\w+/.exec(field)![0];

function isInTheWay({ field }: FactChange, now: Referral, { facts, family, status }: Wanted): boolean {
  const group = groupOf(field);
  if (group === 'family') return family;
  if (group === 'status') return status;
  // It follows the county, which is told.
  if (group === 'circuit') return false;
  if (!(group in facts)) return false;
  const kept = { ...now, caregivers: now.family.caregivers, children: now.family.children };
  return !same(kept[group as keyof ReferralFacts], facts[group as keyof ReferralFacts]);
}

/** The table and the columns that hold a fact; `null`: every column. */
function rowsOf(field: string): [table: string, columns: readonly string[] | null] {
  const group = groupOf(field);
  if (group === 'caregivers' || group === 'children') return ['person', null];
  if (group === 'family') return ['referral', ['family_id']];
  if (group === 'tapa') return ['referral', ['tapa', 'tapa_on']];
  const column = field.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return ['referral', [column]];
}

const isOfPerson = (field: string): boolean => /^(caregivers|children|submitter)\b/.test(field);

/** What of a specialist or of the office is about a person. */
const isPersonal = (field: string): boolean => ['name', 'supervisor', 'phone', 'email'].includes(field);

const valuesOf = ({ before, after }: FactChange): string[] =>
  [before, after].flatMap((value) =>
    typeof value === 'string' ? [value] : value === null ? [] : Object.values(value as object).map(String),
  );

/** Refuses a review of a family that somebody else has reviewed, or listed anew, since it was `seen`: with what they saved. */
export function requireLookAsSeen(
  id: ReferralNumber,
  seen: Pick<FinsFamily, 'addedAt' | 'reviewedAt'>,
  { addedAt, reviews }: FinsStay,
  zone: Zone,
): void {
  const newest = reviews.at(-1);
  if (addedAt === seen.addedAt && (newest?.at ?? null) === seen.reviewedAt) return;
  throw new Refusal({
    kind: 'rule',
    code: 'changed_meanwhile',
    message: `${id} was ${newest ? 'reviewed' : 'listed anew'} since it was shown; nothing of yours was saved.`,
    reasons: newest ? [reviewInWords(newest, zone)] : [],
    names: newest?.note ? [newest.note] : [],
    hint: `Look at it again: iis fins review ${id}`,
  });
}

const reviewInWords = ({ by, at, decision, priority, note }: FinsReview, zone: Zone): string =>
  `${by}, ${momentInWords(at, zone)}: ${decision}, risk ${priority}${note ? `, “${note}”` : ''}`;

/** Refuses a screening where somebody else has answered otherwise since it was `seen`: with their answers, who gave them, and when. */
export async function requireScreeningAsSeen(
  db: Db,
  id: ReferralNumber,
  { seen, now, wanted }: { seen: GivenAnswers; now: GivenAnswers; wanted: GivenAnswers },
  zone: Zone,
): Promise<void> {
  const otherwise = answeredOtherwise(seen, now, wanted);
  if (otherwise.length === 0) return;
  const by = await lastChangeTo(db, { referral: id }, 'screening', inColumns(null));
  const inWords = (criterion: string) =>
    `${criterion.replaceAll('_', ' ')}: ${answerInWords(now[criterion])}; you: ${answerInWords(wanted[criterion])}`;
  throw new Refusal({
    kind: 'rule',
    code: 'changed_meanwhile',
    message: `The screening of ${id} was changed since it was shown${by ? `, by ${actionInWords(by, zone)}` : ''}; nothing of yours was saved.`,
    reasons: otherwise.map(inWords),
    names: otherwise.flatMap((criterion) => [now[criterion]?.note, wanted[criterion]?.note].filter(isSaid)),
    hint: `Look at it again: iis referral screen ${id}`,
    details: {
      who: by?.who ?? null,
      at: by?.at ?? null,
      action: by?.action ?? null,
      answers: Object.fromEntries(otherwise.map((criterion) => [criterion, now[criterion] ?? null])),
    },
  });
}

const answerWords: Record<Answer, string> = { yes: 'yes', no: 'no', unknown: 'not known' };

const answerInWords = (given: GivenAnswer | undefined): string =>
  `${answerWords[given?.answer ?? 'unknown']}${given?.note ? `, “${given.note}”` : ''}`;

const isSaid = (note: string | null | undefined): note is string => Boolean(note);
