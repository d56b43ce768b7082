import type { Settings } from '../../rules/settings.ts';
import { localSituations, situationInWords } from '../../rules/words.ts';
import { findZone } from '../../rules/zone-names.ts';
import { Interrupted } from '../failure.ts';
import type { Session } from '../session.ts';
import { initials as initialsOf } from '../views/safe-text.ts';
import { BACK, type Parsed } from './ask.ts';
import { interviewed, type Step } from './interview.ts';
import { circuitInWords, typedCircuits } from './typed-lists.ts';
import { typedEmail, typedName, typedPhone } from './typed-values.ts';

type SettingStep = Step<Settings>;

/**
 * Asks for the office's settings and returns those that changed. The zone and the reunification sites, which
 * few offices change, are asked only when their line on the check page is chosen.
 */
export async function askSettings(session: Session, current: Settings): Promise<Partial<Settings>> {
  const ask = await session.ask();
  const answers = await interviewed(ask, session.talkLook, { steps }, current, {
    title: 'Check the settings before they are saved',
    save: 'Save these settings',
  });
  if (answers === null) throw new Interrupted('Stopped. The settings were not changed.');
  const changed = Object.entries(answers).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(current[key as keyof Settings]),
  );
  return Object.fromEntries(changed);
}

const steps = (answers: Settings): SettingStep[] => [
  {
    id: 'circuits',
    line: office('Circuits', answers.circuits.map(circuitInWords).join('; ') || null),
    async ask(ask, said) {
      const circuits = await ask.text<number[]>({
        message: 'Your judicial circuits, by number or county:',
        help: 'Several with commas between them, such as 13, 19 or Boone, Cole.',
        initial: said.circuits.join(', '),
        back: true,
        parse: typedCircuits,
      });
      return circuits === BACK ? BACK : { ...said, circuits: circuits ?? [] };
    },
  },
  textStep('name', 'Your name', answers, (said) => said.name),
  textStep('initials', 'Your initials', answers, (said) => said.initials ?? shortened(said.name)),
  { ...textStep('phone', 'Your phone', answers, (said) => said.phone, typedPhone), onRequest: true },
  { ...textStep('email', 'Your email', answers, (said) => said.email, typedEmail), onRequest: true },
  {
    id: 'take',
    line: office('Also taken', answers.take.map((one) => situationInWords[one]).join(', ') || 'neither'),
    async ask(ask, said) {
      const take = await ask.chooseMany({
        message: 'Which of these does your circuit take as well?',
        choices: localSituations.map((value) => ({ value, label: situationInWords[value] })),
        initial: said.take,
        back: true,
      });
      return take === BACK ? BACK : { ...said, take };
    },
  },
  {
    id: 'zone',
    onRequest: true,
    line: office('Time zone', answers.zone),
    async ask(ask, said) {
      const zone = await ask.text({
        message: 'Time zone:',
        initial: said.zone,
        back: true,
        parse: typedZone,
      });
      return zone === BACK ? BACK : { ...said, zone: zone ?? said.zone };
    },
  },
  {
    id: 'ifrsCircuits',
    onRequest: true,
    line: office('IFRS sites', answers.ifrsCircuits.map(circuitInWords).join('; ') || 'none'),
    async ask(ask, said) {
      const sites = await ask.text<number[]>({
        message: 'Circuits in a reunification (IFRS) service area (Enter: none):',
        initial: said.ifrsCircuits.join(', '),
        optional: true,
        back: true,
        parse: typedCircuits,
      });
      return sites === BACK ? BACK : { ...said, ifrsCircuits: sites ?? [] };
    },
  },
  smallCellsStep(answers),
  accessibleStep(answers),
];

const smallCellsStep = ({ smallCells }: Settings): SettingStep => ({
  id: 'smallCells',
  onRequest: true,
  line: office('Hidden counts', `1–${smallCells} in reports for others`),
  async ask(ask, said) {
    const most = await ask.text<number>({
      message: 'In reports for others, hide counts of 1 to:',
      initial: String(said.smallCells),
      back: true,
      parse: (typed) =>
        /^\d{1,3}$/.test(typed) ? { value: Number(typed) } : { refused: 'A number, such as 10.' },
    });
    return most === BACK ? BACK : { ...said, smallCells: most ?? said.smallCells };
  },
});

const accessibleStep = ({ accessible }: Settings): SettingStep => ({
  id: 'accessible',
  onRequest: true,
  line: office('Accessible screen', accessible ? 'yes' : 'no'),
  async ask(ask, said) {
    const wanted = await ask.choose({
      message: 'Is the screen for a screen reader (no columns, no drawn prompts)?',
      choices: [
        { value: false, label: 'No' },
        { value: true, label: 'Yes' },
      ],
      initial: said.accessible,
      back: true,
    });
    return wanted === BACK ? BACK : { ...said, accessible: wanted };
  },
});

const office = (label: string, value: string | null) => ({ section: 'Your office', label, value });

const textStep = (
  id: 'name' | 'initials' | 'phone' | 'email',
  label: string,
  answers: Settings,
  initialOf: (said: Settings) => string | null,
  parse: (text: string) => Parsed<string | null> = typedName,
): SettingStep => ({
  id,
  line: office(label, answers[id]),
  async ask(ask, said) {
    const value = await ask.text<string | null>({
      message: `${label}:`,
      initial: initialOf(said),
      optional: true,
      back: true,
      parse,
    });
    return value === BACK ? BACK : { ...said, [id]: value };
  },
});

/** `Kim Sample` as `KS`. */
const shortened = (name: string | null): string | null => name && initialsOf(name).replace(/[\s.]/g, '');

function typedZone(text: string): Parsed<string> {
  const found = findZone(text);
  if ('zone' in found) return { value: found.zone };
  const near =
    found.nearest.length > 0
      ? `Did you mean ${found.nearest.join(' or ')}?`
      : 'Missouri’s is America/Chicago.';
  return { refused: `“${text}” is not a time zone. ${near}` };
}
