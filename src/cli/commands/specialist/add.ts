import { Command } from 'commander';
import type { Desk, Deskless } from '../../../desk/desk.ts';
import { asOfToday } from '../../../desk/specialist-list.ts';
import { takeOnSpecialist } from '../../../desk/specialists.ts';
import type { SpecialistFacts } from '../../../records/specialists.ts';
import { specialistCode } from '../../../rules/specialist-facts.ts';
import type { SpecialistCode } from '../../../rules/words.ts';
import { type Answered, asTold, saved } from '../../answered.ts';
import { examples, type NounCommand } from '../../command.ts';
import { readyDesk } from '../../first-use.ts';
import { needFlags } from '../../flags.ts';
import { addedJson } from '../../json/specialist.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { addSpecialistFlags, readSpecialistFlags, type SpecialistFlags } from '../../specialist-flags.ts';
import { addedView } from '../../views/specialist-changes.ts';
import { wordingOf } from '../../views/wording.ts';

interface AddFlags extends SpecialistFlags {
  code?: string;
}

/** A specialist to be added, and which facts nobody gave. */
interface NewSpecialist {
  code: SpecialistCode;
  facts: SpecialistFacts;
  assumed: (keyof SpecialistFacts)[];
}

export const addVerb: NounCommand = (run) =>
  addSpecialistFlags(
    new Command('add')
      .description('a new specialist: asked step by step, or all by flags')
      .option('--code <code>', 'a short name of their own, such as kim'),
  )
    .addHelpText(
      'after',
      examples(
        'iis specialist add',
        'iis specialist add --code kim --name "Kim Sample" --circuit 13 --language en,es',
      ),
    )
    .action(run(add));

async function add(session: Session, flags: AddFlags): Promise<Answer> {
  const desk = await readyDesk(session);
  const asked = await newSpecialist(session, desk, flags);
  const taken = await saved(desk, asked, async (saving, { code, facts, assumed }) => ({
    line: asOfToday(desk, await takeOnSpecialist(saving, code, facts)),
    assumed,
  }));
  return answer(taken, { json: addedJson, show: (added, look) => addedView(added, look, wordingOf(desk)) });
}

async function newSpecialist(
  session: Session,
  desk: Desk,
  flags: AddFlags,
): Promise<Answered<NewSpecialist>> {
  const typed = flags.code === undefined ? null : specialistCode(flags.code);
  const faults = typed && 'refused' in typed ? [`--code: ${typed.refused}`] : [];
  const given = readSpecialistFlags(flags, desk.programs, faults);
  const code = typed && 'code' in typed ? typed.code : null;
  const defaults = defaultFacts(desk);
  const missing = [
    ...(code ? [] : ['--code']),
    ...(given.name ? [] : ['--name']),
    ...((given.circuits ?? defaults.circuits).length > 0 ? [] : ['--circuit']),
  ];
  if (missing.length > 0 && session.canAsk) return asked(session, desk, code, given);
  needFlags(missing);
  const facts = { ...defaults, ...given, name: given.name! };
  return asTold({ code: code!, facts, assumed: assumedBeside(given) });
}

/** What goes without saying: the first program, the office's circuits, English. */
export const defaultFacts = ({ programs, settings }: Deskless): Omit<SpecialistFacts, 'name'> => ({
  agency: null,
  supervisor: null,
  program: Object.keys(programs)[0]!,
  circuits: settings.circuits,
  counties: [],
  languages: ['en'],
  takes: [],
  phone: null,
  email: null,
});

const assumedBeside = (given: Partial<SpecialistFacts>): (keyof SpecialistFacts)[] =>
  (['program', 'circuits', 'languages'] as const).filter((fact) => given[fact] === undefined);

async function asked(
  session: Session,
  desk: Desk,
  code: SpecialistCode | null,
  facts: Partial<SpecialistFacts>,
): Promise<Answered<NewSpecialist>> {
  const { askSpecialist } = await import('../../questions/specialist.ts');
  const said = await askSpecialist(session, desk, { ...(code && { code }), facts });
  return { ...said, answers: { ...said.answers, assumed: [] } };
}
