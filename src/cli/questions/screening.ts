import { type Desk, look } from '../../desk/desk.ts';
import { lastAnswers, requireScreenable, screeningFacts } from '../../desk/screen-referral.ts';
import { referralByNumber } from '../../records/referrals.ts';
import { type Screening, screeningsOf } from '../../records/steps.ts';
import {
  type Assessment,
  answeredOtherwise,
  answerOnRecord,
  assess,
  type GivenAnswer,
  type GivenAnswers,
  type ScreeningFacts,
} from '../../rules/eligibility.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { type Criterion, type Program, programOf } from '../../rules/policy.ts';
import { familyName, type Referral } from '../../rules/referral.ts';
import type { Answer, ReferralNumber } from '../../rules/words.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Session } from '../session.ts';
import { masked } from '../views/masked.ts';
import { nameSeen, safeText } from '../views/safe-text.ts';
import { type Ask, BACK, type Back } from './ask.ts';
import { type KeptAnswers, keptInterview } from './drafts.ts';
import type { Step } from './interview.ts';

/** What is known of a criterion before it is asked, and from where. */
interface Known {
  given: GivenAnswer;
  from: string;
}

/** What a criterion is asked with. */
interface Start {
  known: Known | undefined;
  /** What was answered here already, where somebody else has answered otherwise meanwhile. */
  before: GivenAnswer | undefined;
  words: (given: GivenAnswer) => string;
}

/**
 * Asks criterion by criterion of the referral's program, each starting from the last screening or from what
 * the referral says; what that comes to is shown before it is saved. Refuses what `screenReferral` refuses,
 * before anything is asked. After answers that could not be saved (`before`), only those are asked again that somebody
 * else has given otherwise meanwhile.
 */
export async function askScreening(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
  before: KeptAnswers<GivenAnswers, GivenAnswers> | null = null,
): Promise<KeptAnswers<GivenAnswers, GivenAnswers>> {
  const { referral, last } = await look(desk, async (db) => {
    const found = (await referralByNumber(db, id))!;
    const screenings = await screeningsOf(db, id);
    return { referral: found, last: screenings.findLast(({ program }) => program === found.program) };
  });
  requireScreenable(referral);
  const ask = await session.ask();
  const program = programOf(desk.programs, referral.program);
  const facts = screeningFacts(referral, desk.settings);
  const known = knownAnswers(program, facts, last, desk);
  const words = (given: GivenAnswer) =>
    inWords(session.flags.private && given.note ? { ...given, note: '…' } : given);
  const now = lastAnswers(last);
  const seen = before ? (before.seen ?? {}) : now;
  const otherwise = before && answeredOtherwise(seen, now, before.answers);
  if (!before) ask.show(session.talkLook.bold(titleOf(session, referral, program)));
  const asked = await keptInterview<GivenAnswers, GivenAnswers>(session, desk, {
    command: `referral screen ${id}`,
    called: () => `A screening of ${id}`,
    interview: {
      steps: (given) =>
        program.criteria.map((criterion) =>
          step(criterion, given, {
            known: known.get(criterion.id),
            before: otherwise?.includes(criterion.id) ? before?.answers[criterion.id] : undefined,
            words,
          }),
        ),
    },
    start: before?.answers ?? {},
    seen,
    draft: before?.draft() ?? null,
    ...(otherwise ? { only: () => (one) => otherwise.includes(one.id) } : {}),
    basis: {
      by: program.code,
      fitting: (given) => Object.fromEntries(Object.entries(given).filter(([one]) => isOf(program, one))),
      changed: `${id} is referred for ${program.code} now: its questions are asked from the first one on.`,
    },
    page: {
      title: `Check the screening of ${id} before it is saved`,
      save: 'Save this screening',
      notes: async (given) => {
        const said = comesTo(assess(program, given, facts));
        return session.flags.private ? (masked(said, 'because') as string[]) : said;
      },
    },
    offers: before === null,
  });
  // The draft keeps what was seen first: broken off in between, the answers of both are asked for again.
  return before ? { ...asked, seen: now } : asked;
}

const isOf = ({ criteria }: Program, id: string): boolean => criteria.some((one) => one.id === id);

function titleOf({ flags }: Session, { id, family }: Referral, { code, name }: Program): string {
  const shown = nameSeen(familyName(family), flags.private);
  return safeText(`${id}${shown ? `, ${shown}` : ''}: screening for ${name} (${code})`);
}

function knownAnswers(
  program: Program,
  facts: ScreeningFacts,
  last: Screening | undefined,
  { settings }: Desk,
): Map<string, Known> {
  const before = lastAnswers(last);
  const when = last && `${dayInWords(dateIn(last.at, settings.zone))} by ${last.by}`;
  const entries = program.criteria.flatMap((criterion): [string, Known][] => {
    const earlier = before[criterion.id];
    if (earlier) return [[criterion.id, { given: earlier, from: `the screening of ${when}` }]];
    const onRecord = answerOnRecord(criterion, facts);
    return onRecord ? [[criterion.id, { given: onRecord, from: 'the referral' }]] : [];
  });
  return new Map(entries);
}

const step = (
  criterion: Criterion,
  given: GivenAnswers,
  { known, before, words }: Start,
): Step<GivenAnswers> => {
  const { id, source } = criterion;
  const said = given[id];
  return {
    id,
    line: {
      section: 'Criteria',
      label: `${id.replaceAll('_', ' ')} ${source}`,
      value: said ? words(said) : null,
    },
    async ask(ask, answers) {
      const start = answers[id] ?? known?.given;
      const isOpen = before !== undefined && answers[id] === before;
      const from = isOpen ? [start, known?.given] : [start];
      const answer = await ask.choose<Answer>({
        message: `${criterion.question} ${source}`,
        help: isOpen || !answers[id] ? helpOf({ known, before, words }) : undefined,
        choices: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: `${criterion.no}.` },
          { value: 'unknown', label: 'Not known yet', hint: `${criterion.ask}.` },
        ],
        // Where two gatekeepers differ, Enter alone decides nothing.
        initial: isOpen ? null : start?.answer,
        back: true,
      });
      if (answer === BACK) return BACK;
      const note = await noteOf(ask, from.find((one) => one?.answer === answer)?.note ?? null);
      return note === BACK ? this.ask(ask, answers) : { ...answers, [id]: { answer, note } };
    },
  };
};

const helpOf = ({ known, before, words }: Start): string =>
  [known && `Known from ${known.from}: ${words(known.given)}.`, before && `You answered: ${words(before)}.`]
    .filter(Boolean)
    .join(' ');

const noteOf = (ask: Ask, initial: string | null): Promise<string | null | Back> =>
  ask.text({
    message: initial ? 'Note (Enter keeps it):' : 'Note (Enter: none):',
    field: 'note',
    initial,
    optional: true,
    back: true,
  });

const answerWords: Record<Answer, string> = { yes: 'yes', no: 'no', unknown: 'not known yet' };

const inWords = ({ answer, note }: GivenAnswer): string =>
  `${answerWords[answer]}${note ? ` – ${note}` : ''}`;

/** What the answers come to, before they are saved. */
function comesTo({ result, because, questions }: Assessment): string[] {
  if (result === 'eligible') return ['As answered, the family is eligible.'];
  if (result === 'not_eligible') return ['As answered, the family is not eligible:', ...because];
  return ['As answered, information is needed:', ...questions, ...because];
}
