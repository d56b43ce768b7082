// RSMo 210.123 Temporary Alternative Placement Agreements · [001] Practice Alert PA22-CM-10
import { tapaDeadlines } from '../clocks.ts';
import { weekdayInWords } from '../in-words.ts';
import { numberOf, type Program, programOf, ruleOf, usualProgram } from '../policy.ts';
import type { NotedTapa } from '../tapa.ts';
import type { CalendarDate, Zone } from '../time.ts';
import { addDays, dateIn, startOfDay } from '../zone.ts';
import type { DueOffice, DueRule, Finding } from './due.ts';

/** The days of an agreement made on `date`, and the day from which its end is near. */
export const tapaDays = (
  date: CalendarDate,
  program: Program,
  holidays: Parameters<typeof tapaDeadlines>[2],
) => {
  const policy = {
    writtenWithinBusinessDays: numberOf(program, 'tapaWrittenWithin'),
    lastsDays: numberOf(program, 'tapaLastsAtMost'),
  };
  const { writtenBy, endsOn } = tapaDeadlines(date, policy, holidays);
  return { writtenBy, endsOn, nearFrom: addDays(endsOn, -numberOf(program, 'tapaEndsSoon')) };
};

/** The end of a day, up to which what is due on it can be done. */
export const endOfDay = (day: CalendarDate, zone: Zone) => startOfDay(addDays(day, 1), zone);

/** What the records name, and what stands on the sheet of it. */
interface Agreement {
  named: string;
  date: CalendarDate;
  writtenOn: CalendarDate | null;
}

/**
 * An agreement is written within so many business days: that stays due, while it lasts, until it is noted. In its last
 * days it is time to say how it goes on, until its end is noted.
 */
function agreementDue({ named, date, writtenOn }: Agreement, program: Program, office: DueOffice): Finding[] {
  const { now, zone, holidays } = office;
  const today = dateIn(now, zone);
  const { writtenBy, endsOn, nearFrom } = tapaDays(date, program, holidays);
  return [
    ...(writtenOn === null && date <= today && today <= endsOn
      ? [
          {
            kind: 'tapa_written' as const,
            what: 'See that the TAPA is in writing',
            dueAt: endOfDay(writtenBy, zone),
            detail: `agreed on ${weekdayInWords(date)}`,
            command: `iis tapa written ${named}`,
            ...ruleOf(program, 'tapaWrittenWithin'),
          },
        ]
      : []),
    ...(nearFrom <= today
      ? [
          {
            kind: 'tapa_ends' as const,
            what: 'See how it goes on after the TAPA',
            dueAt: endOfDay(endsOn, zone),
            detail: `it ${endsOn < today ? 'ended' : 'ends'} on ${weekdayInWords(endsOn)}`,
            command: `iis tapa end ${named}`,
            ...ruleOf(program, 'tapaLastsAtMost'),
          },
        ]
      : []),
  ];
}

/** The TAPA of a referral: its time is counted from its date. */
export const tapaDue: DueRule = ({ referral, tapa, program: code }, office) => {
  if (tapa === null) return [];
  if (tapa.date === null) {
    const rule = 'a TAPA obliges to refer, and its time is counted from its date';
    const [what, detail] = ['Add the date of the TAPA', 'its date is not known'];
    const command = `iis referral edit ${referral}`;
    return [{ kind: 'tapa_date', what, dueAt: null, detail, command, rule, source: '[001]' }];
  }
  const { date, writtenOn } = tapa;
  return agreementDue({ named: referral, date, writtenOn }, programOf(office.programs, code), office);
};

/** A TAPA whose family is not referred yet: to negotiate it obliges to refer, and its days run all the same [001]. */
export function notedTapaDue({ id, agreedOn, writtenOn }: NotedTapa, office: DueOffice): Finding[] {
  const program = usualProgram(office.programs);
  const { endsOn } = tapaDays(agreedOn, program, office.holidays);
  return [
    {
      kind: 'tapa_refer',
      what: 'Refer the family of the TAPA',
      dueAt: null,
      detail: `agreed on ${weekdayInWords(agreedOn)}, lasts until ${weekdayInWords(endsOn)}; no referral yet`,
      command: `iis tapa refer ${id}`,
      rule: 'whoever negotiates a TAPA must refer the family',
      source: '[001]',
    },
    ...agreementDue({ named: id, date: agreedOn, writtenOn }, program, office),
  ];
}
