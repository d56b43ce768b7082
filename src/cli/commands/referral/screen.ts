import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { screenReferral } from '../../../desk/screen-referral.ts';
import type { GivenAnswer } from '../../../rules/eligibility.ts';
import type { ReferralNumber } from '../../../rules/words.ts';
import { type Answered, asTold, saved } from '../../answered.ts';
import { examples, type NounCommand } from '../../command.ts';
import { needFlags } from '../../flags.ts';
import { screenedJson } from '../../json/referral.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { screeningView } from '../../views/screening.ts';
import { whichReferral } from '../../which.ts';

interface ScreenFlags {
  answers?: string;
  answer?: string[];
  note?: string[];
}

type Answers = Readonly<Record<string, GivenAnswer>>;

const gathered = (value: string, before: string[] = []): string[] => [...before, value];

export const screenVerb: NounCommand = (run) =>
  new Command('screen')
    .description('check a referral against the criteria, one by one')
    .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
    .option('--answers <file>', 'the answers as JSON (- for standard input)')
    .option('--answer <criterion=answer>', 'one answer: yes, no or unknown (again for each)', gathered)
    .option('--note <criterion=text>', 'a note to an answer (again for each)', gathered)
    .addHelpText(
      'after',
      examples(
        'iis referral screen 42',
        'iis referral screen 42 --answer safety_assured=yes --answer authorized=yes',
        'iis referral screen R26-0042 --answers answers.json --json',
      ),
    )
    .action(run(screen));

async function screen(session: Session, what: string | undefined, flags: ScreenFlags): Promise<Answer> {
  const desk = await session.desk();
  const id = await whichReferral(session, desk, what);
  const given = await toldAnswers(session, flags);
  const asked = given ? asTold(given) : await askedAnswers(session, desk, id);
  const screened = await saved(desk, asked, (saving, answers) => screenReferral(saving, id, answers));
  return answer(screened, {
    json: screenedJson,
    show: (value, look) => screeningView(value, look, desk.programs),
  });
}

async function toldAnswers(session: Session, flags: ScreenFlags): Promise<Answers | null> {
  if (flags.answers === undefined && !flags.answer) return null;
  const { readAnswers } = await import('../../../forms/answers.ts');
  const { decodeFormBytes } = await import('../../../forms/decode.ts');
  const file =
    flags.answers === undefined ? {} : readAnswers(decodeFormBytes(session.bytesOf(flags.answers)));
  const pairs = (texts: string[] = []) => Object.fromEntries(texts.map(pair));
  const notes = pairs(flags.note);
  const typed = readAnswers(
    JSON.stringify(
      Object.fromEntries(
        Object.entries(pairs(flags.answer)).map(([id, given]) => [
          id,
          { answer: given, note: notes[id] ?? null },
        ]),
      ),
    ),
  );
  return { ...file, ...typed };
}

const pair = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
};

async function askedAnswers(session: Session, desk: Desk, id: ReferralNumber): Promise<Answered<Answers>> {
  if (!session.canAsk)
    needFlags(
      ['--answers'],
      'Give the answers as JSON: --answers FILE, or one by one: --answer situation=yes',
    );
  const { askScreening } = await import('../../questions/screening.ts');
  return askScreening(session, desk, id);
}
