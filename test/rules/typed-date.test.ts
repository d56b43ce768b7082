import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInWords, momentInWords, weekdayInWords } from '../../src/rules/in-words.ts';
import { toInstant } from '../../src/rules/time.ts';
import { parseBirthDate, parseDay, parsePlainDate, parseWhen } from '../../src/rules/typed-date.ts';
import { addDays, calendarDate, instantOf, partsIn } from '../../src/rules/zone.ts';
import { at, chicago, clock, day, onEachMachine, utc } from './chicago.ts';

const today = day('2026-10-07');
/** A Wednesday. */
const now = at('2026-10-07 12:30');
const asDate = 'Type it as month/day/year, for example 3/14/2015.';

describe('a date of birth', () => {
  it.each([
    ['3/14/2015', '2015-03-14'],
    ['03/14/2015', '2015-03-14'],
    ['03-14-2015', '2015-03-14'],
    ['3 / 14 / 2015', '2015-03-14'],
    ['  3/14/2015\n', '2015-03-14'],
    ['3/14/15', '2015-03-14'],
    ['3-14-15', '2015-03-14'],
    ['2015-03-14', '2015-03-14'],
    ['2015/3/14', '2015-03-14'],
    ['14 Mar 2015', '2015-03-14'],
    ['14-Mar-2015', '2015-03-14'],
    ['14 March, 2015', '2015-03-14'],
    ['14th of March 2015', '2015-03-14'],
    ['March 14, 2015', '2015-03-14'],
    ['march 14 2015', '2015-03-14'],
    ['MARCH 14, 2015', '2015-03-14'],
    ['March 14th, 2015', '2015-03-14'],
    ['Mar. 14 2015', '2015-03-14'],
    ['Mar 14, 15', '2015-03-14'],
    ['Sept 1, 2015', '2015-09-01'],
    ['May 1, 2015', '2015-05-01'],
    ['Saturday, March 14, 2015', '2015-03-14'],
    ['Sat Mar 14, 2015', '2015-03-14'],
    ['10/7/26', '2026-10-07'],
    ['10/8/26', '1926-10-08'],
    ['1/2/35', '1935-01-02'],
    ['1/1/00', '2000-01-01'],
    ['2/29/24', '2024-02-29'],
    ['2/29/2000', '2000-02-29'],
    ['10/7/1906', '1906-10-07'],
    ['10/7/2026', '2026-10-07'],
  ])('%j is %s', (text, date) => {
    expect(parseBirthDate(text, today)).toEqual({ date });
  });

  it.each([
    ['2/30/2015', `2/30/2015 is not a date. ${asDate}`],
    ['2/29/2023', `2/29/2023 is not a date. ${asDate}`],
    ['2/29/23', `2/29/23 is not a date. ${asDate}`],
    ['0/14/2015', `0/14/2015 is not a date. ${asDate}`],
    ['3/0/2015', `3/0/2015 is not a date. ${asDate}`],
    ['3/32/2015', `3/32/2015 is not a date. ${asDate}`],
    ['13/13/2015', `13/13/2015 is not a date. ${asDate}`],
    ['13/2/2015', `13/2/2015 is not a date: the month comes first. ${asDate}`],
    ['14/3/15', `14/3/15 is not a date: the month comes first. ${asDate}`],
    ['3/14/0015', `3/14/0015 is more than 120 years ago. ${asDate}`],
    ['10/6/1906', `10/6/1906 is more than 120 years ago. ${asDate}`],
    ['10/8/2026', `10/8/2026 is in the future. ${asDate}`],
    ['2026-10-08', `2026-10-08 is in the future. ${asDate}`],
    ['3/14/2051', `3/14/2051 is more than 20 years ahead. ${asDate}`],
    ['3/14/215', `3/14/215 is not a date. ${asDate}`],
    ['3/14/20155', `3/14/20155 is not a date. ${asDate}`],
    ['3/14-2015', `3/14-2015 is not a date. ${asDate}`],
    ['3.14.2015', `3.14.2015 is not a date. ${asDate}`],
    ['20150314', `20150314 is not a date. ${asDate}`],
    ['15-03-14', `15-03-14 is not a date: the month comes first. ${asDate}`],
    ['3/14', `3/14 has no year. ${asDate}`],
    ['March 14', `March 14 has no year. ${asDate}`],
    ['2015-03', `2015-03 is not a date. ${asDate}`],
    ['March 2015', `March 2015 is not a date. ${asDate}`],
    ['Mart 14 2015', `Mart 14 2015 is not a date. ${asDate}`],
    ['Fri Mar 14, 2015', `Fri Mar 14, 2015 is not a date: that day is a Saturday. ${asDate}`],
    ['3/14/2015 or so', `3/14/2015 or so is not a date. ${asDate}`],
    ['3/14/2015 4pm', `3/14/2015 4pm is not a date. ${asDate}`],
    ['yesterday', `yesterday is not a date. ${asDate}`],
    ['unknown', `unknown is not a date. ${asDate}`],
    ['\u001b[2J', `[2J is not a date. ${asDate}`],
    ['', `No date was typed. ${asDate}`],
    ['  ', `No date was typed. ${asDate}`],
  ])('%j is refused', (text, refused) => {
    expect(parseBirthDate(text, today)).toEqual({ refused });
  });

  it('shows back no more than one short line of what was typed', () => {
    const typed = parseBirthDate(`${'x'.repeat(5000)}\n3/14/2015`, today);
    expect('refused' in typed && typed.refused.length).toBeLessThan(140);
  });

  it('means the same day in every form', () => {
    const anyDay = fc.integer({ min: 0, max: 43_000 }).map((n) => addDays(today, -n));
    fc.assert(
      fc.property(anyDay, (date) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number);
        const forms = [date, `${month}/${dayOfMonth}/${year}`, dayInWords(date), weekdayInWords(date)];
        for (const form of forms) expect(parseBirthDate(form, today)).toEqual({ date });
      }),
    );
  });
});

