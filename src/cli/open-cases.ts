import type { Desk } from '../desk/desk.ts';
import { type CasesThen, type FamilyServed, familiesOf } from '../desk/specialists.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Specialist } from '../rules/specialist.ts';
import { oneOf } from './flags.ts';
import type { Session } from './session.ts';
import { nameSeen } from './views/safe-text.ts';
import { counted } from './views/wording.ts';

const keepWords = (code: string) => `open cases stay with ${code}`;
const giveBackWords = 'the families are eligible again today and can be matched at once';

/**
 * What becomes of the open cases of a specialist who goes: as the flag says, or asked on a terminal. Refuses
 * (exit 2) to guess.
 */
export async function casesThen(
  session: Session,
  desk: Desk,
  specialist: Specialist,
  flag: string | undefined,
): Promise<CasesThen> {
  if (flag !== undefined)
    return oneOf<CasesThen>('--cases', flag, ['keep', 'give_back'], ['keep', 'give-back']);
  if (specialist.openCases.length === 0) return 'keep';
  const served = await familiesOf(desk, specialist);
  if (!session.canAsk) throw casesUnsaid(specialist, served);
  const lines = served.map((one) => caseLine(one, session.flags.private === true));
  session.say([openCasesSentence(specialist), ...lines.map((line) => `  ${line}`)].join('\n'));
  const ask = await session.ask();
  const chosen = await ask.choose<CasesThen>({
    message: 'What becomes of them?',
    choices: [
      { value: 'keep', label: `Keep: ${keepWords(specialist.code)}` },
      { value: 'give_back', label: `Give back: ${giveBackWords}` },
    ],
  });
  return chosen as CasesThen;
}

/** What is to become of the open cases, to be confirmed with the rest; empty where there are none. */
export const casesThenInWords = ({ code, openCases }: Specialist, then: CasesThen): string => {
  if (openCases.length === 0) return '';
  const words = then === 'keep' ? keepWords(code) : giveBackWords;
  return ` ${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

const openCasesSentence = ({ code, openCases }: Specialist): string =>
  `${code} has ${counted(openCases.length, 'open case')}.`;

const caseLine = ({ case: id, referral, name }: FamilyServed, isPrivate: boolean): string =>
  `${id} with the family of ${referral}${name === null ? '' : `, ${nameSeen(name, isPrivate)}`}`;

const casesUnsaid = (specialist: Specialist, served: readonly FamilyServed[]) =>
  new Refusal({
    kind: 'invalid',
    code: 'flags_missing',
    message: `${openCasesSentence(specialist)} Say what becomes of ${specialist.openCases.length === 1 ? 'it' : 'them'} with --cases.`,
    reasons: served.map((one) => caseLine(one, false)),
    names: served.flatMap(({ name }) => name ?? []),
    hint: `--cases keep: ${keepWords(specialist.code)}.\n--cases give-back: ${giveBackWords}.`,
    details: {
      missing: ['--cases'],
      cases: served.map(({ case: id, referral }) => ({ case: id, referral })),
    },
  });
