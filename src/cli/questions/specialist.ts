import { type Desk, look } from '../../desk/desk.ts';
import { listSpecialists, type SpecialistFacts } from '../../records/specialists.ts';
import { circuits as allCircuits } from '../../rules/circuits.ts';
import { nameWords } from '../../rules/name-keys.ts';
import { specialistCode } from '../../rules/specialist-facts.ts';
import { localSituations, type SpecialistCode, situationInWords } from '../../rules/words.ts';
import type { Answered } from '../answered.ts';
import { Interrupted } from '../failure.ts';
import type { Session } from '../session.ts';
import { nameSeen } from '../views/safe-text.ts';
import { type Ask, BACK, type Back, type Parsed } from './ask.ts';
import { keptInterview } from './drafts.ts';
import { interviewed, type Step } from './interview.ts';
import { circuitInWords, languagesInWords, typedCircuits, typedLanguages } from './typed-lists.ts';
import { typedEmail, typedName, typedPhone } from './typed-values.ts';

interface Answers {
  code: string | null;
  facts: SpecialistFacts;
}

type SpecialistStep = Step<Answers>;

/** Asks for what is kept of a new specialist. What `start` gives is not asked again; it can be changed on the check page. */
export async function askSpecialist(
  session: Session,
  desk: Desk,
  start: { code?: string; facts: Partial<SpecialistFacts> },
): Promise<Answered<{ code: SpecialistCode; facts: SpecialistFacts }>> {
  const taken = await codesTaken(desk);
  const told = [...Object.keys(start.facts), ...(start.code === undefined ? [] : ['code'])];
  const asked = await keptInterview<Answers>(session, desk, {
    command: 'specialist add',
    called: ({ facts }) => specialistCalled(session, facts.name),
    interview: { steps: (said) => stepsOf(desk, said, taken) },
    start: { code: start.code ?? null, facts: { ...blank(desk), ...start.facts } },
    told,
    page: { title: 'Check the specialist before it is saved', save: 'Save this specialist' },
    offers: told.length === 0,
  });
  const { code, facts } = asked.answers;
  return { ...asked, answers: { code: code as SpecialistCode, facts } };
}

/** Shows what is kept of a specialist, to be changed line by line; not the code, which others may know. */
export async function askSpecialistEdit(
  session: Session,
  desk: Desk,
  before: { code: SpecialistCode; facts: SpecialistFacts },
): Promise<SpecialistFacts> {
  const taken = await codesTaken(desk);
  const steps = (said: Answers) => stepsOf(desk, said, taken).filter(({ id }) => id !== 'code');
  const edited = await interviewed(await session.ask(), session.talkLook, { steps }, before as Answers, {
    title: `Check ${before.code} before it is saved`,
    save: 'Save this specialist',
    only: () => false,
  });
  if (edited === null) throw new Interrupted('Stopped. The specialist was not saved.');
  return edited.facts;
}

const codesTaken = async (desk: Desk): Promise<Set<string>> =>
  new Set((await look(desk, listSpecialists)).map(({ code }) => code));

function specialistCalled({ flags }: Session, name: string): string {
  const shown = nameSeen(name, flags.private);
  return `A specialist${shown ? `, ${shown},` : ''}`;
}

const blank = ({ programs, settings }: Desk): SpecialistFacts => ({
  name: '',
  agency: null,
  supervisor: null,
  program: Object.keys(programs)[0]!,
  circuits: settings.circuits,
  counties: [],
  languages: ['en'],
  takes: [],
  phone: null,
  email: null,
});