describe('another date on a form', () => {
  it.each([
    ['10/3/2026', '2026-10-03'],
    ['10/3/26', '2026-10-03'],
    ['10/20/26', '2026-10-20'],
    ['1/4/27', '2027-01-04'],
    ['6/1/79', '1979-06-01'],
    ['October 20, 2026', '2026-10-20'],
    ['Tuesday, October 20, 2026', '2026-10-20'],
  ])('%s is %s', (text, date) => {
    expect(parsePlainDate(text, today)).toEqual({ date });
  });

  it.each([
    ['10/3', `10/3 has no year. ${asDate}`],
    ['13/2/2026', `13/2/2026 is not a date: the month comes first. ${asDate}`],
    ['10/3/2062', `10/3/2062 is more than 20 years ahead. ${asDate}`],
    ['10/3/0026', `10/3/0026 is more than 120 years ago. ${asDate}`],
    ['tomorrow', `tomorrow is not a date. ${asDate}`],
  ])('%s is refused', (text, refused) => {
    expect(parsePlainDate(text, today)).toEqual({ refused });
  });
});

const read = async (text: string, looking: 'back' | 'ahead' = 'back'): Promise<string> => {
  const when = await parseWhen(text, now, chicago, { looking });
  if ('refused' in when) return when.refused;
  return when.hasTime ? clock(when.at) : clock(when.at).replace(/ 00:00$/, '');
};

