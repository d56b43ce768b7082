import { listSpecialists } from '../records/specialists.ts';
import { openingsOf } from '../rules/matching.ts';
import { numberOf, programOf } from '../rules/policy.ts';
import { type Leave, leaveOn, type Specialist } from '../rules/specialist.ts';
import { type Desk, look, today } from './desk.ts';
import { availableOn } from './openings.ts';

/** A specialist as the desk sees them today. */
export interface SpecialistToday {
  specialist: Specialist;
  /** Not ended before today. */
  works: boolean;
  places: number;
  openings: number;
  /** The leave that covers today. */
  leave: Leave | null;
}

/** Every specialist by code, ended ones too. */
export const specialistsToday = (desk: Desk): Promise<SpecialistToday[]> =>
  look(desk, async (db) => (await listSpecialists(db)).map((specialist) => asOfToday(desk, specialist)));

/** What today makes of a specialist. */
export function asOfToday(desk: Desk, specialist: Specialist): SpecialistToday {
  const [available] = availableOn([specialist], today(desk), desk.programs);
  return {
    specialist,
    works: available !== undefined,
    places: numberOf(programOf(desk.programs, specialist.program), 'placesPerSpecialist'),
    openings: available ? openingsOf(available) : 0,
    leave: leaveOn(specialist, today(desk)),
  };
}
