import { caseByNumber } from '../../records/case-file.ts';
import type { Writing } from '../../records/journal.ts';
import type { CaseFile } from '../../rules/case/case.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import type { CaseNumber } from '../../rules/words.ts';
import { dateIn } from '../../rules/zone.ts';
import { type Desk, today } from '../desk.ts';
import { write } from '../write.ts';

/** One step of a case in one transaction; returns the case as it then stands. */
export const step = (
  desk: Desk,
  id: CaseNumber,
  work: (writing: Writing, file: CaseFile) => Promise<void>,
  note?: string | null,
): Promise<CaseFile> =>
  write(
    desk,
    async (writing) => {
      await work(writing, (await caseByNumber(writing.db, id))!);
      return (await caseByNumber(writing.db, id))!;
    },
    note ?? undefined,
  );

/** Between what days something in a case can have been: from its assignment, or its start, until today or its end. */
export const daysOf = (desk: Desk, file: CaseFile, from: 'assigned' | 'started' = 'assigned') => ({
  from:
    from === 'started' && file.startedOn !== null
      ? { on: file.startedOn, words: 'the start of the service' }
      : { on: dayOf(desk, file.assignedAt), words: 'the family was assigned' },
  until:
    file.closedOn === null
      ? { on: today(desk), words: '' }
      : { on: file.closedOn, words: 'the case was closed' },
});

export const dayOf = (desk: Desk, at: Instant): CalendarDate => dateIn(at, desk.settings.zone);
