import { Command, InvalidArgumentError } from 'commander';
import type { Desk } from '../../desk/desk.ts';
import { type HistorySubject, history } from '../../desk/history.ts';
import { isNameOfFamily } from '../../desk/name-referral.ts';
import { specialistsToday } from '../../desk/specialist-list.ts';
import { nearest } from '../../rules/nearest.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { ReferralNumber, SpecialistCode } from '../../rules/words.ts';
import { examples, type NounCommand } from '../command.ts';
import { historyJson } from '../json/history.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { historyView } from '../views/history.ts';
import { maskedHistory } from '../views/masked-history.ts';
import { wordingOf } from '../views/wording.ts';
import { referralMeant } from '../which.ts';

const lastOfAll = 50;
const lastOfOne = 500;

export const historyCommand: NounCommand = (run) =>
  new Command('history')
    .argument('[what]', 'a referral by number or name, or a specialist by code; without it, everything')
    .option('--last <number>', 'only so many actions, the latest', wholeNumber)
    .addHelpText(
      'after',
      examples('iis history', 'iis history 42', 'iis history kim --last 10', 'iis history R26-0042 --json'),
    )
    .action(run(tellHistory));

async function tellHistory(
  session: Session,
  what: string | undefined,
  flags: { last?: number },
): Promise<Answer> {
  const desk = await session.desk();
  const subject = what === undefined ? null : await subjectMeant(session, desk, what);
  const found = await history(desk, subject, flags.last ?? (subject ? lastOfOne : lastOfAll));
  return answer(session.flags.private ? maskedHistory(found) : found, {
    json: historyJson,
    show: (value, look) => historyView(value, look, wordingOf(desk)),
  });
}

/** A code is somebody's own name here and goes before a family's; that there is such a family too is said. */
async function subjectMeant(session: Session, desk: Desk, what: string): Promise<HistorySubject> {
  const codes = (await specialistsToday(desk)).map(({ specialist }) => specialist.code);
  const code = codes.find((one) => one === what.trim().toLowerCase());
  if (code) {
    await sayFamiliesToo(session, desk, what, code);
    return { specialist: code };
  }
  const referral = await referralOrNone(session, desk, what);
  if (referral) return { referral };
  const close = nearest(what, codes, (one) => one);
  throw new Refusal({
    kind: 'not_found',
    code: 'no_such_subject',
    message: `There is no referral and no specialist “${what.slice(0, 40)}”.`,
    hint:
      close.length > 0
        ? `Did you mean ${close.join(' or ')}?`
        : 'Give the number of a referral, a name of the family, or the code of a specialist.',
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

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number of 1 or more.');
}
