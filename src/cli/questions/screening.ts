import { type Desk, look } from '../../desk/desk.ts';
import { lastAnswers, requireScreenable, screeningFacts } from '../../desk/screen-referral.ts';
import { referralByNumber } from '../../records/referrals.ts';
import { type Screening, screeningsOf } from '../../records/steps.ts';
import { answerOnRecord, assess, type GivenAnswer, type ScreeningFacts } from '../../rules/eligibility.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { type Criterion, type Program, programOf } from '../../rules/policy.ts';
import { familyName, type Referral } from '../../rules/referral.ts';
import type { Answer, ReferralNumber } from '../../rules/words.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Answered } from '../answered.ts';
import type { Session } from '../session.ts';
import { nameSeen, safeText } from '../views/safe-text.ts';
import { type Ask, BACK, type Back } from './ask.ts';
import { keptInterview } from './drafts.ts';
import type { Step } from './interview.ts';

type Answers = Readonly<Record<string, GivenAnswer>>;

/** What is known of a criterion before it is asked, and from where. */
interface Known {
  given: GivenAnswer;
  from: string;
}

/**
 * Asks criterion by criterion of the referral's program, each starting from the last screening or from what
 * the referral says; what that comes to is shown before it is saved. Refuses what `screenReferral` refuses,
 * before anything is asked.
 */
export async function askScreening(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
): Promise<Answered<Answers>> {
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
  ask.show(session.talkLook.bold(titleOf(session, referral, program)));
  return keptInterview<Answers>(session, desk, {
    command: `referral screen ${id}`,
    called: () => `A screening of ${id}`,
    interview: {
      steps: (given) =>
        program.criteria.map((criterion) => step(criterion, given, known.get(criterion.id), words)),
    },
    start: {},
    basis: {
      by: program.code,
      fitting: (given) => Object.fromEntries(Object.entries(given).filter(([one]) => isOf(program, one))),
      changed: `${id} is referred for ${program.code} now: its questions are asked from the first one on.`,
    },
    page: {
      title: `Check the screening of ${id} before it is saved`,
      save: 'Save this screening',
      notes: async (given) => comesTo(program, given, facts),
    },
    offers: true,
  });
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
  const when = last && dayInWords(dateIn(last.at, settings.zone));
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
  given: Answers,
  known: Known | undefined,
  words: (given: GivenAnswer) => string,
): Step<Answers> => {
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
      const answer = await ask.choose<Answer>({
        message: `${criterion.question} ${source}`,
        help: answers[id] || !known ? undefined : `Known from ${known.from}: ${words(known.given)}.`,
        choices: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: `${criterion.no}.` },
          { value: 'unknown', label: 'Not known yet', hint: `${criterion.ask}.` },
        ],
        initial: start?.answer,
        back: true,
      });
      if (answer === BACK) return BACK;
      const note = await noteOf(ask, answer === start?.answer ? start.note : null);
      return note === BACK ? this.ask(ask, answers) : { ...answers, [id]: { answer, note } };
    },
  };
};

const noteOf = (ask: Ask, initial: string | null): Promise<string | null | Back> =>
  ask.text({ message: 'Note (Enter: none):', field: 'note', initial, optional: true, back: true });

const answerWords: Record<Answer, string> = { yes: 'yes', no: 'no', unknown: 'not known yet' };

const inWords = ({ answer, note }: GivenAnswer): string =>
  `${answerWords[answer]}${note ? ` – ${note}` : ''}`;

/** What the answers come to, before they are saved. */
function comesTo(program: Program, given: Answers, facts: ScreeningFacts): string[] {
  const { result, because, questions } = assess(program, given, facts);
  if (result === 'eligible') return ['As answered, the family is eligible.'];
  if (result === 'not_eligible') return ['As answered, the family is not eligible:', ...because];
  return ['As answered, information is needed:', ...questions, ...because];
}
