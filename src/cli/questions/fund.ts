import { type Desk, today } from '../../desk/desk.ts';
import { referralLines } from '../../desk/dossier.ts';
import { budgetFor, type FundRuling, isAbove } from '../../desk/fund.ts';
import { type FundPayment, type FundRequest, kindInWords, unpaidOf } from '../../rules/fund.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { type Cents, dollars, parseAmount } from '../../rules/money.ts';
import { hasCase } from '../../rules/referral.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import type { Answered } from '../answered.ts';
import type { FundGiven } from '../commands/fund/request.ts';
import { Interrupted } from '../failure.ts';
import type { Session } from '../session.ts';
import { budgetInWords, fundCard } from '../views/fund.ts';
import { masked } from '../views/masked.ts';
import { screenSafe } from '../views/safe-text.ts';
import { type Ask, BACK, type Parsed, type TextQuestion } from './ask.ts';
import { keptInterview } from './drafts.ts';
import type { Step } from './interview.ts';
import { asTyped, typedDay } from './typed-values.ts';

type Answers = { [K in keyof FundGiven]: FundGiven[K] | null };

/** Asks for what is kept of a request. What is given already is not asked again. */
export async function askFundRequest(
  session: Session,
  desk: Desk,
  id: ReferralNumber,
  given: Answers,
): Promise<Answered<FundGiven>> {
  const told = Object.entries(given).flatMap(([fact, value]) => (value === null ? [] : [fact]));
  const start: Answers = {
    ...given,
    requestedBy: given.requestedBy ?? (await specialistOf(desk, id)),
    requestedOn: given.requestedOn ?? today(desk),
  };
  const asked = await keptInterview<Answers>(session, desk, {
    command: `fund request ${id}`,
    called: () => `A request to the fund for ${id}`,
    interview: { steps: (said) => stepsOf(desk, said) },
    start,
    told,
    page: { title: 'Check the request before it is saved', save: 'Save this request' },
    offers: told.length === 0,
  });
  return { ...asked, answers: asked.answers as FundGiven };
}

/** Mostly it is the specialist who asks. */
async function specialistOf(desk: Desk, id: ReferralNumber): Promise<string | null> {
  const lines = await referralLines(desk, { statuses: ['assigned', 'accepted'] });
  const state = lines.find(({ referral }) => referral.id === id)?.referral.state;
  return state && hasCase(state) ? state.specialist : null;
}

function stepsOf(desk: Desk, said: Answers): Step<Answers>[] {
  const { fund, now, settings } = desk;
  const needsItem = fund.kinds.find(({ code }) => code === said.kind)?.needsItem === true;
  return [
    {
      id: 'kind',
      line: {
        section: 'Request',
        label: 'For',
        value: said.kind && kindInWords(fund, said.kind),
        ofNobody: true,
      },
      async ask(ask, before) {
        const choices = fund.kinds.map(({ code, words }) => ({ value: code, label: words }));
        const kind = await ask.choose({
          message: 'What is the money for?',
          choices,
          initial: before.kind ?? undefined,
        });
        return kind === BACK ? BACK : { ...before, kind };
      },
    },
    textStep('item', 'What exactly', said, {
      message: needsItem
        ? 'What exactly is it for?'
        : 'What exactly, such as October rent? (Enter: nothing more)',
      optional: !needsItem,
    }),
    textStep('amount', 'Amount', said, {
      message: 'How much, in dollars?',
      initial: said.amount === null ? null : dollars(said.amount),
      parse: typedAmount,
    }),
    textStep('why', 'Why', said, { message: 'Why would it avert the removal of a child?' }),
    textStep('tried', 'Tried', said, { message: 'Which other resources were tried?' }),
    textStep('requestedBy', 'Asked by', said, { message: 'Who asks?' }),
    textStep('requestedOn', 'Asked on', said, {
      message: 'When was it asked for?',
      initial: asTyped(said.requestedOn),
      parse: typedDay({ now, zone: settings.zone }),
    }),
  ];
}

