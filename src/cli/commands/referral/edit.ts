import { Command } from 'commander';
import { openCaseCallsFor } from '../../../desk/case/after-edit.ts';
import type { Desk } from '../../../desk/desk.ts';
import { dossier, submitterDueAt } from '../../../desk/dossier.ts';
import { editReferral, type ReferralEdit } from '../../../desk/work-referral.ts';
import { changesBetween, type Erasable, editOf, erasable } from '../../../rules/edit.ts';
import { newNotices } from '../../../rules/notices.ts';
import type { Referral } from '../../../rules/referral.ts';
import { examples, listed, type NounCommand } from '../../command.ts';
import { needFlags, oneOf, wholeNumber } from '../../flags.ts';
import { addIntakeFlags, hasIntakeFlags, type IntakeFlags, readIntakeFlags } from '../../intake-flags.ts';
import { referralJson } from '../../json/referral.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { changesView } from '../../views/changes.ts';
import { referralMeant, whichReferral } from '../../which.ts';

interface EditFlags extends IntakeFlags {
  notKnown?: string[];
  withoutChild?: number[];
  sameFamilyAs?: string;
  ownFamily?: boolean;
  takeUp?: boolean;
}

const gatheredNumber = (text: string, before: number[] = []): number[] => [...before, wholeNumber(text)];

export const editVerb: NounCommand = (run) =>
  addIntakeFlags(
    new Command('edit')
      .description('change facts of a referral; what is not named stays')
      .argument('[referral]', 'its number, such as R26-0042 or 42, or a name of the family')
      .option('--not-known <facts>', `make facts not known again: ${erasable.join(', ')}`, listed)
      .option(
        '--without-child <number>',
        'take a child off, by its number in iis referral show (again for each)',
        gatheredNumber,
      )
      .option('--same-family-as <referral>', 'link it to another referral of the same family')
      .option('--own-family', 'take it out of the family it was linked to')
      .option('--take-up', 'take up again a referral that was returned'),
  )
    .addHelpText(
      'after',
      examples(
        'iis referral edit 42 --agrees yes --spoken-on yesterday',
        'iis referral edit 42 --county Boone --priority high',
      ),
    )
    .action(run(edit));

async function edit(session: Session, what: string | undefined, flags: EditFlags): Promise<Answer> {
  const desk = await session.desk();
  const id = await whichReferral(session, desk, what);
  const { referral: before } = await dossier(desk, id);
  const changes = hasEdit(flags)
    ? await readEdit(session, desk, before, flags)
    : await askedEdit(session, before);
  const after = await editReferral(desk, id, changes);
  const notices = newNotices(before, after, desk);
  const callsFor = [...notices.callsFor, ...(await openCaseCallsFor(desk, before, after))];
  return answer(
    { after, changes: changesBetween(before, after), notices: { ...notices, callsFor } },
    {
      json: ({ notices: { callsFor, ...notices }, ...value }) => ({
        referral: referralJson(value.after, submitterDueAt(desk, value.after)),
        changes: value.changes,
        warnings: callsFor,
        ...notices,
      }),
      show: (value, look) =>
        changesView(value.after.id, value.changes, value.notices, look, desk.settings.zone),
    },
  );
}

const hasEdit = (flags: EditFlags): boolean =>
  hasIntakeFlags(flags) ||
  [flags.notKnown, flags.withoutChild, flags.sameFamilyAs, flags.ownFamily, flags.takeUp].some(
    (flag) => flag !== undefined,
  );

async function readEdit(
  session: Session,
  desk: Desk,
  before: Referral,
  flags: EditFlags,
): Promise<ReferralEdit> {
  const { intake } = await readIntakeFlags(desk, flags);
  const notKnown = (flags.notKnown ?? []).map((fact) => erasableOf(fact));
  const other =
    flags.sameFamilyAs === undefined ? undefined : await referralMeant(session, desk, flags.sameFamilyAs);
  return {
    facts: editOf(before, intake, { notKnown, withoutChildren: flags.withoutChild ?? [] }),
    ...(other ? { sameFamilyAs: other } : flags.ownFamily ? { sameFamilyAs: null } : {}),
    takeUp: flags.takeUp ?? false,
  };
}

/** Names with capitals, such as `servicesProvided`, are typed without them just as well. */
const erasableOf = (typed: string): Erasable => {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  const found = erasable.find((fact) => plain(fact) === plain(typed));
  return found ?? oneOf('--not-known', typed, erasable);
};

async function askedEdit(session: Session, before: Referral): Promise<ReferralEdit> {
  if (!session.canAsk) needFlags(['a fact to change, such as --county or --priority']);
  const { askEdit } = await import('../../questions/edit.ts');
  return { facts: await askEdit(session, before), seen: before };
}
