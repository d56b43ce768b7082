import type { ServiceBegun, ServiceEnded } from '../../records/figures/served.ts';
import { type Spread, seenOnce, spread } from '../../rules/figures/spread.ts';
import type { Program } from '../../rules/policy.ts';
import { reasonInWords } from '../../rules/reasons.ts';
import { daysBetween } from '../../rules/zone.ts';
import type { ReportDesk } from '../desk.ts';
import { count, measure, rowsWithShare } from '../figures.ts';
import { cell, type ReportRow, sentence } from '../report.ts';
import type { Built } from './by-answer.ts';
import type { People } from './tally.ts';

/** The services that began in the year. */
export interface Begun {
  served: People;
  /** Of a referral of the year, accepted at once; of one denied first; of a referral of an earlier year. */
  first: number;
  later: number;
  earlier: number;
  count(referral: Pick<ServiceBegun, 'family' | 'children'>, as: 'first' | 'later' | 'earlier'): void;
}

/** Those of earlier referrals, to which those of the year’s own are added as they are gone through. */
export async function begunOf(earlier: AsyncIterable<readonly ServiceBegun[]>): Promise<Begun> {
  const seen = seenOnce();
  const begun: Begun = {
    served: { referrals: 0, families: 0, children: 0 },
    first: 0,
    later: 0,
    earlier: 0,
    count({ family, children }, as) {
      begun[as] += 1;
      begun.served.referrals += 1;
      if (!seen.first(family)) return;
      begun.served.families += 1;
      begun.served.children += Number(children);
    },
  };
  for await (const page of earlier) for (const one of page) begun.count(one, 'earlier');
  return begun;
}

export function begunSection({ served, first, later, earlier }: Begun): Built {
  const at = (row: string) => cell('begun', row, 'services');
  const all = served.referrals;
  const row = rowsWithShare(at, 'all', all);
  return {
    section: {
      id: 'begun',
      title: 'Services that began',
      counts:
        'Placements that became a service, by the day on which it began. Those of earlier referrals are accepted now and counted with the referrals of their own year.',
      columns: [
        { id: 'services', title: 'Services' },
        { id: 'share', title: 'Share' },
      ],
      rows: [
        row('all', 'All', all),
        row('accepted', 'referred this year, accepted at once', first, 1),
        row('after_denial', 'referred this year, after a denial', later, 1),
        row('earlier', 'referred before the year', earlier, 1),
      ],
    },
    sums: [{ whole: at('all'), parts: ['accepted', 'after_denial', 'earlier'].map(at) }],
  };
}

/** The services that ended in the year: how long they were, and how they ended. */
export interface Ended {
  weeks: Spread;
  byProgram: Map<string, Spread>;
  reasons: Map<string, number>;
  intact: Record<'yes' | 'no' | 'unknown', number>;
}

export async function endedOf(pages: AsyncIterable<readonly ServiceEnded[]>): Promise<Ended> {
  const ended: Ended = {
    weeks: spread(),
    byProgram: new Map(),
    reasons: new Map(),
    intact: { yes: 0, no: 0, unknown: 0 },
  };
  for await (const page of pages)
    for (const { startedOn, since, program, endReason, intact } of page) {
      const weeks = daysBetween(startedOn, since) / 7;
      const own = ended.byProgram.get(program) ?? spread();
      ended.byProgram.set(program, own);
      own.add(weeks);
      ended.weeks.add(weeks);
      const reason = endReason ?? 'other';
      ended.reasons.set(reason, (ended.reasons.get(reason) ?? 0) + 1);
      ended.intact[intact === null ? 'unknown' : intact === 1 ? 'yes' : 'no'] += 1;
    }
  return ended;
}

/** What the policy calls usual, in weeks; `null` where it says nothing [003]. */
const usualWeeks = (program: Program | undefined): number | null =>
  program?.numbers.usualLength?.unit === 'weeks' ? program.numbers.usualLength.value : null;

export function lengthSection({ weeks, byProgram }: Ended, { programs }: ReportDesk): Built {
  const at = (row: string) => cell('length', row, 'services');
  const row = (id: string, title: string, of: Spread, usual: number | null, level: 0 | 1): ReportRow => ({
    id,
    title,
    level,
    figures: [
      count(of.n),
      measure(of.mean(), 'weeks', at(id)),
      measure(of.median(), 'weeks', at(id)),
      usual === null ? null : { kind: 'number', value: usual, unit: 'weeks' },
    ],
  });
  const codes = [...byProgram.keys()].sort();
  return {
    section: {
      id: 'length',
      title: 'How long services were',
      counts:
        'Services whose last day was in the year, from their first day to their last, beside the usual length of the policy [003].',
      columns: [
        { id: 'services', title: 'Ended' },
        { id: 'mean', title: 'Mean' },
        { id: 'median', title: 'Median' },
        { id: 'usual', title: 'Usual' },
      ],
      rows: [
        row('all', 'All', weeks, null, 0),
        ...codes.map((code) => row(code, code, byProgram.get(code)!, usualWeeks(programs[code]), 1)),
      ],
    },
    sums: [{ whole: at('all'), parts: codes.map(at) }],
  };
}

export function endSection({ weeks: { n }, reasons, intact }: Ended, { reasons: book }: ReportDesk): Built {
  const at = (row: string) => cell('ended', row, 'services');
  const row = rowsWithShare(at, 'all', n);
  const byCount = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    section: {
      id: 'ended',
      title: 'How services ended',
      counts:
        'The same services, by whether the family was intact at the end, and by the reason of the closing. Intact as the closing says: no child in foster or residential care.',
      columns: [
        { id: 'services', title: 'Services' },
        { id: 'share', title: 'Share' },
      ],
      rows: [
        row('all', 'Ended', n),
        row('intact', 'family intact', intact.yes, 1),
        row('not_intact', 'family not intact', intact.no, 1),
        row('intact_unknown', 'not known', intact.unknown, 1),
        ...byCount.map(([code, count]) => row(`for_${code}`, reasonInWords(book, code), count)),
      ],
      bySize: true,
      chart: { kind: 'bars', of: ['services'], says: 'Services that ended in the year, by how they ended.' },
    },
    sums: [
      { whole: at('all'), parts: ['length/all/services'] },
      { whole: at('all'), parts: ['intact', 'not_intact', 'intact_unknown'].map(at) },
      { whole: at('all'), parts: byCount.map(([code]) => at(`for_${code}`)) },
    ],
  };
}

export const endHeadline = sentence`${{ at: cell('ended', 'all', 'services'), one: 'service', many: 'services' }} ended after ${cell('length', 'all', 'mean')} on average; ${cell('ended', 'intact', 'share')} of the families were intact.`;
