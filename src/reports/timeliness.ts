import { referralClocks, visitClocks } from '../records/figures/clocks.ts';
import { offersOfYear } from '../records/figures/fcs.ts';
import { staysOfYear } from '../records/figures/stays.ts';
import { notedTapasOfYear } from '../records/figures/tapas.ts';
import { read } from '../records/store.ts';
import type { ReportDesk } from './desk.ts';
import { monthsOf } from './months.ts';
import type { Report, Scope } from './report.ts';
import { isRunning, momentsOf } from './scope.ts';
import {
  fcsTally,
  followUpTally,
  type OfReferrals,
  type ReviewTallies,
  referralTallies,
  reviewTallies,
  visitTally,
} from './timeliness/clocks.ts';
import {
  type ClockRow,
  clockSection,
  limitSection,
  monthSections,
  stepSection,
  timelinessHeadline,
} from './timeliness/sections.ts';
import type { ClockTally } from './timeliness/tally.ts';

/** What was due in the year and whether it was done in time, each by the rule that the desk itself goes by. */
export async function timelinessReport(desk: ReportDesk, scope: Scope): Promise<Report> {
  const { circuits, program } = scope;
  const months = monthsOf(scope, desk.settings.zone);
  const within = { ...momentsOf(scope, desk.settings.zone), circuits, program };
  const days = { from: scope.from, before: scope.before, circuits, program };
  const tallies = await read(desk.store, async (db) => ({
    ofReferrals: await referralTallies(
      referralClocks(db, within),
      await notedTapasOfYear(db, days),
      months,
      desk,
    ),
    visit: await visitTally(visitClocks(db, within), months, desk),
    review: await reviewTallies(staysOfYear(db, within), months, desk),
    fcs: await fcsTally(offersOfYear(db, days), months, desk),
    followUp: await followUpTally(db, days, months, desk),
  }));
  const rows = rowsOf(tallies);
  const byMonth = monthSections(rows, months, desk.now);
  const clocks = clockSection(rows);
  return {
    id: 'timeliness',
    title: 'What was done in time',
    scope,
    madeAt: desk.now,
    headline: timelinessHeadline,
    sections: [
      clocks.section,
      limitSection(rows, scope, desk),
      ...byMonth.map(({ section }) => section),
      stepSection(tallies.ofReferrals),
    ],
    sums: [clocks, ...byMonth].flatMap(({ sums }) => sums),
    notes: isRunning(scope, desk) ? ['The year is not over: what is not due yet is not counted.'] : [],
  };
}

interface Tallies {
  ofReferrals: OfReferrals;
  visit: ClockTally;
  review: ReviewTallies;
  fcs: ClockTally;
  followUp: ClockTally;
}

const rowsOf = ({ ofReferrals, visit, review, fcs, followUp }: Tallies): ClockRow[] => [
  {
    id: 'contact',
    title: 'Submitter contacted',
    tally: ofReferrals.contact,
    unit: 'business hours',
    limit: 'contactSubmitterWithin',
  },
  { id: 'visit', title: 'Family seen', tally: visit, unit: 'hours', limit: 'seeFamilyWithin' },
  { id: 'review', title: 'FINS list reviewed', tally: review.all, unit: 'days', limit: null },
  {
    id: 'imminent',
    title: 'imminent risk',
    level: 1,
    tally: review.imminent,
    unit: 'days',
    limit: 'finsReviewImminent',
  },
  { id: 'high', title: 'high risk', level: 1, tally: review.high, unit: 'days', limit: 'finsReviewHigh' },
  {
    id: 'moderate',
    title: 'moderate risk',
    level: 1,
    tally: review.moderate,
    unit: 'days',
    limit: 'finsReviewModerate',
  },
  { id: 'tapa', title: 'TAPA in writing', tally: ofReferrals.tapa, unit: 'days', limit: 'tapaWrittenWithin' },
  { id: 'fcs', title: 'FCS offer answered', tally: fcs, unit: 'days', limit: 'fcsAnswerWithin' },
  { id: 'follow_up', title: 'Family followed up', tally: followUp, unit: 'days', limit: 'followUpWithin' },
];
