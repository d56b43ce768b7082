// RSMo 210.123 Temporary Alternative Placement Agreements · [001] Practice Alert PA22-CM-10
import { tapaDeadlines } from '../clocks.ts';
import { weekdayInWords } from '../in-words.ts';
import { numberOf, type Program, programOf, ruleOf } from '../policy.ts';
import type { CalendarDate, Zone } from '../time.ts';
import { addDays, dateIn, startOfDay } from '../zone.ts';
import type { DueRule } from './due.ts';

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

/**
 * A TAPA needs its date; it is written within so many business days, of which nothing is kept, so that it is on the
 * sheet only until then; and in its last days it is time to say how it goes on. What is over stays overdue while
 * the referral is open.
 */
export const tapaDue: DueRule = ({ referral, tapa, program: code }, { now, zone, holidays, programs }) => {
  if (tapa === null) return [];
  const program = programOf(programs, code);
  const edit = `iis referral edit ${referral}`;
  if (tapa.date === null) {
    const rule = 'a TAPA obliges to refer, and its time is counted from its date';
    const [what, detail] = ['Add the date of the TAPA', 'its date is not known'];
    return [{ kind: 'tapa_date', what, dueAt: null, detail, command: edit, rule, source: '[001]' }];
  }
  const today = dateIn(now, zone);
  const { writtenBy, endsOn, nearFrom } = tapaDays(tapa.date, program, holidays);
  return [
    ...(tapa.date <= today && today <= writtenBy
      ? [
          {
            kind: 'tapa_written' as const,
            what: 'See that the TAPA is in writing',
            dueAt: endOfDay(writtenBy, zone),
            detail: `agreed on ${weekdayInWords(tapa.date)}`,
            command: `iis referral show ${referral}`,
            ...ruleOf(program, 'tapaWrittenWithin'),
          },
        ]
      : []),
    ...(nearFrom <= today
      ? [
          {
            kind: 'tapa_ends' as const,
            what: 'Say how it goes on after the TAPA',
            dueAt: endOfDay(endsOn, zone),
            detail: `it ${endsOn < today ? 'ended' : 'ends'} on ${weekdayInWords(endsOn)}`,
            command: edit,
            ...ruleOf(program, 'tapaLastsAtMost'),
          },
        ]
      : []),
  ];
};
