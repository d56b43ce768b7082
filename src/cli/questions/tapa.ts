import { type Desk, today } from '../../desk/desk.ts';
import { referralLines } from '../../desk/dossier.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { familyName, openStatuses } from '../../rules/referral.ts';
import type { NotedTapa, TapaNumber } from '../../rules/tapa.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import type { Answered } from '../answered.ts';
import { aside } from '../aside.ts';
import type { Session } from '../session.ts';
import { nameSeen } from '../views/safe-text.ts';
import { type Ask, BACK, type TextQuestion } from './ask.ts';
import { keptInterview } from './drafts.ts';
import { countyChoices } from './intake-referral.ts';
import type { Step } from './interview.ts';
import { asTyped, typedDay, typedName } from './typed-values.ts';

type Facts = Omit<NotedTapa, 'id'>;
type Answers = { [K in keyof Facts]: Facts[K] | null };

/** Asks for what is noted of a TAPA before its referral. What is given already is not asked again. */
export async function askTapa(session: Session, desk: Desk, given: Answers): Promise<Answered<Facts>> {
  const told = Object.entries(given).flatMap(([id, value]) => (value === null ? [] : [id]));
  const asked = await keptInterview<Answers>(session, desk, {
    command: 'tapa add',
    called: ({ family }) => tapaCalled(session, family),
    interview: { steps: (said) => stepsOf(desk, said) },
    start: given,
    told,
    page: { title: 'Check the TAPA before it is noted', save: 'Note this TAPA' },
    offers: told.length === 0,
  });
  return { ...asked, answers: asked.answers as Facts };
}

function tapaCalled({ flags }: Session, family: string | null): string {
  const shown = nameSeen(family, flags.private);
  return `A TAPA${shown ? ` with the family of ${shown}` : ''}`;
}

function stepsOf(desk: Desk, said: Answers): Step<Answers>[] {
  const day = typedDay({ now: desk.now, zone: desk.settings.zone });
  const inWords = (date: CalendarDate | null) => date && dayInWords(date);
  return [
    typedStep('family', 'Family', said.family, { message: 'What is the family called?', parse: typedName }),
    typedStep('agreedOn', 'Made on', inWords(said.agreedOn), {
      message: 'On which day was the TAPA made?',
      initial: asTyped(said.agreedOn),
      parse: day,
    }),
    typedStep('writtenOn', 'In writing since', inWords(said.writtenOn), {
      message: 'On which day was it put in writing? (Enter: not yet)',
      initial: asTyped(said.writtenOn),
      optional: true,
      parse: day,
    }),
    countyStep(desk, said.county),
    typedStep('worker', 'Negotiated by', said.worker, {
      message: 'Who negotiated it?',
      optional: true,
      parse: typedName,
    }),
  ];
}

const typedStep = <K extends 'family' | 'agreedOn' | 'writtenOn' | 'worker'>(
  id: K,
  label: string,
  shown: string | null,
  question: TextQuestion<Answers[K]>,
): Step<Answers> => ({
  id,
  line: { section: 'TAPA', label, value: shown, ofNobody: id !== 'family' && id !== 'worker' },
  async ask(ask, said) {
    const value = await ask.text<Answers[K]>({
      initial: said[id],
      field: id,
      ...question,
      back: true,
    });
    return value === BACK ? BACK : { ...said, [id]: value };
  },
});

const countyStep = ({ settings }: Desk, county: string | null): Step<Answers> => ({
  id: 'county',
  line: { section: 'TAPA', label: 'County', value: county, ofNobody: true },
  async ask(ask, said) {
    const value = await ask.choose<string | null>({
      message: 'County (type to narrow):',
      search: true,
      choices: [...countyChoices(settings.circuits), { value: null, label: 'Not known yet' }],
      initial: said.county,
      back: true,
    });
    return value === BACK ? BACK : { ...said, county: value };
  },
});

/** The referral that was made for a TAPA; it can be taken in on the way. */
export async function askReferralOf(session: Session, desk: Desk, id: TapaNumber): Promise<ReferralNumber> {
  const ask = await session.ask();
  for (;;) {
    const chosen = await chooseReferral(session, desk, ask, id);
    if (chosen !== 'new') return chosen;
    session.say('\n$ iis referral add');
    await aside(session, ['referral', 'add']);
  }
}

async function chooseReferral(
  { flags }: Session,
  desk: Desk,
  ask: Ask,
  id: TapaNumber,
): Promise<ReferralNumber | 'new'> {
  const lines = await referralLines(desk, { statuses: [...openStatuses, 'assigned', 'accepted'] });
  const named = (name: string | null) => nameSeen(name, flags.private) ?? 'not named';
  const chosen = await ask.choose<ReferralNumber | 'new'>({
    message: `Which referral was made for ${id}?`,
    search: lines.length > 7,
    choices: [
      { value: 'new', label: 'None yet: take it in now' },
      ...lines.reverse().map(({ referral }) => ({
        value: referral.id,
        label: `${referral.id}  ${named(familyName(referral.family))}`,
      })),
    ],
  });
  return chosen as ReferralNumber | 'new';
}

/** A day gone by; what stands there is today. */
export async function askDay(session: Session, desk: Desk, message: string): Promise<CalendarDate> {
  const ask = await session.ask();
  const clock = { now: desk.now, zone: desk.settings.zone };
  return (await ask.text({
    message,
    initial: asTyped(today(desk)),
    parse: typedDay(clock),
  })) as CalendarDate;
}
