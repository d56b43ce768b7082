import type {
  CaseEvent,
  CaseFollowUp,
  ChildThen,
  Extension,
  Goal,
  Hours,
  Staffing,
} from '../rules/case/case.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { CaseNumber, SpecialistCode } from '../rules/words.ts';
import { caseKey } from './case-file.ts';
import { freePlace } from './cases.ts';
import { flagOf } from './columns.ts';
import type { Writing } from './journal.ts';
import { specialistKey } from './specialists.ts';
import type { Row } from './tables.ts';

/** The steps of a case as they are written. */

export async function changeCase(
  writing: Writing,
  id: CaseNumber,
  patch: Partial<Omit<Row<'service_case'>, 'id' | 'number'>>,
): Promise<void> {
  await writing.update('service_case', (await caseKey(writing.db, id)).id, patch);
}

/** What every row of a case begins with. */
async function ofCase(writing: Writing, id: CaseNumber) {
  const { id: case_id, referral_id } = await caseKey(writing.db, id);
  return { case_id, referral_id };
}

export async function addGoal(
  writing: Writing,
  id: CaseNumber,
  { goal, measure, setOn }: Pick<Goal, 'goal' | 'measure' | 'setOn'>,
): Promise<void> {
  const nothingYet = { met: null, met_on: null };
  await writing.insert('case_goal', {
    ...(await ofCase(writing, id)),
    goal,
    measure,
    set_on: setOn,
    ...nothingYet,
  });
}

/** Says of the goal with this number, from 1, whether it was met. */
export async function answerGoal(
  writing: Writing,
  id: CaseNumber,
  { number, met, on }: { number: number; met: boolean; on: CalendarDate },
): Promise<void> {
  const { case_id } = await ofCase(writing, id);
  const rows = await writing.db
    .selectFrom('case_goal')
    .select('id')
    .where('case_id', '=', case_id)
    .orderBy('id')
    .execute();
  await writing.update('case_goal', rows[number - 1]!.id, { met: flagOf(met), met_on: on });
}

export async function addHours(
  writing: Writing,
  id: CaseNumber,
  { on, kind, minutes, note }: Hours,
): Promise<void> {
  await writing.insert('case_hours', { ...(await ofCase(writing, id)), on_day: on, kind, minutes, note });
}

export async function addStaffing(
  writing: Writing,
  id: CaseNumber,
  { on, who, nextOn, note }: Staffing,
): Promise<void> {
  const columns = { on_day: on, who: JSON.stringify(who), next_on: nextOn, note };
  await writing.insert('case_staffing', { ...(await ofCase(writing, id)), ...columns });
}

export async function addEvent(
  writing: Writing,
  id: CaseNumber,
  { kind, on, note }: Pick<CaseEvent, 'kind' | 'on' | 'note'>,
): Promise<void> {
  const nothingYet = { settled_on: null, settled_how: null };
  await writing.insert('case_event', {
    ...(await ofCase(writing, id)),
    kind,
    on_day: on,
    note,
    ...nothingYet,
    at: writing.at,
  });
}

/** Notes of every event that waits for it how it was dealt with; returns how many there were. */
export async function settleEvents(
  writing: Writing,
  id: CaseNumber,
  { on, how }: { on: CalendarDate; how: string },
): Promise<number> {
  const { case_id } = await ofCase(writing, id);
  const rows = await writing.db
    .selectFrom('case_event')
    .select('id')
    .where('case_id', '=', case_id)
    .where('kind', 'in', ['unsafe', 'placed'])
    .where('settled_on', 'is', null)
    .execute();
  for (const row of rows) await writing.update('case_event', row.id, { settled_on: on, settled_how: how });
  return rows.length;
}

export async function addExtension(
  writing: Writing,
  id: CaseNumber,
  { until, approvedBy, reason }: Omit<Extension, 'at'>,
): Promise<void> {
  await writing.insert('case_extension', {
    ...(await ofCase(writing, id)),
    until_on: until,
    approved_by: approvedBy,
    reason,
    at: writing.at,
  });
}

/** Moves the case into the lowest free place of another specialist; `null` where none is free. */
export async function moveCase(
  writing: Writing,
  id: CaseNumber,
  { to, places, reason }: { to: SpecialistCode; places: number; reason: string },
): Promise<number | null> {
  const { specialist_id: from } = await caseKey(writing.db, id);
  const specialist = await specialistKey(writing.db, to);
  const place = await freePlace(writing, specialist, places);
  if (place === null) return null;
  await changeCase(writing, id, { specialist_id: specialist, place });
  await writing.insert('case_transfer', {
    ...(await ofCase(writing, id)),
    from_specialist_id: from,
    to_specialist_id: specialist,
    reason,
    at: writing.at,
  });
  return place;
}

/** Gives the case a place with its specialist again; `null` where none is free. */
export async function takePlaceAgain(
  writing: Writing,
  id: CaseNumber,
  places: number,
): Promise<number | null> {
  const { id: key, specialist_id } = await caseKey(writing.db, id);
  const place = await freePlace(writing, specialist_id, places);
  if (place === null) return null;
  const open = { status: 'accepted', ended_at: null, closed_on: null, end_reason: null, end_note: null };
  const { abuse } = await writing.db
    .selectFrom('service_case')
    .select('abuse')
    .where('id', '=', key)
    .executeTakeFirstOrThrow();
  // That none was confirmed was said of a service that was over.
  const toSay = { intact: null, abuse: abuse === 1 ? 1 : null, follow_up_services: null };
  await writing.update('service_case', key, { ...open, place, ...toSay });
  const children = await writing.db
    .selectFrom('case_child')
    .select('id')
    .where('case_id', '=', key)
    .execute();
  for (const child of children) await writing.remove('case_child', child.id);
  return place;
}

/** Ends the case; its place is free from this moment on. */
export const endCase = (
  writing: Writing,
  id: CaseNumber,
  status: 'closed' | 'not_accepted',
  { code, note }: { code: string; note: string | null },
  more: Parameters<typeof changeCase>[2],
): Promise<void> =>
  changeCase(writing, id, { ...more, status, ended_at: writing.at, end_reason: code, end_note: note });

export async function addChildren(
  writing: Writing,
  id: CaseNumber,
  children: readonly ChildThen[],
): Promise<void> {
  for (const { name, whereabouts } of children)
    await writing.insert('case_child', { ...(await ofCase(writing, id)), name, whereabouts });
}

/** Keeps a follow-up; one that was kept for the same months is written over. */
export async function putFollowUp(
  writing: Writing,
  id: CaseNumber,
  { months, on, reached, abuse, placed, placedOn, note }: CaseFollowUp,
): Promise<void> {
  const keys = await ofCase(writing, id);
  const columns = {
    on_day: on,
    reached: Number(reached),
    abuse: flagOf(abuse),
    placed: flagOf(placed),
    placed_on: placedOn,
    note,
  };
  const row = await writing.db
    .selectFrom('case_follow_up')
    .select('id')
    .where('case_id', '=', keys.case_id)
    .where('months', '=', months)
    .executeTakeFirst();
  if (row) await writing.update('case_follow_up', row.id, columns);
  else await writing.insert('case_follow_up', { ...keys, months, ...columns });
}
