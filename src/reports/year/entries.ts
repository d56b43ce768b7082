import type { NotedOfYear } from '../../records/figures/tapas.ts';
import { count, share } from '../figures.ts';
import { cell } from '../report.ts';
import { type Built, referralsIn } from './by-answer.ts';
import type { YearTally } from './tally.ts';

/** With an entry in FACES and without: the state counts what is there [001]. */
export function facesSection({ faces, denials, all }: YearTally): Built {
  const at = (row: string, column: string) => cell('faces', row, column);
  const total = referralsIn(all);
  const allDenials = denials.in + denials.missing;
  const row = (id: string, title: string, n: number, denied: number | null) => ({
    id,
    title,
    figures: [
      count(n),
      share(n, total, { part: at(id, 'referrals'), of: at('all', 'referrals') }),
      denied === null ? null : count(denied),
      denied === null
        ? null
        : share(denied, allDenials, { part: at(id, 'denials'), of: at('all', 'denials') }),
    ],
  });
  return {
    section: {
      id: 'faces',
      title: 'In FACES',
      counts:
        'The year’s referrals and all their denials, by whether their entry into FACES is noted. One that was received twice needs no entry of its own.',
      columns: [
        { id: 'referrals', title: 'Referrals' },
        { id: 'share', title: 'Share' },
        { id: 'denials', title: 'Denials' },
        { id: 'denials_share', title: 'Share' },
      ],
      rows: [
        row('all', 'All', total, allDenials),
        row('in_faces', 'In FACES', faces.in, denials.in),
        row('not_yet', 'Not yet', faces.missing, denials.missing),
        row('not_needed', 'Not needed', faces.notNeeded, null),
      ],
    },
    sums: [
      { whole: at('all', 'referrals'), parts: ['outcome/all/referrals'] },
      {
        whole: at('all', 'referrals'),
        parts: ['in_faces', 'not_yet', 'not_needed'].map((id) => at(id, 'referrals')),
      },
      { whole: at('all', 'denials'), parts: ['in_faces', 'not_yet'].map((id) => at(id, 'denials')) },
    ],
  };
}

/** Temporary Alternative Placement Agreements: to negotiate one obliges to refer the family [001]. */
export function tapaSection({ withTapa }: YearTally, noted: readonly NotedOfYear[]): Built {
  const at = (row: string) => cell('tapas', row, 'n');
  const row = (id: string, title: string, n: number, level: 0 | 1 = 1) => ({
    id,
    title,
    level,
    figures: [count(n)],
  });
  const referred = noted.filter(({ isReferred }) => isReferred).length;
  const closed = noted.filter(({ isReferred, closedOn }) => !isReferred && closedOn !== null).length;
  return {
    section: {
      id: 'tapas',
      title: 'TAPAs',
      counts:
        'Referrals of the year with a TAPA, by what came of them; and the TAPAs made in the year that were noted before their family was referred, by the circuit of their county.',
      columns: [{ id: 'n', title: 'TAPAs' }],
      rows: [
        row('referrals', 'Referrals with a TAPA', referralsIn(withTapa), 0),
        row('accepted', 'accepted', withTapa.accepted),
        row('not_accepted', 'not accepted', withTapa.notAccepted),
        row('neither', 'neither', withTapa.neither),
        row('noted', 'Noted before the referral', noted.length, 0),
        row('referred', 'referred since', referred),
        row('ended', 'closed without a referral', closed),
        row('open', 'not referred yet', noted.length - referred - closed),
      ],
    },
    sums: [
      { whole: at('referrals'), parts: ['accepted', 'not_accepted', 'neither'].map(at) },
      { whole: at('noted'), parts: ['referred', 'ended', 'open'].map(at) },
    ],
  };
}