describe('a day or moment', () => {
  it.each([
    ['10/3/2026', '2026-10-03'],
    ['10/3/26', '2026-10-03'],
    ['2026-10-03', '2026-10-03'],
    ['on 10/3/2026', '2026-10-03'],
    ['2026-10-03T14:00Z', '2026-10-03 09:00'],
    ['2026-10-03t14:00:00.000z', '2026-10-03 09:00'],
    ['2026-10-03T14:00:00+02:00', '2026-10-03 07:00'],
    ['2026-10-03T14:00', '2026-10-03 14:00'],
    ['2026-10-03 14:00', '2026-10-03 14:00'],
    ['2026-10-03 14:00:30', '2026-10-03 14:00'],
    ['10/3/2026 2:30pm', '2026-10-03 14:30'],
    ['10/3/2026 at 2:30 PM', '2026-10-03 14:30'],
    ['10/3/2026, 2:30 p.m.', '2026-10-03 14:30'],
    ['Oct 3, 2026, 2:30 PM', '2026-10-03 14:30'],
    ['3 Oct 2026 noon', '2026-10-03 12:00'],
    ['10/3 2:30pm', '2026-10-03 14:30'],
    ['2:30pm 10/3', '2026-10-03 14:30'],
    ['oct 3', '2026-10-03'],
    ['now', '2026-10-07 12:30'],
    ['today', '2026-10-07'],
    ['yesterday', '2026-10-06'],
    ['Yesterday 4pm', '2026-10-06 16:00'],
    ['4pm yesterday', '2026-10-06 16:00'],
    ['16:00', '2026-10-07 16:00'],
    ['at 9am', '2026-10-07 09:00'],
    ['12am', '2026-10-07 00:00'],
    ['12:15 am', '2026-10-07 00:15'],
    ['12pm', '2026-10-07 12:00'],
    ['noon', '2026-10-07 12:00'],
    ['10 minutes ago', '2026-10-07 12:20'],
    ['an hour ago', '2026-10-07 11:30'],
    ['2 hrs ago', '2026-10-07 10:30'],
    ['14 hours ago', '2026-10-06 22:30'],
    ['two days ago', '2026-10-05'],
    ['3 days ago', '2026-10-04'],
    ['3 days ago at 4pm', '2026-10-04 16:00'],
    ['2 weeks ago', '2026-09-23'],
    ['the day before yesterday', '2026-10-05'],
    ['yesterday at 4 in the afternoon', '2026-10-06 16:00'],
    ['3/8/2026 1:59am', '2026-03-08 01:59'],
    ['3/8/2026 3am', '2026-03-08 03:00'],
    ['11/1/2026 1:30am', '2026-11-01 01:30'],
  ])('%s is %s', async (text, shown) => {
    expect(await read(text)).toBe(shown);
  });

  it.each([
    ['fri', '2026-10-02', '2026-10-09'],
    ['Friday', '2026-10-02', '2026-10-09'],
    ['thurs 9am', '2026-10-01 09:00', '2026-10-08 09:00'],
    ['wed', '2026-10-07', '2026-10-07'],
    ['tue', '2026-10-06', '2026-10-13'],
    ['last fri', '2026-10-02', '2026-10-02'],
    ['last wed', '2026-09-30', '2026-09-30'],
    ['10/7', '2026-10-07', '2026-10-07'],
    ['10/8', '2025-10-08', '2026-10-08'],
    ['10/6', '2026-10-06', '2027-10-06'],
    ['12/31 5pm', '2025-12-31 17:00', '2026-12-31 17:00'],
    ['2/29', '2024-02-29', '2028-02-29'],
    ['october third', '2026-10-03', '2027-10-03'],
    ['10/8/26', '2026-10-08', '2026-10-08'],
  ])('%s is %s looking back and %s looking ahead', async (text, back, ahead) => {
    expect(await read(text, 'back')).toBe(back);
    expect(await read(text, 'ahead')).toBe(ahead);
  });

  it.each([
    ['in 3 days', '2026-10-10'],
    ['tomorrow', '2026-10-08'],
    ['in 2 hours', '2026-10-07 14:30'],
    ['in 30 minutes', '2026-10-07 13:00'],
  ])('%s is %s', async (text, shown) => {
    expect(await read(text, 'ahead')).toBe(shown);
  });

  it.each([
    ['2/30/2026', '2/30/2026 is not a date.'],
    ['3/8/2026 2:30am', '3/8/2026 2:30am is a time that there was not: the clocks were put forward then.'],
    ['13/2/2015', '13/2/2015 is not a date: the month comes first.'],
    ['13/2/2015 4pm', '13/2/2015 4pm is not a date: the month comes first.'],
    ['2/30', '2/30 is not a date.'],
    ['10/3/0026', 'is more than 120 years ago.'],
    ['10/3/2062', 'is more than 20 years ahead.'],
    ['Thu Oct 5, 2026', 'that day is a Monday.'],
    ['13.2.2015', 'could not be read'],
    ['2026-02-30T14:00Z', 'could not be read'],
    ['2026-10-03T25:00Z', 'could not be read'],
    ['0015-10-03T14:00Z', 'could not be read'],
    ['25:00', '25:00 is not a time.'],
    ['10/3/2026 9:75', '9:75 is not a time.'],
    ['13pm', '13pm is not a time.'],
    ['16:00pm', '16:00pm is not a time.'],
    ['yesterday at 4', 'could not be read'],
    ['yesterday at 4 in the afternoon 5pm', 'could not be read'],
    ['4', 'could not be read'],
    ['2026', 'could not be read'],
    ['may', 'could not be read'],
    ['last month', 'could not be read'],
    ['this morning', 'could not be read'],
    ['half an hour ago', 'could not be read'],
    ['4pm EST', 'could not be read'],
    ['friday to sunday', 'could not be read'],
    ['october 1st to october 3rd', 'could not be read'],
    ['monday and tuesday', 'could not be read'],
    ['yesterday or so', 'could not be read'],
    ['two days ago, I think', 'could not be read'],
    ['constructor', 'could not be read'],
    ['in 2 hours ago', 'could not be read'],
    ['last week', 'can be read in two ways'],
    ['next fri', 'can be read in two ways'],
    ['midnight', 'can be read in two ways'],
    ['', 'No day or time was typed.'],
  ])('%s is refused', async (text, sentence) => {
    expect(await read(text)).toContain(sentence);
  });

  it('never takes the day for the month', async () => {
    const numbers = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1920, max: 2040 }),
      fc.constantFrom('/', '-', '.', ' / '),
    );
    await fc.assert(
      fc.asyncProperty(numbers, async ([a, b, year, mark]) => {
        const date = calendarDate(year, a, b);
        const typed = await parseDay(`${a}${mark}${b}${mark}${year}`, now, chicago);
        if (date && mark !== '.') expect(typed).toEqual({ date });
        else expect(typed).toHaveProperty('refused');
      }),
    );
  });

  it('reads back every moment as it is shown', async () => {
    const minutes = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
    await fc.assert(
      fc.asyncProperty(minutes, async (minute) => {
        const moment = toInstant(minute * 60_000);
        const firstShownSo = instantOf(partsIn(moment, chicago), chicago);
        const typed = await parseWhen(momentInWords(moment, chicago), now, chicago);
        expect(typed).toEqual({ at: firstShownSo, hasTime: true });
        expect(await parseWhen(moment, now, chicago)).toEqual({ at: moment, hasTime: true });
      }),
    );
  });

  it('never fails, whatever is typed', async () => {
    const words = fc.constantFrom(
      '10/3',
      'fri',
      'at',
      '4pm',
      'last',
      'ago',
      '3',
      'days',
      'noon',
      '2026',
      ',',
      'mar',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
        ),
        async (text) => {
          const when = await parseWhen(text, now, chicago);
          if ('at' in when) expect(when.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
          else expect(when.refused).toMatch(/\. Type it /);
        },
      ),
    );
  });

  it('does not depend on the zone of the machine', async () => {
    const texts = [
      'yesterday 4pm',
      'fri',
      '10/3 2:30pm',
      '2 hours ago',
      'two days ago at noon',
      'the day before yesterday',
      'october third',
    ];
    const moments = [
      now,
      utc('2026-03-08T07:30:00Z'),
      utc('2026-03-29T07:30:00Z'),
      utc('2026-11-01T06:30:00Z'),
    ];
    const { answers, hours } = await onEachMachine(() =>
      Promise.all(moments.flatMap((moment) => texts.map((text) => parseWhen(text, moment, chicago)))),
    );
    expect(new Set(hours).size).toBeGreaterThanOrEqual(6);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('a day alone', () => {
  it.each([
    ['10/3/2026', '2026-10-03'],
    ['yesterday 4pm', '2026-10-06'],
    ['2026-10-04T03:00Z', '2026-10-03'],
    ['two days ago', '2026-10-05'],
  ])('%s is %s', async (text, date) => {
    expect(await parseDay(text, now, chicago)).toEqual({ date });
  });

  it('can lie ahead', async () => {
    expect(await parseDay('fri', now, chicago, { looking: 'ahead' })).toEqual({ date: '2026-10-09' });
  });
});
