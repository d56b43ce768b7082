import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { type Notes, type Screened, screenReferral } from '../../../desk/screen-referral.ts';
import type { GivenAnswers } from '../../../rules/eligibility.ts';
import type { ReferralNumber } from '../../../rules/words.ts';
import { saved } from '../../answered.ts';
import { examples, type NounCommand } from '../../command.ts';
import { needFlags } from '../../flags.ts';
import { screenedJson } from '../../json/referral.ts';
import { isChangedMeanwhile, refusedInWords } from '../../refused.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { screeningView } from '../../views/screening.ts';
import { whichReferral } from '../../which.ts';

interface ScreenFlags {
  answers?: string;
  answer?: string[];
  note?: string[];
}

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
  const screened = given
    ? await screenReferral(desk, id, given.answers, { notes: given.notes })
    : await askAndScreen(session, desk, id);
  return answer(screened, {
    json: screenedJson,
    show: (value, look) => screeningView(value, look, desk.programs),
  });
}

interface Told {
  answers: GivenAnswers;
  notes: Notes;
}

async function toldAnswers(session: Session, flags: ScreenFlags): Promise<Told | null> {
  if (flags.answers === undefined && !flags.answer && !flags.note) return null;
  const { readAnswers } = await import('../../../forms/answers.ts');
  const { decodeFormBytes } = await import('../../../forms/decode.ts');
  const file =
    flags.answers === undefined ? {} : readAnswers(decodeFormBytes(session.bytesOf(flags.answers)));
  const typed = readAnswers(JSON.stringify(Object.fromEntries((flags.answer ?? []).map(pair))));
  const notes = (flags.note ?? []).map(pair).map(([id, note]) => [id, note || null]);
  return { answers: { ...file, ...typed }, notes: Object.fromEntries(notes) };
}

const pair = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
};

/** Asks again, beside what somebody else has answered meanwhile, until neither’s answers are lost. */
async function askAndScreen(session: Session, desk: Desk, id: ReferralNumber): Promise<Screened> {
  if (!session.canAsk)
    needFlags(
      ['--answers'],
      'Give the answers as JSON: --answers FILE, or one by one: --answer situation=yes',
    );
  const { askScreening } = await import('../../questions/screening.ts');
  let asked = await askScreening(session, desk, id);
  for (;;) {
    const { seen } = asked;
    const saving = { ...desk, now: session.clock() };
    try {
      return await saved(saving, asked, (from, answers) =>
        screenReferral(from, id, answers, { seen: seen ?? {} }),
      );
    } catch (error) {
      if (!isChangedMeanwhile(error)) throw error;
      session.say(`\n${refusedInWords(session, error)}`);
    }
    asked = await askScreening(session, desk, id, asked);
  }
}
