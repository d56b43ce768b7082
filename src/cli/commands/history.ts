import { Command, Option } from 'commander';
import type { Desk } from '../../desk/desk.ts';
import { familyNumbered, type HistoryFilter, history } from '../../desk/history.ts';
import { isNameOfFamily } from '../../desk/name-referral.ts';
import { specialistsToday } from '../../desk/specialist-list.ts';
import type { Subject } from '../../records/history.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { nearest } from '../../rules/nearest.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { parseDay } from '../../rules/typed-date.ts';
import type { ReferralNumber, SpecialistCode } from '../../rules/words.ts';
import { examples, type NounCommand } from '../command.ts';
import { dayOf, wholeNumber } from '../flags.ts';
import { historyJson } from '../json/history.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { historyView } from '../views/history.ts';
import { maskedHistory } from '../views/masked-history.ts';
import { wordingOf } from '../views/wording.ts';
import { referralMeant } from '../which.ts';

const lastOfAll = 50;
const lastOfOne = 500;

interface HistoryFlags {
  from?: string;
  until?: string;
  by?: string;
  last?: number;
  page?: boolean;
}

export const historyCommand: NounCommand = (run) =>
  new Command('history')
    .argument(
      '[what]',
      'a referral by number or name, a family such as F0042, a specialist by code, or a day; without it, everything',
    )
    .option('--from <day>', 'only from this day on')
    .option('--until <day>', 'only until this day, which is included')
    .option('--by <who>', 'only what this person did, by initials or name as the history shows it')
    .option('--last <number>', 'only so many actions, the latest', wholeNumber)
    .addOption(
      new Option('--page', 'of a family: everything that happened to it, on one page').conflicts([
        'from',
        'until',
        'by',
        'last',
      ]),
    )
    .addHelpText(
      'after',
      examples(
        'iis history',
        'iis history 42',
        'iis history F0042',
        'iis history 42 --page',
        'iis history yesterday --by KE',
        'iis history kim --from 10/1/2026 --last 10',
        'iis history R26-0042 --json',
      ),
    )
    .action(run(tellHistory));

async function tellHistory(session: Session, what: string | undefined, flags: HistoryFlags): Promise<Answer> {
  const desk = await session.desk();
  const meant = what === undefined ? { subject: null } : await subjectMeant(session, desk, what);
  if (flags.page) return tellPage(desk, meant);
  const day = 'day' in meant ? meant.day : null;
  const subject = 'day' in meant ? null : meant.subject;
  const filter = {
    from: flags.from === undefined ? day : await dayOf(desk, '--from', flags.from),
    until: flags.until === undefined ? day : await dayOf(desk, '--until', flags.until),
    by: flags.by?.trim() || null,
  };
  requireOrder(filter);
  const isSome = subject !== null || Object.values(filter).some((value) => value !== null);
  const found = await history(desk, subject, flags.last ?? (isSome ? lastOfOne : lastOfAll), filter);
  return answer(session.flags.private ? maskedHistory(found) : found, {
    json: historyJson,
    show: (value, look) =>
      historyView(value, look, wordingOf(desk), { countGiven: flags.last !== undefined }),
  });
}

async function tellPage(desk: Desk, meant: Meant | { subject: null }): Promise<Answer> {
  const { familyOf, familyPage } = await import('../../desk/family-page.ts');
  const { familyPageView } = await import('../views/family-page.ts');
  const { familyPageJson } = await import('../json/family-page.ts');
  const subject = 'day' in meant ? null : meant.subject;
  if (subject === null || 'specialist' in subject) throw notAFamily();
  const family = 'family' in subject ? subject.family : await familyOf(desk, subject.referral);
  return answer(await familyPage(desk, family), {
    json: familyPageJson,
    show: (page, look) => familyPageView(page, look, wordingOf(desk)),
  });
}

const notAFamily = () =>
  new Refusal({
    kind: 'invalid',
    code: 'not_a_family',
    message: 'A page is of a family.',
    hint: 'Give the number of the family or of one of its referrals, or a name of the family.',
  });

function requireOrder({ from, until }: HistoryFilter): void {
  if (!from || !until || from <= until) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_date',
    message: `The days end (${dayInWords(until)}) before they begin (${dayInWords(from)}).`,
    hint: 'Check --from and --until.',
  });
}

type Meant = { subject: Subject } | { day: CalendarDate };

/** A code is somebody's own name here and goes before a family's; that there is such a family too is said. */
async function subjectMeant(session: Session, desk: Desk, what: string): Promise<Meant> {
  const codes = (await specialistsToday(desk)).map(({ specialist }) => specialist.code);
  const code = codes.find((one) => one === what.trim().toLowerCase());
  if (code) {
    await sayFamiliesToo(session, desk, what, code);
    return { subject: { specialist: code } };
  }
  const family = await familyMeant(desk, what);
  if (family) return { subject: { family } };
  const referral = await referralOrNone(session, desk, what);
  if (referral) return { subject: { referral } };
  const day = await parseDay(what, desk.now, desk.settings.zone);
  if ('date' in day) return { day: day.date };
  const close = nearest(what, codes, (one) => one);
  throw new Refusal({
    kind: 'not_found',
    code: 'no_such_subject',
    message: `There is no referral, family, specialist or day “${what.slice(0, 40)}”.`,
    hint:
      close.length > 0
        ? `Did you mean ${close.join(' or ')}?`
        : 'Give the number of a referral or a family, a name of the family, the code of a specialist, or a day.',
  });
}

async function sayFamiliesToo(
  session: Session,
  desk: Desk,
  what: string,
  code: SpecialistCode,
): Promise<void> {
  const isFamilyToo = await isNameOfFamily(desk, what);
  if (isFamilyToo)
    session.say(
      `This is the specialist ${code}. For the family of that name, give the number of its referral.`,
    );
}

/** The family that is meant by its number, such as F0042, or `null` where none is. */
async function familyMeant(desk: Desk, what: string): Promise<string | null> {
  const number = /^f-?0*(\d{1,9})$/i.exec(what.trim())?.[1];
  return number ? familyNumbered(desk, Number(number)) : null;
}

/** The referral that is meant, or `null` where nothing is like it. Refuses several, and what is only like it. */
async function referralOrNone(session: Session, desk: Desk, what: string): Promise<ReferralNumber | null> {
  try {
    return await referralMeant(session, desk, what);
  } catch (error) {
    if (isNotFound(error) && (error.facts.families ?? []).length === 0) return null;
    throw error;
  }
}

const isNotFound = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.facts.kind === 'not_found';
