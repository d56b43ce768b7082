import type { CalendarDate } from '../rules/time.ts';
import type { TrainingEntry } from '../rules/training.ts';
import type { ProgramCode, SpecialistCode } from '../rules/words.ts';
import type { Writing } from './journal.ts';
import { specialistKey } from './specialists.ts';
import type { Db } from './tables.ts';

/** Whose training it is: a specialist, or a supervisor by name. */
export type TrainedBy =
  | { specialist: SpecialistCode; supervisor: null }
  | { specialist: null; supervisor: string };

export type KeptTraining = TrainedBy & TrainingEntry & { program: ProgramCode };

export async function addTraining(writing: Writing, kept: KeptTraining): Promise<void> {
  const { specialist, supervisor, program, minutes, on, note } = kept;
  await writing.insert('training', {
    specialist_id: specialist === null ? null : await specialistKey(writing.db, specialist),
    supervisor,
    program,
    minutes,
    on_day: on,
    note,
  });
}

/** All training that is kept, by day. */
export async function allTraining(db: Db): Promise<KeptTraining[]> {
  const rows = await db
    .selectFrom('training as t')
    .leftJoin('specialist as s', 's.id', 't.specialist_id')
    .selectAll('t')
    .select('s.code')
    .orderBy('t.on_day')
    .orderBy('t.id')
    .execute();
  return rows.map(({ code, supervisor, program, minutes, on_day, note }) => ({
    ...(code === null
      ? { specialist: null, supervisor: supervisor ?? '' }
      : { specialist: code as SpecialistCode, supervisor: null }),
    program,
    minutes,
    on: on_day as CalendarDate,
    note,
  }));
}
