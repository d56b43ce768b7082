import { listSpecialists } from '../records/specialists.ts';
import { couldServeNow, openingsOf } from '../rules/matching/fitness.ts';
import type { PlacedSpecialist } from '../rules/placing.ts';
import { numberOf, type Programs, programOf } from '../rules/policy.ts';
import { askingOf, type Referral } from '../rules/referral.ts';
import {
  type AtWork,
  isActive,
  type Leave,
  leaveOn,
  nextAway,
  type Specialist,
} from '../rules/specialist.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { SpecialistCode } from '../rules/words.ts';
import { type Desk, look, today } from './desk.ts';

/** What matching knows of the specialists who work on this day. */
export const availableOn = (
  specialists: readonly AtWork[],
  day: CalendarDate,
  programs: Programs,
): PlacedSpecialist[] =>
  specialists
    .filter((specialist) => isActive(specialist, day))
    .map((specialist) => available(specialist, day, programs));

const available = (specialist: AtWork, day: CalendarDate, programs: Programs): PlacedSpecialist => ({
  code: specialist.code,
  program: specialist.program,
  circuits: specialist.circuits,
  counties: specialist.counties,
  languages: specialist.languages,
  takes: specialist.takes,
  places: numberOf(programOf(programs, specialist.program), 'placesPerSpecialist'),
  openCases: specialist.openCases.length,
  takenPlaces: specialist.openCases.map((open) => open.place),
  away: nextAway(specialist, day),
  onLeaveUntil: leaveOn(specialist, day)?.until ?? null,
  idleSince: specialist.idleSince,
});

export interface Openings {
  specialist: Specialist;
  places: number;
  openCases: number;
  openings: number;
  leave: Leave | null;
}

/** The specialists who work today with their places and openings, most openings first. */
export const openingsToday = (desk: Desk): Promise<Openings[]> =>
  look(desk, async (db) => {
    const specialists = await listSpecialists(db);
    const day = today(desk);
    return specialists
      .filter((specialist) => isActive(specialist, day))
      .map((specialist) => {
        const facts = available(specialist, day, desk.programs);
        const { places, openCases } = facts;
        return {
          specialist,
          places,
          openCases,
          openings: openingsOf(facts),
          leave: leaveOn(specialist, day),
        };
      })
      .sort((a, b) => b.openings - a.openings || (a.specialist.code < b.specialist.code ? -1 : 1));
  });

/** Who has an opening and fits the family, the preferred first; nobody for one that can't be matched now. */
export const couldServe = (desk: Desk, referral: Referral): Promise<SpecialistCode[]> =>
  look(desk, async (db) => {
    const asking = askingOf(referral);
    if (referral.state.status !== 'eligible' || asking === null || referral.priority === null) return [];
    const specialists = availableOn(await listSpecialists(db), today(desk), desk.programs);
    return couldServeNow(asking, specialists).map(({ code }) => code);
  });
