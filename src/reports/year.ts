import { offersOfYear } from '../records/figures/fcs.ts';
import { servicesEnded, servicesOfEarlier } from '../records/figures/served.ts';
import { staysOfYear } from '../records/figures/stays.ts';
import { notedTapasOfYear } from '../records/figures/tapas.ts';
import { referralsOfYear } from '../records/figures/year-referrals.ts';
import { read } from '../records/store.ts';
import type { ReportDesk } from './desk.ts';
import { monthsOf } from './months.ts';
import type { Report, Scope } from './report.ts';
import { isRunning, momentsOf } from './scope.ts';
import type { Built } from './year/by-answer.ts';
import { facesSection, tapaSection } from './year/entries.ts';
import {
  ageSection,
  fcsSection,
  finsHeadline,
  finsSection,
  leftSection,
  reviewSection,
  staysOf,
} from './year/fins.ts';
import {
  circuitSection,
  countySection,
  monthSection,
  prioritySection,
  sourceSection,
} from './year/groups.ts';
import { outcomeHeadline, outcomeSection } from './year/outcome.ts';
import { peopleHeadline, peopleSection } from './year/people.ts';
import { reasonHeadline, reasonSection } from './year/reasons.ts';
import { begunOf, begunSection, endedOf, endHeadline, endSection, lengthSection } from './year/served.ts';
import { tallyOf } from './year/tally.ts';
import { waitSection } from './year/waits.ts';

/** The year’s referrals: what came of them, how soon, and for how many families. */
export async function yearReport(desk: ReportDesk, scope: Scope): Promise<Report> {
  const built = await sectionsOf(desk, scope);
  const reasons = built.find(({ section }) => section.id === 'reasons')!;
  return {
    id: 'year',
    title: 'The year’s referrals',
    scope,
    madeAt: desk.now,
    headline: [outcomeHeadline, ...reasonHeadline(reasons), peopleHeadline, endHeadline, finsHeadline],
    sections: built.map(({ section }) => section),
    sums: built.flatMap(({ sums }) => sums),
    notes: isRunning(scope, desk) ? ['The year is not over: what is not decided yet can still change.'] : [],
  };
}

/** Everything is read in one sitting, so that no figure contradicts another. */
const sectionsOf = (desk: ReportDesk, scope: Scope): Promise<Built[]> =>
  read(desk.store, async (db) => {
    const { circuits, program } = scope;
    const moments = momentsOf(scope, desk.settings.zone);
    const within = { ...moments, circuits, program };
    const days = { from: scope.from, before: scope.before, circuits, program };
    const months = monthsOf(scope, desk.settings.zone);
    const begun = await begunOf(servicesOfEarlier(db, days, moments.from));
    const tally = await tallyOf(referralsOfYear(db, within), { months, days, begun }, desk);
    const ended = await endedOf(servicesEnded(db, days));
    const stays = await staysOf(staysOfYear(db, within), moments, desk);
    const byCircuit = circuitSection(tally, scope);
    return [
      outcomeSection(tally),
      reasonSection(tally, desk),
      monthSection(tally, months, desk.now),
      sourceSection(tally),
      prioritySection(tally),
      ...(byCircuit === null ? [] : [byCircuit]),
      countySection(tally, scope, byCircuit),
      facesSection(tally),
      tapaSection(tally, await notedTapasOfYear(db, days)),
      peopleSection(tally, begun),
      waitSection(tally),
      begunSection(begun),
      lengthSection(ended, desk),
      endSection(ended, desk),
      finsSection(stays),
      leftSection(stays, desk),
      ageSection(stays),
      reviewSection(stays),
      await fcsSection(offersOfYear(db, days)),
    ];
  });
