import type { CasesThen } from '../desk/specialists.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Specialist } from '../rules/specialist.ts';
import { oneOf } from './flags.ts';
import type { Session } from './session.ts';
import { counted } from './views/wording.ts';

const keepWords = (code: string) => `open cases stay with ${code}`;
const giveBackWords = 'the families are eligible again today and can be matched at once';

/**
 * What becomes of the open cases of a specialist who goes: as the flag says, or asked on a terminal. Refuses
 * (exit 2) to guess.
 */
export async function casesThen(
  session: Session,
  specialist: Specialist,
  flag: string | undefined,
): Promise<CasesThen> {
  if (flag !== undefined) return oneOf<CasesThen>('--cases', flag, ['keep', 'give_back']);
  if (specialist.openCases.length === 0) return 'keep';
  if (!session.canAsk) throw casesUnsaid(specialist);
  session.say(
    [openCasesSentence(specialist), ...caseLines(specialist).map((line) => `  ${line}`)].join('\n'),
  );
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

const openCasesSentence = ({ code, openCases }: Specialist): string =>
  `${code} has ${counted(openCases.length, 'open case')}.`;

const caseLines = ({ openCases }: Specialist): string[] =>
  openCases.map(({ id, referral }) => `${id} with the family of ${referral}`);

const casesUnsaid = (specialist: Specialist) =>
  new Refusal({
    kind: 'invalid',
    code: 'flags_missing',
    message: `${openCasesSentence(specialist)} Say what becomes of ${specialist.openCases.length === 1 ? 'it' : 'them'} with --cases.`,
    reasons: caseLines(specialist),
    hint: `--cases keep: ${keepWords(specialist.code)}.\n--cases give-back: ${giveBackWords}.`,
    details: {
      missing: ['--cases'],
      cases: specialist.openCases.map(({ id, referral }) => ({ case: id, referral })),
    },
  });
