// [000] program description · [004] Practice Point PN08-25
import { dayInWords } from '../in-words.ts';
import { numberOf, type Program, ruleNamed } from '../policy.ts';
import type { Leave, Specialist } from '../specialist.ts';
import type { CalendarDate } from '../time.ts';
import { hoursInWords, type Training } from '../training.ts';
import type { SpecialistCode } from '../words.ts';
import type { Explanation } from './explanation.ts';

/** How many families a specialist can take today, and what the others of their places hold. */
export function whyOpenings(
  { specialist, works, openings, leave }: WorksToday,
  program: Program,
): Explanation {
  const { code, openCases, ended } = specialist;
  const places = numberOf(program, 'placesPerSpecialist');
  const open = openCases.length === 1 ? '1 open case' : `${openCases.length} open cases`;
  const has = `${code} has ${openings === 0 ? 'no' : openings} opening${openings === 1 ? '' : 's'}`;
  return {
    about: 'openings',
    answer: !works
      ? `${code} no longer works here, and takes no family.`
      : leave
        ? `${has}: on leave until ${dayInWords(leave.until)}.`
        : `${has}: ${places} places and ${open}.`,
    rule: `a specialist of ${program.code} holds at most ${places} open cases, and takes none on leave`,
    facts: {
      program: program.code,
      places,
      openCases: openCases.map(({ id, referral, place, assignedAt }) => ({
        place,
        case: id,
        referral,
        assignedAt,
      })),
      leave: leave ? { from: leave.from, until: leave.until } : null,
      endedOn: ended?.on ?? null,
    },
    source: program.numbers.placesPerSpecialist!.source,
  };
}

/** Whether the program asks how many families a specialist serves in a year [004]. */
export const asksForFamilies = ({ numbers }: Program): boolean => 'familiesAYearAtLeast' in numbers;

/**
 * How many families a specialist began to serve in the last twelve months, against what the program asks for. Of one who is
 * not known for a year nothing is said to be missing.
 */
export function whyFamilies(
  code: SpecialistCode,
  { families, since, isYear }: { families: number; since: CalendarDate; isYear: boolean },
  program: Program,
): Explanation {
  const atLeast = program.numbers.familiesAYearAtLeast!.value;
  const served = families === 1 ? '1 family' : `${families} families`;
  const short = families < atLeast ? `: ${atLeast - families} fewer than` : ', of';
  return {
    about: 'families',
    answer: isYear
      ? `${code} began to serve ${served} since ${dayInWords(since)}${short} the ${atLeast} that are asked for in a year.`
      : `${code} began to serve ${served} since taken on, on ${dayInWords(since)}; ${atLeast} are asked for in a year, which is not over.`,
    ...ruleNamed(program, 'familiesAYearAtLeast'),
    facts: { families, since, atLeast },
  };
}

/** What is kept of somebody’s training, against what the program asks for. */
export const whyTraining = (training: Training): Explanation => ({
  about: 'training',
  answer: `${training.name}: ${hoursInWords(training.doneMinutes)} of ${hoursInWords(training.requiredMinutes ?? 0)} of training are kept.`,
  rule: `training of a ${training.role} of ${training.program}: ${hoursInWords(training.requiredMinutes ?? 0)}; it is shown until it is complete, and bars nobody from a family`,
  facts: {
    training: training.entries.map(({ minutes, on, note }) => ({ hours: hoursInWords(minutes), on, note })),
  },
  source: training.source ?? 'local default',
});

/** A specialist as of today. */
interface WorksToday {
  specialist: Specialist;
  works: boolean;
  openings: number;
  leave: Leave | null;
}
