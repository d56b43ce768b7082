import rules from '../../data/holidays.json';
import { type HolidayRules, holidayCalendar } from '../../src/rules/holidays.ts';
import type { CalendarDate, Instant } from '../../src/rules/time.ts';
import { instantOf, partsIn } from '../../src/rules/zone.ts';

export const chicago = 'America/Chicago';
export const holidayRules: HolidayRules = rules as HolidayRules;
export const missouri = holidayCalendar(holidayRules);

export const day = (text: string): CalendarDate => text as CalendarDate;
export const utc = (text: string): Instant => text as Instant;

/** `2026-10-02 16:00` by the clock in Chicago. */
export const at = (text: string): Instant => {
  const [date = '', hour = '', minute = ''] = text.split(/[ :]/);
  return instantOf({ date: day(date), hour: Number(hour), minute: Number(minute) }, chicago);
};

const two = (n: number): string => String(n).padStart(2, '0');

/** The reverse of `at`. */
export const clock = (instant: Instant): string => {
  const { date, hour, minute } = partsIn(instant, chicago);
  return `${date} ${two(hour)}:${two(minute)}`;
};

const machineZones = [
  'UTC',
  'America/Chicago',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'America/St_Johns',
];

/** What `work` answers on a machine in each of eight zones; and the hour that such a machine itself shows. */
export const onEachMachine = async <T>(
  work: () => T | Promise<T>,
): Promise<{ answers: T[]; hours: number[] }> => {
  const own = process.env.TZ;
  const answers: T[] = [];
  const hours: number[] = [];
  for (const zone of machineZones) {
    process.env.TZ = zone;
    hours.push(new Date('2026-07-01T00:00:00Z').getHours());
    answers.push(await work());
  }
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
  return { answers, hours };
};
