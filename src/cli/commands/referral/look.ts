import { Command, Option } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { type Dossier, dossier, referralLines } from '../../../desk/dossier.ts';
import { readCounty } from '../../../rules/admission.ts';
import { programOf } from '../../../rules/policy.ts';
import { openStatuses, type ReferralStatus } from '../../../rules/referral.ts';
import { examples, type NounCommand } from '../../command.ts';
import { needFlags, oneOf } from '../../flags.ts';
import { dossierJson, referralLineJson } from '../../json/referral.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { refuseFaults, typedCircuits } from '../../typed-lists.ts';
import { facesView, sheetOf } from '../../views/faces-sheet.ts';
import { referralCard } from '../../views/referral-card.ts';
import { referralTable } from '../../views/referral-table.ts';
import { wordingOf } from '../../views/wording.ts';
import { whichReferral } from '../../which.ts';
import { addListFlags, type ReferralListFlags, statuses } from './flags.ts';
import { addFacesFlags, type FacesFlags, keepFaces, keyWithSheet } from './steps.ts';

export const listVerb: NounCommand = (run) =>
  addListFlags(new Command('list').description('the referrals that are not ended, with what is missing'))
    .addHelpText('after', examples('iis referral list', 'iis referral list --status eligible --county Boone'))
    .action(run(listReferrals));

/** Also `iis list referrals`. */
export async function listReferrals(session: Session, flags: ReferralListFlags): Promise<Answer> {
  const desk = await session.desk();
  const circuits = flags.circuit === undefined ? null : typedCircuits('--circuit', [flags.circuit]);
  refuseFaults(circuits?.faults ?? []);
  const lines = await referralLines(desk, {
    statuses: flags.all ? undefined : wanted(flags.status),
    county: flags.county === undefined ? undefined : readCounty(flags.county),
    circuit: circuits?.values[0],
    program: flags.program && programOf(desk.programs, flags.program.toUpperCase()).code,
  });
  return answer(lines, {
    json: (all) => all.map(referralLineJson),
    show: (all, look) => referralTable(all, look, wordingOf(desk)),
  });
}

const wanted = (typed: string[] | undefined): ReferralStatus[] =>
  typed?.map((status) => oneOf('--status', status, statuses)) ?? [...openStatuses, 'assigned', 'accepted'];

interface ShowFlags extends FacesFlags {
  faces?: boolean;
  pdf?: string;
}

export const showVerb: NounCommand = (run) =>
  addFacesFlags(
    new Command('show')
      .description('everything that is known of one referral, or the sheet to key it into FACES')
      .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
      .option('--faces', 'what to key into FACES, a field a line; then the number is asked for')
      .addOption(
        new Option('--pdf <file>', 'on paper: a PDF to take to a staffing, or to key from').conflicts([
          'number',
          'denial',
        ]),
      ),
  )
    .addHelpText(
      'after',
      examples(
        'iis referral show 42',
        'iis referral show R26-0042 --json',
        'iis referral show 42 --pdf staffing.pdf',
        'iis referral show 42 --faces',
        'iis referral show 42 --faces --pdf faces.pdf',
        'iis referral show 42 --faces --number 1234567',
      ),
    )
    .action(run(showReferral));

async function showReferral(
  session: Session,
  what: string | undefined,
  flags: ShowFlags,
): Promise<Answer | undefined> {
  const desk = await session.desk();
  const keyed = flags.number !== undefined || flags.denial === true;
  if (!flags.faces && (keyed || flags.on !== undefined))
    needFlags(['--faces'], 'It goes with --number, --on and --denial.');
  const id = await whichReferral(session, desk, what);
  if (keyed) return keepFaces(desk, id, flags);
  if (flags.faces && session.canAsk && flags.pdf === undefined) return keyWithSheet(session, desk, id, flags);
  const found = await dossier(desk, id);
  return flags.faces ? showFacesSheet(session, desk, found, flags) : showDossier(session, desk, found, flags);
}

async function showFacesSheet(
  session: Session,
  desk: Desk,
  found: Dossier,
  { pdf }: ShowFlags,
): Promise<Answer> {
  const json = (value: Dossier) => sheetOf(desk, value);
  if (pdf === undefined)
    return answer(found, { json, show: (value, look) => facesView(sheetOf(desk, value), look) });
  const { writeSheet } = await import('../../write-pdf.ts');
  const { facesPaper } = await import('../../views/paper-sheets.ts');
  const written = await writeSheet(session, pdf, (seen) =>
    facesPaper(sheetOf(desk, seen(found)), wordingOf(desk), desk.who),
  );
  return answer(found, { json, show: () => written });
}

async function showDossier(
  session: Session,
  desk: Desk,
  found: Dossier,
  { pdf }: ShowFlags,
): Promise<Answer> {
  const wording = wordingOf(desk);
  if (pdf === undefined)
    return answer(found, { json: dossierJson, show: (value, look) => referralCard(value, look, wording) });
  const { writeSheet } = await import('../../write-pdf.ts');
  const { referralSheet } = await import('../../views/paper-sheets.ts');
  const written = await writeSheet(session, pdf, (seen) => referralSheet(seen(found), wording, desk.who));
  return answer(found, { json: dossierJson, show: () => written });
}
