import { circuitOfCounty } from '../../rules/circuits.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { Db } from '../tables.ts';
import type { WithinDays } from './served.ts';

/** An agreement that was noted before its family was referred. */
export interface NotedOfYear {
  agreedOn: CalendarDate;
  writtenOn: CalendarDate | null;
  isReferred: boolean;
  closedOn: CalendarDate | null;
}

/** Those made within it, of the circuits of their counties; of whatever program the referral will be. */
export async function notedTapasOfYear(
  db: Db,
  { from, before, circuits }: WithinDays,
): Promise<NotedOfYear[]> {
  const rows = await db
    .selectFrom('tapa')
    .where('agreed_on', '>=', from)
    .where('agreed_on', '<', before)
    .select(['agreed_on', 'written_on', 'county', 'referral_id', 'closed_on'])
    .execute();
  const isOne = (county: string | null) =>
    circuits === null || (county !== null && circuits.includes(circuitOfCounty(county) ?? 0));
  return rows
    .filter(({ county }) => isOne(county))
    .map((row) => ({
      agreedOn: row.agreed_on as CalendarDate,
      writtenOn: row.written_on as CalendarDate | null,
      isReferred: row.referral_id !== null,
      closedOn: row.closed_on as CalendarDate | null,
    }));
}
