import type { SpecialistToday } from '../../desk/specialist-list.ts';
import type { OpenCase, Specialist } from '../../rules/specialist.ts';

/** A specialist as scripts get them: the field names of docs/json.md. */
export const specialistJson = ({ specialist, works, places, openings, leave }: SpecialistToday) => ({
  code: specialist.code,
  name: specialist.name,
  agency: specialist.agency,
  supervisor: specialist.supervisor,
  program: specialist.program,
  circuits: specialist.circuits,
  counties: specialist.counties,
  languages: specialist.languages,
  takes: specialist.takes,
  phone: specialist.phone,
  email: specialist.email,
  works,
  ended: specialist.ended,
  onLeave: leave !== null,
  leaves: specialist.leaves,
  places,
  openCases: specialist.openCases.length,
  openings,
  cases: specialist.openCases.map(({ id, referral, place, assignedAt }) => ({
    case: id,
    referral,
    place,
    assignedAt,
  })),
});

export interface Added {
  line: SpecialistToday;
  /** The facts that nobody gave. */
  assumed: readonly string[];
}

export const addedJson = ({ line, assumed }: Added) => ({ specialist: specialistJson(line), assumed });

export interface Edited {
  before: Specialist;
  line: SpecialistToday;
}

const editable = [
  'name',
  'agency',
  'supervisor',
  'program',
  'circuits',
  'counties',
  'languages',
  'takes',
  'phone',
  'email',
] as const;

export const editedJson = ({ before, line }: Edited) => ({
  specialist: specialistJson(line),
  changes: editable
    .map((field) => ({ field, before: before[field], after: line.specialist[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after)),
});

export interface Gone {
  line: SpecialistToday;
  /** The cases whose families can be matched again. */
  givenBack: readonly OpenCase[];
}

export const goneJson = ({ line, givenBack }: Gone) => ({
  specialist: specialistJson(line),
  givenBack: givenBack.map(({ id, referral }) => ({ case: id, referral })),
});
