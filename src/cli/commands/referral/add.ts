import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { submitterDueAt } from '../../../desk/dossier.ts';
import { type IncomingForm, takeReferrals } from '../../../desk/take-referral.ts';
import { decodeFormBytes } from '../../../forms/decode.ts';
import { emptyIntake, type FormReading, type Intake } from '../../../rules/intake.ts';
import { examples, type NounCommand } from '../../command.ts';
import { readyDesk } from '../../first-use.ts';
import { needFlags } from '../../flags.ts';
import { addIntakeFlags, hasIntakeFlags, type IntakeFlags, readIntakeFlags } from '../../intake-flags.ts';
import { takenJson } from '../../json/referral.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { type TakenShown, takenView } from '../../views/taken.ts';
import { wordingOf } from '../../views/wording.ts';
import { referralMeant } from '../../which.ts';

interface AddFlags extends IntakeFlags {
  from?: string;
  sameFamilyAs?: string;
  map?: string;
}

export const addVerb: NounCommand = (run) =>
  addIntakeFlags(
    new Command('add')
      .description('take in a referral: asked step by step, from a filled form, or by flags')
      .option(
        '--from <file>',
        'a filled Community Referral form as PDF or text, or JSON (- for standard input)',
      )
      .option('--map <file>', 'where the fields of another PDF form go, as JSON: {"Text1": "child1.name"}')
      .option('--same-family-as <referral>', 'link it to an earlier referral of the same family'),
  )
    .addHelpText(
      'after',
      `${examples(
        'iis referral add',
        'iis referral add --from form.txt --county Boone --priority imminent',
        'iis referral add --from - --json < form.txt',
        'iis referral add --from form.pdf --map fields.json',
      )}\n\nNames on a command line stay in the shell’s history; --from and the questions keep them out.`,
    )
    .action(run(addReferral));

/** What is to be taken in, and whether it came as a list. */
interface Incoming {
  forms: IncomingForm[];
  isList: boolean;
}

async function addReferral(session: Session, flags: AddFlags): Promise<Answer> {
  const desk = await readyDesk(session);
  const sameFamilyAs =
    flags.sameFamilyAs === undefined ? null : await referralMeant(session, desk, flags.sameFamilyAs);
  const { forms, isList } = await incoming(session, desk, flags);
  const linked = forms.map((form) => ({ ...form, sameFamilyAs }));
  const { checked, done } = await check(session, desk, linked, flags);
  const taken = await takeReferrals(desk, checked);
  await done();
  const shown: TakenShown[] = taken.map((one) => ({
    ...one,
    contactDueAt: submitterDueAt(desk, one.referral),
  }));
  return answer(shown, {
    json: (all) => (isList ? all.map(takenJson) : takenJson(all[0]!)),
    show: (all, look) => all.map((one) => takenView(one, look, wordingOf(desk))).join('\n\n'),
  });
}

async function incoming(session: Session, desk: Desk, flags: AddFlags): Promise<Incoming> {
  const told = await readIntakeFlags(desk, flags);
  if (flags.from === undefined) return { forms: [typed(session, flags, told)], isList: false };
  const { readFormFile } = await import('../../../forms/read-file.ts');
  const programs = Object.keys(desk.programs);
  const fieldMap = await fieldMapIn(session, flags.map);
  const facts = { now: desk.now, zone: desk.settings.zone, programs, ...(fieldMap && { fieldMap }) };
  const { readings, channel, text, isList } = await readFormFile(session.bytesOf(flags.from), facts);
  const forms = readings.map((reading) => ({
    reading: hasIntakeFlags(flags) ? completed(reading, told) : reading,
    channel,
    text,
    sameFamilyAs: null,
  }));
  return { forms, isList };
}

/** Where the fields of somebody else’s PDF form go. */
async function fieldMapIn(session: Session, file: string | undefined) {
  if (file === undefined) return null;
  const { readFieldMap } = await import('../../../forms/pdf/field-map.ts');
  return readFieldMap(decodeFormBytes(session.bytesOf(file)));
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
  ...(flags.source === 'community' && !flags.submitter && !flags.organization ? ['--submitter'] : []),
  ...(flags.county ? [] : ['--county']),
  ...(flags.reason ? [] : ['--reason']),
  ...(flags.agrees ? [] : ['--agrees']),
];

/** The form with what the flags say over it; what they settle is no problem any more. */
function completed(reading: FormReading, told: FormReading): FormReading {
  const { submitter, caregivers, children, ...plain } = told.intake;
  const said = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== null),
  ) as Partial<Intake>;
  const known = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
  const intake: Intake = {
    ...reading.intake,
    ...said,
    submitter: { ...reading.intake.submitter, ...known(submitter) },
    caregivers: overlaid(reading.intake.caregivers, caregivers),
    children: children.length > 0 ? children : reading.intake.children,
  };
  const settled = (field: string) => field in said || (field.startsWith('children') && children.length > 0);
  return { ...reading, intake, problems: reading.problems.filter(({ field }) => !settled(field)) };
}

const overlaid = <T extends object>(before: readonly T[], over: readonly T[]): T[] =>
  Array.from({ length: Math.max(before.length, over.length) }, (_, i) => {
    const parts = Object.entries(over[i] ?? {}).filter(([, part]) => part !== null);
    return { ...(before[i] ?? (over[i] as T)), ...Object.fromEntries(parts) };
  });

/** On a terminal, what was read or typed is looked through before it is saved. */
async function check(
  session: Session,
  desk: Desk,
  forms: readonly IncomingForm[],
  flags: AddFlags,
): Promise<{ checked: IncomingForm[]; done: () => Promise<void> }> {
  const nothing = { checked: [...forms], done: async () => {} };
  if (!session.canAsk || session.flags.yes || forms.length !== 1) return nothing;
  const { askIntake } = await import('../../questions/intake.ts');
  const [form] = forms as [IncomingForm];
  const onlyMissing = flags.from !== undefined || hasIntakeFlags(flags);
  const { reading, sameFamilyAs, drop } = await askIntake(session, desk, { ...form, onlyMissing });
  return { checked: [{ ...form, reading, sameFamilyAs }], done: drop };
}
