import { familiesAt, finsPast, specialistsAt } from '../records/fins-past.ts';
import { besideActs, historyOf, type JournalChange, netChanges } from '../records/history.ts';
import { type LastLook, lastLook } from '../records/last-look.ts';
import { listSpecialists } from '../records/specialists.ts';
import type { SubjectNames } from '../records/subject-names.ts';
import type { Db } from '../records/tables.ts';
import { type FinsChanges, finsChanges } from '../rules/fins-changes.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { dateIn } from '../rules/zone.ts';
import { type Desk, look, today } from './desk.ts';
import { namesIn } from './history.ts';
import { availableOn } from './openings.ts';

/** What changed for a family on the list since it was last looked at, and who could serve it now. */
export interface SinceLastLook extends FinsChanges {
  looked: LastLook;
  /** Each row of the referral that is not as it was then, as it was and as it is. */
  changed: JournalChange[];
  names: SubjectNames;
}

/** `null` where the family is not on the list. */
export const sinceLastLook = (desk: Desk, id: ReferralNumber): Promise<SinceLastLook | null> =>
  look(desk, async (db) => {
    const looked = await lastLook(db, id);
    if (looked === null) return null;
    const past = await finsPast(db, { upTo: looked.action });
    const then = {
      families: familiesAt(past, past.from),
      specialists: availableOn(
        specialistsAt(past, past.from),
        dateIn(looked.at, desk.settings.zone),
        desk.programs,
      ),
    };
    const now = {
      families: familiesAt(past, null),
      specialists: availableOn(await listSpecialists(db), today(desk), desk.programs),
    };
    return { looked, ...(await changedIn(db, id, looked)), ...finsChanges(id, then, now) };
  });

/** The whole history of one referral is short. */
const all = 100_000;

async function changedIn(db: Db, id: ReferralNumber, looked: LastLook) {
  const entries = (await historyOf(db, { referral: id }, all)).filter(({ action }) => action > looked.action);
  const shown = entries.map((entry) => ({
    ...entry,
    changes: entry.changes.filter(({ table }) => !besideActs.includes(table)),
  }));
  const changed = netChanges(shown.flatMap(({ changes }) => changes));
  return { changed, names: await namesIn(db, shown) };
}