/** Who asks and when, the office knows of: it is no fact of the family. */
const open = new Set(['amount', 'requestedBy', 'requestedOn']);

const textStep = <K extends Exclude<keyof Answers, 'kind'>>(
  id: K,
  label: string,
  said: Answers,
  question: TextQuestion<Answers[K]>,
): Step<Answers> => ({
  id,
  line: { section: 'Request', label, value: inWords(said[id]), ofNobody: open.has(id) },
  async ask(ask, before) {
    const stood = before[id];
    const initial = typeof stood === 'string' ? stood : null;
    const value = await ask.text<Answers[K]>({ initial, field: id, ...question, back: true });
    return value === BACK ? BACK : { ...before, [id]: value };
  },
});

const inWords = (value: string | number | null): string | null =>
  typeof value === 'number'
    ? dollars(value)
    : value && /^\d{4}-\d\d-\d\d$/.test(value)
      ? dayInWords(value as CalendarDate)
      : value;

function typedAmount(text: string): Parsed<Cents> {
  const parsed = parseAmount(text);
  return 'cents' in parsed ? { value: parsed.cents, inWords: dollars(parsed.cents) } : parsed;
}

/** At most so much. */
const typedUpTo =
  (most: Cents, of: string) =>
  (text: string): Parsed<Cents> => {
    const typed = typedAmount(text);
    return 'value' in typed && typed.value > most
      ? { refused: `That is more than ${of}: ${dollars(most)}.` }
      : typed;
  };

/** Shows the request and asks for the Division's decision; where the budget does not reach, for the reason too. */
export async function askFundRuling(
  session: Session,
  desk: Desk,
  request: FundRequest,
  given: Omit<FundRuling, 'decision'>,
): Promise<FundRuling> {
  const ask = await session.ask();
  const budget = await budgetFor(desk, request, given.on);
  const seen = {
    request: screenSafe(session.flags.private ? (masked(request) as FundRequest) : request),
    budget,
  };
  ask.show(fundCard(seen, session.talkLook, desk.fund));
  const decision = await ask.choose<FundRuling['decision'] | null>({
    message: 'What does the Division decide?',
    choices: [
      { value: 'approved', label: 'Approve it' },
      { value: 'denied', label: 'Deny it' },
      { value: null, label: 'Leave it as it is' },
    ],
  });
  if (decision === null || decision === BACK) throw new Interrupted('Left as it was.');
  if (decision === 'denied')
    return { ...given, decision, note: given.note ?? (await needed(ask, 'Why is it denied?')) };
  const approved = given.approved ?? (await amountUpTo(ask, request.amount, 'was asked for'));
  if (!isAbove(budget, approved) || given.overBudget !== null) return { ...given, decision, approved };
  ask.show(`! ${budgetInWords(budget)}`);
  const overBudget = await needed(ask, 'Why is it approved although the budget does not reach?');
  return { ...given, decision, approved, overBudget };
}

const needed = async (ask: Ask, message: string): Promise<string> => (await ask.text({ message })) as string;

const amountUpTo = async (ask: Ask, most: Cents, of: string): Promise<Cents> =>
  (await ask.text<Cents>({
    message: 'How much?',
    initial: dollars(most),
    parse: typedUpTo(most, of),
  })) as Cents;

/** Asks how much was paid, to whom and when; what is given already is not asked again. */
export async function askFundPayment(
  session: Session,
  desk: Desk,
  request: FundRequest,
  given: { [K in keyof Omit<FundPayment, 'by'>]: FundPayment[K] | null },
): Promise<Omit<FundPayment, 'by'>> {
  const ask = await session.ask();
  const clock = { now: desk.now, zone: desk.settings.zone };
  return {
    amount: given.amount ?? (await amountUpTo(ask, unpaidOf(request), 'is left of it')),
    payee: given.payee ?? (await needed(ask, 'To whom was it paid?')),
    on:
      given.on ??
      ((await ask.text({
        message: 'On which day was it paid?',
        initial: asTyped(today(desk)),
        parse: typedDay(clock),
      })) as CalendarDate),
  };
}
