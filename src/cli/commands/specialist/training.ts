import { Command } from 'commander';
import type { Desk } from '../../../desk/desk.ts';
import { keepTraining, trainings } from '../../../desk/training.ts';
import { programOf } from '../../../rules/policy.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { parseHours, type Training } from '../../../rules/training.ts';
import { examples, type NounCommand } from '../../command.ts';
import { dayOrToday, needFlags } from '../../flags.ts';
import { trainingJson } from '../../json/training.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { trainingView } from '../../views/training.ts';
import { wordingOf } from '../../views/wording.ts';
import { specialistMeant } from '../../which-specialist.ts';

interface TrainingFlags {
  supervisor?: string;
  program?: string;
  hours?: string;
  on?: string;
  note?: string;
}

export const trainingVerb: NounCommand = (run) =>
  new Command('training')
    .description('the training of specialists and supervisors, against what the policy asks for')
    .argument('[code]', 'the specialist’s code, such as kim; without one everybody')
    .option('--hours <hours>', 'keep so many hours of training, such as 6 or 7.5')
    .option('--on <date>', 'when the training was (else today)')
    .option('--note <text>', 'what it was')
    .option('--supervisor <name>', 'of this supervisor instead')
    .option('--program <program>', 'the supervisor’s program, where they have specialists in several')
    .addHelpText(
      'after',
      examples(
        'iis specialist training',
        'iis specialist training kim --hours 6 --on 10/1/2026 --note "core skills"',
        'iis specialist training --supervisor "Pat Example" --hours 36',
      ),
    )
    .action(run(training));

async function training(session: Session, code: string | undefined, flags: TrainingFlags): Promise<Answer> {
  const desk = await session.desk();
  const isMeant = await whoIsMeant(session, desk, code, flags);
  if (flags.hours !== undefined) await keep(desk, (await trainings(desk)).filter(isMeant), flags);
  return answer((await trainings(desk)).filter(isMeant), {
    json: (all) => all.map(trainingJson),
    show: (all, look) => trainingView(all, look, wordingOf(desk)),
  });
}

async function whoIsMeant(
  session: Session,
  desk: Desk,
  code: string | undefined,
  { supervisor, program, hours }: TrainingFlags,
): Promise<(one: Training) => boolean> {
  if (supervisor !== undefined) {
    const wanted = supervisor.trim().toLowerCase();
    const of = program && programOf(desk.programs, program.toUpperCase()).code;
    return ({ role, name, program: its }) =>
      role === 'supervisor' && name.toLowerCase() === wanted && (!of || its === of);
  }
  if (code === undefined && hours === undefined) return () => true;
  if (code === undefined && !session.canAsk) needFlags(['CODE'], 'Name the specialist, or --supervisor.');
  const { specialist } = await specialistMeant(session, desk, code);
  return (one) => one.specialist === specialist.code;
}

async function keep(desk: Desk, found: readonly Training[], flags: TrainingFlags): Promise<void> {
  const parsed = parseHours(flags.hours!);
  if ('refused' in parsed)
    throw new Refusal({ kind: 'invalid', code: 'bad_hours', message: `--hours: ${parsed.refused}` });
  const [one] = found;
  if (found.length > 1) needFlags(['--program']);
  if (!one) throw nobody();
  const on = await dayOrToday(desk, '--on', flags.on);
  const who =
    one.role === 'specialist'
      ? { specialist: one.specialist, supervisor: null }
      : { specialist: null, supervisor: one.name };
  const entry = { minutes: parsed.minutes, on, note: flags.note?.trim() || null };
  await keepTraining(desk, { ...who, program: one.program }, entry);
}

const nobody = () =>
  new Refusal({
    kind: 'not_found',
    code: 'no_such_trainee',
    message: 'Nobody of that name works here, or supervises somebody who does.',
    hint: 'See them: iis specialist training. A supervisor is named with: iis specialist edit kim --supervisor "…"',
  });
