import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { asOfToday } from '../../../desk/specialist-list.ts';
import { editSpecialist } from '../../../desk/specialists.ts';
import type { SpecialistFacts } from '../../../records/specialists.ts';
import type { Specialist } from '../../../rules/specialist.ts';
import { examples, type NounCommand } from '../../command.ts';
import { needFlags } from '../../flags.ts';
import { editedJson } from '../../json/specialist.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { addSpecialistFlags, readSpecialistFlags, type SpecialistFlags } from '../../specialist-flags.ts';
import { editedView } from '../../views/specialist-changes.ts';
import { codeHint, specialistMeant } from '../../which-specialist.ts';

export const editVerb: NounCommand = (run) =>
  addSpecialistFlags(
    new Command('edit')
      .description('change what is kept of a specialist; what is not named stays')
      .argument('[code]', 'the specialist’s code, such as kim'),
  )
    .addHelpText(
      'after',
      examples('iis specialist edit kim --language en,es', 'iis specialist edit kim --county all'),
    )
    .action(run(edit));

async function edit(session: Session, typed: string | undefined, flags: SpecialistFlags): Promise<Answer> {
  const desk = await session.desk();
  const given = readSpecialistFlags(flags, desk.programs);
  if (Object.keys(given).length === 0 && !session.canAsk)
    needFlags(
      [...(typed === undefined ? ['CODE'] : []), 'a fact to change, such as --language or --circuit'],
      typed === undefined ? codeHint : undefined,
    );
  const { specialist: before } = await specialistMeant(session, desk, typed);
  const after =
    Object.keys(given).length > 0
      ? await editSpecialist(desk, before.code, given)
      : await editSpecialist(desk, before.code, await asked(session, desk, before), before);
  return answer({ before, line: asOfToday(desk, after) }, { json: editedJson, show: editedView });
}

const factsOf = ({
  name,
  agency,
  supervisor,
  program,
  circuits,
  counties,
  languages,
  takes,
  phone,
  email,
}: Specialist): SpecialistFacts => ({
  name,
  agency,
  supervisor,
  program,
  circuits,
  counties,
  languages,
  takes,
  phone,
  email,
});

/** Only what was changed: meanwhile somebody else may change the rest. */
async function asked(session: Session, desk: Desk, before: Specialist): Promise<Partial<SpecialistFacts>> {
  const { askSpecialistEdit } = await import('../../questions/specialist.ts');
  const facts = await askSpecialistEdit(session, desk, { code: before.code, facts: factsOf(before) });
  const changed = Object.entries(facts).filter(
    ([fact, value]) => JSON.stringify(value) !== JSON.stringify(before[fact as keyof SpecialistFacts]),
  );
  return Object.fromEntries(changed);
}
