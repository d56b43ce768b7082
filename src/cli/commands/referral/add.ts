import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { submitterDueAt } from '../../../desk/dossier.ts';
import { type IncomingForm, takeReferrals } from '../../../desk/take-referral.ts';
import { emptyIntake, type FormReading } from '../../../rules/intake.ts';
import { Refusal } from '../../../rules/refusal.ts';
import type { ReferralNumber } from '../../../rules/words.ts';
import { type Answered, asTold, saved } from '../../answered.ts';
import { examples, type NounCommand } from '../../command.ts';
import { completed } from '../../completed-form.ts';
import { readyDesk } from '../../first-use.ts';
import { needFlags } from '../../flags.ts';
import { addIntakeFlags, hasIntakeFlags, type IntakeFlags, readIntakeFlags } from '../../intake-flags.ts';
import { takenJson } from '../../json/referral.ts';
import type { MailItem } from '../../mail.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { type TakenShown, takenView } from '../../views/taken.ts';
import { wordingOf } from '../../views/wording.ts';
import { referralMeant } from '../../which.ts';

interface AddFlags extends IntakeFlags {
  from?: string[];
  sameFamilyAs?: string;
  dryRun?: boolean;
  skipUnreadable?: boolean;
  fieldMap?: string;
}

export const addVerb: NounCommand = (run) =>
  addIntakeFlags(
    new Command('add')
      .description('take in a referral: asked step by step, from filled forms, or by flags')
      .option(
        '--from <file...>',
        'filled forms (PDF, Word, mail, text, CSV or JSON): files, or a folder (- for standard input)',
      )
      .option('--dry-run', 'with --from: show what would come of each form, and save nothing')
      .option('--skip-unreadable', 'with several forms: save the others when some can’t be read')
      .option(
        '--field-map <file>',
        'where the fields of another PDF form go, as JSON: {"Text1": "child1.name"}',
      )
      .option('--same-family-as <referral>', 'link it to an earlier referral of the same family'),
  )
    .addHelpText(
      'after',
      `${examples(
        'iis referral add',
        'iis referral add --from form.txt --county Boone --priority imminent',
        'iis referral add --from mail-of-today --dry-run',
        'iis referral add --from - --json < form.txt',
        'iis referral add --from form.pdf --field-map fields.json',
      )}\n\nSeveral forms are saved all or none; one that was taken in before is known again and left out.\nNames on a command line stay in the shell’s history; --from and the questions keep them out.`,
    )
    .action(run(addReferral));

async function addReferral(session: Session, flags: AddFlags): Promise<Answer> {
  if (flags.from === undefined && (flags.dryRun || flags.skipUnreadable))
    needFlags(['--from'], '--dry-run and --skip-unreadable are for filled forms.');
  // Nothing is saved, so that no database is made either.
  const desk = flags.dryRun ? await session.desk() : await readyDesk(session);
  const sameFamilyAs =
    flags.sameFamilyAs === undefined ? null : await referralMeant(session, desk, flags.sameFamilyAs);
  const told = await readIntakeFlags(desk, flags);
  if (flags.from !== undefined) return fromForms(session, desk, flags, { told, sameFamilyAs });
  return addOne(session, desk, { ...typed(session, flags, told), sameFamilyAs }, flags);
}

/** What was told beside the forms holds for each of them. */
interface Beside {
  told: FormReading;
  sameFamilyAs: ReferralNumber | null;
}

async function fromForms(session: Session, desk: Desk, flags: AddFlags, beside: Beside): Promise<Answer> {
  const [{ mailIn }, { readMail }, { progressOf }] = await Promise.all([
    import('../../mail-files.ts'),
    import('../../mail.ts'),
    import('../../progress.ts'),
  ]);
  const mail = mailIn(flags.from!);
  const progress = progressOf(session);
  const read = await readMail(session, desk, mail, { progress, fieldMap: flags.fieldMap });
  const items = read.items.map((item) => withBeside(item, flags, beside));
  const [only] = items;
  // One form is looked through on a terminal, also where it came in a list of one.
  const looksThrough = session.canAsk && !session.flags.yes && mail.files.length === 1 && !mail.hasFolder;
  if (only && items.length === 1 && !flags.dryRun && (!read.isList || looksThrough)) {
    progress.end();
    if (only.form instanceof Refusal) throw only.form;
    return addOne(session, desk, only.form, flags);
  }
  const { addMail } = await import('./add-mail.ts');
  return addMail(session, desk, { items, flags, leftAside: mail.leftAside, progress });
}

function withBeside(item: MailItem, flags: AddFlags, { told, sameFamilyAs }: Beside): MailItem {
  const { form } = item;
  if (form instanceof Refusal) return item;
  const reading = hasIntakeFlags(flags) ? completed(form.reading, told) : form.reading;
  return { ...item, form: { ...form, reading, sameFamilyAs } };
}

/** Takes one form in; on a terminal what was read or typed is looked through before it is saved. */
async function addOne(session: Session, desk: Desk, form: IncomingForm, flags: AddFlags): Promise<Answer> {
  const [taken] = await saved(desk, await check(session, desk, form, flags), (saving, checked) =>
    takeReferrals(saving, [checked]),
  );
  const shown: TakenShown = { ...taken!, contactDueAt: submitterDueAt(desk, taken!.referral) };
  return answer(shown, {
    json: takenJson,
    show: (one, look) => takenView(one, look, wordingOf(desk)),
  });
}

function typed(session: Session, flags: AddFlags, told: FormReading): IncomingForm {
  const { now } = session;
  const channel = session.canAsk ? 'interview' : 'flags';
  if (session.canAsk && !hasIntakeFlags(flags)) {
    return {
      reading: { intake: emptyIntake(), problems: [], leftovers: [] },
      channel,
      text: null,
      sameFamilyAs: null,
    };
  }
  if (!session.canAsk)
    needFlags(
      missingFlags(flags),
      'Or give a filled form: --from FILE. On a terminal the questions are asked.',
    );
  // Whoever types it has it before them: it is received now, unless a flag says otherwise.
  const intake = { ...told.intake, receivedAt: told.intake.receivedAt ?? now };
  const problems = told.problems.filter(({ field }) => field !== 'receivedAt');
  return { reading: { ...told, intake, problems }, channel, text: null, sameFamilyAs: null };
}

/** Without these a referral can't be told from another or sent on; the rest is warned of and can follow. */
const missingFlags = (flags: AddFlags): string[] => [
  ...(flags.source ? [] : ['--source']),
  ...(flags.caregiver || flags.child ? [] : ['--caregiver']),
  // Without a source it may be the community, which is asked who refers: all is named at once.
  ...(flags.source?.trim().toLowerCase() !== 'division' && !flags.submitter && !flags.organization
    ? ['--submitter']
    : []),
  ...(flags.county ? [] : ['--county']),
  ...(flags.reason ? [] : ['--reason']),
  ...(flags.agrees ? [] : ['--agrees']),
];

async function check(
  session: Session,
  desk: Desk,
  form: IncomingForm,
  flags: AddFlags,
): Promise<Answered<IncomingForm>> {
  if (!session.canAsk || session.flags.yes) return asTold(form);
  const { askIntake } = await import('../../questions/intake.ts');
  const onlyMissing = flags.from !== undefined || hasIntakeFlags(flags);
  return askIntake(session, desk, { ...form, onlyMissing });
}
