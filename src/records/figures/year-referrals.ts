import type { Expression } from 'kysely';
import type { AnswerFacts } from '../../rules/figures/answer.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import type { Db } from '../tables.ts';
import { answeredReferrals } from './answers.ts';
import { inPages } from './pages.ts';
import type { Among, Within } from './within.ts';

/** What is counted of a referral: as few columns as it takes. */
export interface ReferralOfYear extends AnswerFacts {
  receivedAt: string;
  family: number;
  source: string | null;
  circuit: number | null;
  county: string | null;
  priority: string | null;
  statusReason: string | null;
  tapa: number;
  facesNumber: string | null;
  deniedFor: string | null;
  /** The first day of its service. */
  startedOn: CalendarDate | null;
  denials: number;
  denialsInFaces: number;
  children: number;
  /** When the submitter was first reached, the family first screened, first assigned and first seen. */
  contactedAt: string | null;
  screenedAt: string | null;
  assignedAt: string | null;
  seenAt: string | null;
}

/** The referrals received within it in order of receipt, a page at a time. */
export const referralsOfYear = (db: Db, within: Within): AsyncGenerator<Row[]> =>
  inPages(db, rows(db, within), { ...within, by: 'r.received_at', id: 'r.id' });

type Row = ReferralOfYear & { id: number; since: Instant };

const rows = (db: Db, them: Among) =>
  answeredReferrals(db, them)
    .select(['r.family_id as family', 'r.source', 'r.circuit', 'r.county', 'r.priority', 'r.tapa'])
    .select(['s.started_on as startedOn', 'r.status_reason as statusReason', 'r.faces_number as facesNumber'])
    .select((of) => {
      const whereDenied = <Of>(n: Expression<Of>) => of.case().when('d.id', 'is', null).then(0).else(n).end();
      const denials = of.selectFrom('denial as n').whereRef('n.referral_id', '=', 'r.id');
      return [
        // Most referrals have no denial to look for.
        whereDenied(denials.select((n) => n.fn.countAll<number>().as('n'))).as('denials'),
        whereDenied(denials.select((n) => n.fn.count<number>('n.faces_on').as('n'))).as('denialsInFaces'),
        of
          .selectFrom('person as p')
          .whereRef('p.referral_id', '=', 'r.id')
          .where('p.role', '=', 'child')
          .select((p) => p.fn.countAll<number>().as('n'))
          .as('children'),
        of
          .selectFrom('service_case as v')
          .whereRef('v.referral_id', '=', 'r.id')
          .select((v) => v.fn.min('v.seen_at').as('at'))
          .as('seenAt'),
      ];
    })
    .$castTo<Row>();
