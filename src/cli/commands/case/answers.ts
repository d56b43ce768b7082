import { type CouldUse, couldUse } from '../../../desk/case/ending.ts';
import { caseFile } from '../../../desk/case/look.ts';
import type { Desk } from '../../../desk/desk.ts';
import type { CaseFile } from '../../../rules/case/case.ts';
import { Refusal } from '../../../rules/refusal.ts';
import type { CaseNumber } from '../../../rules/words.ts';
import { aside } from '../../aside.ts';
import { needFlags } from '../../flags.ts';
import { changedCaseJson, freedCaseJson } from '../../json/case.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { readHours } from '../../typed-hours.ts';
import { paragraph } from '../../views/card.ts';
import { counted } from '../../views/wording.ts';

export const caseArgument = ['[case]', 'its number, such as C26-0007 or 7, or a name of the family'] as const;

/** The answer of a step that changed a case: the case to scripts, a sentence to people. */
export const changedAnswer = (desk: Desk, file: CaseFile, sentence: string): Answer =>
  answer(
    { file, sentence },
    {
      json: (value) => changedCaseJson(value.file, desk),
      show: (value, look) => paragraph(value.sentence, look),
    },
  );

/** The same of a step by which a place came free: who could use it, and on a terminal whether to match now. */
export async function freedAnswer(
  session: Session,
  desk: Desk,
  file: CaseFile,
  sentence: string,
): Promise<Answer | undefined> {
  const waiting = await couldUse(desk, file.program);
  const who = whoCouldUse(waiting);
  if (session.canAsk && !session.flags.yes && !session.flags.json && waiting.length > 0) {
    session.out(`${paragraph(sentence, session.look)}\n`);
    session.say(paragraph(who, session.talkLook));
    const ask = await session.ask();
    if (await ask.confirm({ message: 'Look at the plan now?', initial: true })) {
      session.say('\n$ iis match');
      await aside(session, ['match']);
    }
    return undefined;
  }
  return answer(
    { file, couldUse: waiting, sentence },
    {
      json: (value) => freedCaseJson(value, desk),
      show: (value, look) => [value.sentence, who].map((line) => paragraph(line, look)).join('\n'),
    },
  );
}

function whoCouldUse(waiting: readonly CouldUse[]): string {
  if (waiting.length === 0) return 'Nobody who waits could be placed now.';
  const named = waiting.slice(0, 3).map(({ referral, priority }) => `${referral} (${priority})`);
  const more =
    waiting.length > 3 ? ` and ${counted(waiting.length - 3, 'more family', 'more families')}` : '';
  return `Could be placed now: ${named.join(', ')}${more}. See the plan: iis match`;
}

/** The case as it stands; what `requires` refuses is refused before anything is asked. */
export async function caseThat(
  desk: Desk,
  id: CaseNumber,
  requires: (file: CaseFile) => unknown,
): Promise<CaseFile> {
  const file = await caseFile(desk, id);
  await requires(file);
  return file;
}

/** Names every flag that is missing at once, where nobody can be asked. */
export const needAll = (session: Session, flags: Readonly<Record<string, unknown>>, hint?: string): void => {
  if (session.canAsk) return;
  const missing = Object.keys(flags).filter((flag) => flags[flag] === undefined);
  needFlags(missing, hint);
};

/** Whole minutes of hours as typed. Refuses what is no number of hours, none at all, and more than `most`. */
export function minutesOf(
  flag: string,
  text: string,
  { least, most }: { least: number; most: number },
): number {
  const minutes = readHours(text);
  if (minutes !== null && minutes >= least && minutes <= most * 60) return minutes;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_hours',
    message: `${flag}: “${text.slice(0, 40)}” is no number of hours up to ${most}.`,
    hint: `Give hours such as ${flag} 2.5 or ${flag} 2:30.`,
  });
}

export const yesOrNo = (flag: string, text: string): boolean => {
  const typed = text.trim().toLowerCase();
  if (/^(y|yes|true)$/.test(typed)) return true;
  if (/^(n|no|false)$/.test(typed)) return false;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_value',
    message: `${flag}: “${text.slice(0, 40)}” is neither yes nor no.`,
  });
};
