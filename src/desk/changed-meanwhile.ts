import { type JournalEntry, lastChangeTo } from '../records/history.ts';
import type { ReferralFacts } from '../records/referrals.ts';
import type { Db } from '../records/tables.ts';
import { fieldInWords } from '../rules/admission.ts';
import { changesBetween, type FactChange, factInWords } from '../rules/edit.ts';
import { actionInWords } from '../rules/in-words.ts';
import type { Referral } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Zone } from '../rules/time.ts';

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
  const by = await Promise.all(changes.map(({ field }) => lastChangeTo(db, now.id, ...rowsOf(field))));
  throw new Refusal({
    kind: 'rule',
    code: 'changed_meanwhile',
    message: `${now.id} was changed since it was shown; nothing of yours was saved.`,
    reasons: changes.map((change, i) => inWords(change, by[i] ?? null, zone)),
    names: changes.filter(({ field }) => isOfPerson(field)).flatMap(valuesOf),
    hint: `Look at it again, then change what is still to be changed: iis referral edit ${now.id}`,
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
  const mine = facts[group as keyof ReferralFacts];
  return JSON.stringify(kept[group as keyof ReferralFacts]) !== JSON.stringify(mine);
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

function inWords({ field, before, after }: FactChange, by: JournalEntry | null, zone: Zone): string {
  const since = by ? ` since ${actionInWords(by, zone)}` : '';
  return `${fieldInWords(field)}: you saw ${factInWords(before, field)}, it is ${factInWords(after, field)}${since}`;
}

const isOfPerson = (field: string): boolean => /^(caregivers|children|submitter)\b/.test(field);

const valuesOf = ({ before, after }: FactChange): string[] =>
  [before, after].flatMap((value) =>
    typeof value === 'string' ? [value] : value === null ? [] : Object.values(value as object).map(String),
  );
