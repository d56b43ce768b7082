import { Command } from 'commander';
import type { Deskless } from '../../desk/desk.ts';
import { dossier } from '../../desk/dossier.ts';
import { type FormLanguage, formLanguages } from '../../forms/form-languages.ts';
import type { FilledFrom, FormOffice } from '../../forms/pdf/referral-form.ts';
import { HOTLINE } from '../../rules/notices.ts';
import { numberOf, type Program } from '../../rules/policy.ts';
import { Refusal } from '../../rules/refusal.ts';
import { examples, type NounCommand } from '../command.ts';
import { needFlags, oneOf } from '../flags.ts';
import { type FormWritten, formWrittenJson } from '../json/form.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { circuitInWords } from '../views/settings.ts';
import { writtenView } from '../views/written.ts';
import { whichReferral } from '../which.ts';
import { writePdf } from '../write-pdf.ts';

interface FormFlags {
  out?: string;
  language?: string;
}

export const formCommand: NounCommand = (run) =>
  new Command('form')
    .addCommand(
      flagged(new Command('blank'))
        .description('the form to send out: a PDF to type in, with your circuit and how you are reached')
        .addHelpText(
          'after',
          examples('iis form blank --out referral.pdf', 'iis form blank --language es --out solicitud.pdf'),
        )
        .action(run((session: Session, flags: FormFlags) => blankForm(session, flags))),
    )
    .addCommand(
      flagged(new Command('fill'))
        .description('the same form, filled from a referral')
        .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
        .addHelpText('after', examples('iis form fill 42 --out R26-0042.pdf'))
        .action(run(fillForm)),
    );

const flagged = (command: Command): Command =>
  command
    .option('--out <file>', 'the PDF to write')
    .option('--language <language>', `the language of the form: ${formLanguages.join(' or ')} (else en)`);

async function blankForm(session: Session, flags: FormFlags): Promise<Answer> {
  const language = languageOf(flags);
  const desk = await session.deskless();
  const written = await writeForm(session, desk, await outOf(session, flags, 'referral.pdf'), language, null);
  const { phone, email } = desk.settings;
  if (phone === null && email === null) session.say(noWayToSend);
  return written;
}

const noWayToSend =
  'The form does not say where to send it. Set it, and write the form again: iis settings set --email ADDRESS --phone NUMBER';

async function fillForm(session: Session, what: string | undefined, flags: FormFlags): Promise<Answer> {
  const language = languageOf(flags);
  // With initials instead of names it would be a form that nobody could use, and could be taken for one.
  if (session.flags.private) throw noPrivateForm;
  const desk = await session.desk();
  const { referral } = await dossier(desk, await whichReferral(session, desk, what));
  const { caregivers, children } = referral.family;
  const form = { ...referral, caregivers, children };
  const filled = { form, referral: referral.id, who: desk.who, zone: desk.settings.zone };
  return writeForm(session, desk, await outOf(session, flags, `${referral.id}.pdf`), language, filled);
}

const noPrivateForm = new Refusal({
  kind: 'invalid',
  code: 'private_form',
  message: 'A filled form has the names in full; --private can’t be kept to.',
  hint: 'Leave --private out, or print what others may see: iis referral show 42 --private --pdf staffing.pdf',
});

const languageOf = ({ language }: FormFlags): FormLanguage =>
  language === undefined ? 'en' : oneOf('--language', language, formLanguages);

async function outOf(session: Session, { out }: FormFlags, usual: string): Promise<string> {
  if (out !== undefined) return out;
  if (!session.canAsk) needFlags(['--out']);
  const ask = await session.ask();
  return (await ask.text({ message: 'Write it to which file?', initial: usual })) as string;
}

async function writeForm(
  session: Session,
  desk: Deskless,
  out: string,
  language: FormLanguage,
  filled: FilledFrom | null,
): Promise<Answer> {
  let version = '';
  const office = officeOf(desk);
  const written = await writePdf(session, out, async ({ referralFormPdf, formVersion }, fonts) => {
    version = formVersion;
    return referralFormPdf({ language, office, fonts, now: session.now, filled });
  });
  const value: FormWritten = { ...written, language, version, referral: filled?.referral ?? null };
  return answer(value, { json: formWrittenJson, show: writtenView });
}

function officeOf({ settings, programs }: Deskless): FormOffice {
  const { circuits, name, phone, email } = settings;
  // The first is the usual one.
  const [program] = Object.values(programs) as [Program];
  const { faceToFaceAtLeast: from, faceToFaceAtMost: to } = program.numbers;
  return {
    circuit: circuits.map(circuitInWords).join(', ') || null,
    gatekeeper: [name, phone, email].filter((part) => part !== null).join(', ') || null,
    hotline: HOTLINE,
    contactHours: numberOf(program, 'contactSubmitterWithin'),
    hours: from && to ? { from: from.value, to: to.value } : null,
  };
}