function stepsOf({ programs }: Desk, { code, facts }: Answers, taken: ReadonlySet<string>): SpecialistStep[] {
  const { circuits, counties, languages, takes, program } = facts;
  return [
    factStep('name', 'Name', facts.name || null, (ask, before) =>
      ask.text({ message: 'Full name:', initial: before.name, back: true }),
    ),
    {
      id: 'code',
      line: line('Code', code),
      async ask(ask, said) {
        const typed = await ask.text({
          message: 'Short code, such as kim:',
          initial: said.code ?? suggested(said.facts.name, taken),
          back: true,
          parse: (text) => typedCode(text, taken),
        });
        return typed === BACK ? BACK : { ...said, code: typed };
      },
    },
    optionalStep('agency', 'Agency', facts, typedName),
    optionalStep('supervisor', 'Supervisor', facts, typedName),
    factStep('program', 'Program', program, (ask, before) =>
      ask.choose({
        message: 'Which program do they work for?',
        choices: Object.values(programs).map((one) => ({
          value: one.code,
          label: `${one.code}: ${one.summary}`,
        })),
        initial: before.program,
        back: true,
      }),
    ),
    factStep('circuits', 'Circuits', circuits.map(circuitInWords).join('; ') || null, (ask, before) =>
      ask.text<number[]>({
        message: 'Circuits they serve, by number or county:',
        initial: before.circuits.join(', '),
        back: true,
        parse: typedCircuits,
      }),
    ),
    {
      ...factStep('counties', 'Counties', counties.join(', ') || 'all of the circuits', (ask, before) =>
        ask.chooseMany({
          message: 'Only some counties? (none ticked: all)',
          choices: countiesOf(before.circuits).map((value) => ({ value, label: value })),
          initial: before.counties,
          back: true,
        }),
      ),
      when: (said) => countiesOf(said.facts.circuits).length > 1,
    },
    factStep('languages', 'Languages', languagesInWords(languages), (ask, before) =>
      ask.text({
        message: 'Languages they speak:',
        help: 'Several with commas between them, such as English, Spanish.',
        initial: languagesInWords(before.languages),
        back: true,
        parse: typedLanguages,
      }),
    ),
    factStep(
      'takes',
      'Also takes',
      takes.map((one) => situationInWords[one]).join(', ') || 'neither',
      (ask, before) =>
        ask.chooseMany({
          message: 'Which of these do they take as well?',
          choices: localSituations.map((value) => ({ value, label: situationInWords[value] })),
          initial: before.takes,
          back: true,
        }),
    ),
    optionalStep('phone', 'Phone', facts, typedPhone),
    optionalStep('email', 'Email', facts, typedEmail),
  ];
}

const line = (label: string, value: string | null) => ({ section: 'Specialist', label, value });

const countiesOf = (numbers: readonly number[]): string[] =>
  allCircuits.filter(({ circuit }) => numbers.includes(circuit)).flatMap(({ counties }) => counties);

/** A step for one fact; counties outside the circuits go when the circuits change. */
const factStep = <K extends keyof SpecialistFacts>(
  id: K,
  label: string,
  shown: string | null,
  asking: (ask: Ask, before: SpecialistFacts) => Promise<SpecialistFacts[K] | Back | null>,
): SpecialistStep => ({
  id,
  line: line(label, shown),
  async ask(ask, said) {
    const value = await asking(ask, said.facts);
    if (value === BACK) return BACK;
    const facts = { ...said.facts, [id]: value };
    return {
      ...said,
      facts: { ...facts, counties: facts.counties.filter((one) => countiesOf(facts.circuits).includes(one)) },
    };
  },
});

const optionalStep = (
  id: 'agency' | 'supervisor' | 'phone' | 'email',
  label: string,
  facts: SpecialistFacts,
  parse: (text: string) => Parsed<string | null>,
): SpecialistStep =>
  factStep(id, label, facts[id], (ask, before) =>
    ask.text<string | null>({ message: `${label}:`, initial: before[id], optional: true, back: true, parse }),
  );

function typedCode(text: string, taken: ReadonlySet<string>): Parsed<string> {
  const typed = specialistCode(text);
  if ('refused' in typed) return typed;
  return taken.has(typed.code)
    ? { refused: `There is a specialist “${typed.code}” already. Choose another code.` }
    : { value: typed.code };
}

/** The first name, where it makes a code that is free. */
function suggested(name: string, taken: ReadonlySet<string>): string | null {
  const typed = specialistCode((nameWords(name)[0] ?? '').slice(0, 12));
  return 'code' in typed && !taken.has(typed.code) ? typed.code : null;
}
