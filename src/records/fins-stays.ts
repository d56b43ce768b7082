import type { Came, Left, Stay } from '../rules/census.ts';
import type { ReferralStatus } from '../rules/referral.ts';
import type { Instant } from '../rules/time.ts';
import type { CaseNumber, Priority, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { grouped, inChunks } from './columns.ts';
import type { FinsPast } from './fins-past.ts';
import type { Image } from './history.ts';
import { isSince, type PastChange, stateAt } from './past.ts';
import { familyNames } from './referrals.ts';
import type { Db } from './tables.ts';

/**
 * Every stay on the list that was open at the time `since`, from which on `past` was read, or at any moment from then
 * on, in the order in which they were listed. One that left and was put back never left: so those at the beginning,
 * with who came and without who left, are always those who are there now.
 */
export async function staysSince(db: Db, past: FinsPast, since: Instant): Promise<Stay[]> {
  const ends = staysIn(past).sort((a, b) => a.entry - b.entry);
  const read: Read = {
    since,
    beside: await writtenBeside(db, ends),
    reviews: await reviewsOf(
      db,
      ends.map(({ entry }) => entry),
    ),
    names: await namesOf(
      db,
      ends.map((one) => referralThen(past, one).number as ReferralNumber),
    ),
  };
  return ends.map((one) => toStay(past, one, read));
}

interface Read {
  since: Instant;
  beside: Beside;
  reviews: ReadonlyMap<number, readonly { at: string }[]>;
  names: ReadonlyMap<ReferralNumber, string | null>;
}

function toStay(past: FinsPast, one: Ends, { since, beside, reviews, names }: Read): Stay {
  const { image, opened, closed } = one;
  const { number, program, priority } = referralThen(past, one);
  const looked = (reviews.get(one.entry) ?? []) as { at: Instant }[];
  return {
    referral: number as ReferralNumber,
    family: names.get(number as ReferralNumber) ?? null,
    program: program as string,
    addedAt: image.added_at as Instant,
    need: image.need as string | null,
    came: opened && cameBy(past, one.referral, opened, beside),
    left: closed && leftBy(one.referral, closed, beside),
    priority: priority as Priority | null,
    priorityChanges: priorityChanges(past, one),
    reviews: looked.filter(({ at }) => at >= since).length,
    reviewedAt: looked.at(-1)?.at ?? null,
  };
}

/** A stay by its row: as it last was, and the changes by which it came onto the list and left it within the time. */
interface Ends {
  entry: number;
  referral: number;
  image: Image;
  opened: PastChange | null;
  closed: PastChange | null;
}

const isOpen = (image: Image | null): boolean => image !== null && image.removed_at === null;

function staysIn({ from, entries }: FinsPast): Ends[] {
  const unchanged = entries.now.filter(({ id }) => !entries.recorded.has(id));
  const stayed = unchanged.map((row) => endsOf(row.id, { ...row }, null, null));
  const moved = [...entries.recorded].flatMap(([entry, changes]) => {
    const opening = changes.filter(({ before, after }) => !isOpen(before) && isOpen(after));
    const first = opening.find((change) => isSince(change, from));
    const opened = first ?? opening.at(-1) ?? null;
    const closed = changes.findLast(({ before, after }) => isOpen(before) && !isOpen(after)) ?? null;
    const wasOpen = isOpen(stateAt(changes, from));
    const isNow = isOpen(stateAt(changes, null));
    if (!wasOpen && !isNow && !first) return [];
    const image = changes.findLast(({ after }) => after)?.after ?? changes.at(-1)!.before!;
    return [endsOf(entry, image, wasOpen ? null : opened, isNow ? null : closed)];
  });
  return [...stayed, ...moved];
}

const endsOf = (entry: number, image: Image, opened: Ends['opened'], closed: Ends['closed']): Ends => ({
  entry,
  referral: image.referral_id as number,
  image,
  opened,
  closed,
});

/** The referral as it was when the stay ended, or is. */
function referralThen({ referrals }: FinsPast, { referral, closed }: Ends): Image {
  const changes = referrals.recorded.get(referral) ?? [];
  const then =
    stateAt(changes, closed && { upTo: closed.action }) ?? changes.findLast(({ after }) => after)?.after;
  return then ?? { ...referrals.now.get(referral)! };
}

async function namesOf(
  db: Db,
  numbers: readonly ReferralNumber[],
): Promise<Map<ReferralNumber, string | null>> {
  const named = await familyNames(db, [...new Set(numbers)]);
  return new Map(named.map(({ referral, name }) => [referral, name]));
}

/** The denials and cases that were added by the actions by which families came and left, by action. */
async function writtenBeside(db: Db, ends: readonly Ends[]): Promise<Map<number, Image[]>> {
  const actions = ends.flatMap(({ opened, closed }) => [opened, closed].flatMap((one) => one?.action ?? []));
  const rows = await inChunks([...new Set(actions)], (some) =>
    db
      .selectFrom('journal_change')
      .select(['action_id', 'after'])
      .where('action_id', 'in', some)
      .where('table_name', 'in', ['denial', 'service_case'])
      .where('before', 'is', null)
      .where('after', 'is not', null)
      .execute(),
  );
  const specialists = await db.selectFrom('specialist').select(['id', 'code']).execute();
  const codes = new Map(specialists.map(({ id, code }) => [id, code]));
  const images = rows.map(({ action_id, after }) => {
    const image = JSON.parse(after!) as Image;
    return { action: action_id, ...image, specialist: codes.get(image.specialist_id as number) };
  });
  return grouped<number, Image>(images, ({ action }) => action as number);
}

type Beside = ReadonlyMap<number, readonly Image[]>;

function cameBy(past: FinsPast, referral: number, opened: PastChange, beside: Beside): Came {
  const { at, who, action, before } = opened;
  const changes = past.referrals.recorded.get(referral) ?? [];
  const denial = besideOf(beside, opened, referral).find(({ reason }) => reason);
  return {
    at,
    by: who,
    how: before === null && opened.undoes === null ? 'listed' : 'put_back',
    status: stateAt(changes, { upTo: action })!.status as ReferralStatus,
    denial: (denial?.reason as string | undefined) ?? null,
  };
}

function leftBy(referral: number, closed: PastChange, beside: Beside): Left {
  const { at, who, after } = closed;
  const opened = besideOf(beside, closed, referral).find(({ specialist }) => specialist);
  return {
    at,
    by: who,
    how: after === null ? 'taken_back' : 'removed',
    reasonCode: (after?.removed_reason as string | undefined) ?? null,
    note: (after?.removed_note as string | undefined) ?? null,
    case: opened
      ? { id: opened.number as CaseNumber, specialist: opened.specialist as SpecialistCode }
      : null,
  };
}

const besideOf = (beside: Beside, { action }: PastChange, referral: number): Image[] =>
  (beside.get(action) ?? []).filter(({ referral_id }) => referral_id === referral);

/** Those of the time, from when the family came until it left. */
function priorityChanges(
  { from, referrals }: FinsPast,
  { referral, opened, closed }: Ends,
): Stay['priorityChanges'] {
  const first = opened?.action ?? 0;
  const last = closed?.action ?? Number.POSITIVE_INFINITY;
  return (referrals.recorded.get(referral) ?? [])
    .filter((change) => isSince(change, from) && first < change.action && change.action <= last)
    .filter(({ before, after }) => before && after && before.priority !== after.priority)
    .map(({ at, before, after }) => ({
      at,
      before: before!.priority as Priority | null,
      after: after!.priority as Priority | null,
    }));
}

async function reviewsOf(db: Db, entries: readonly number[]): Promise<Map<number, { at: string }[]>> {
  const rows = await inChunks(entries, (some) =>
    db
      .selectFrom('fins_review')
      .select(['entry_id', 'at'])
      .where('entry_id', 'in', some)
      .orderBy('at')
      .execute(),
  );
  return grouped(rows, ({ entry_id }) => entry_id);
}
