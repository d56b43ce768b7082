import { Command } from 'commander';
import { changeSettings } from '../../desk/settings.ts';
import type { Settings } from '../../rules/settings.ts';
import { examples, listed, type NounCommand } from '../command.ts';
import { needFlags, oneOf, wholeNumber } from '../flags.ts';
import { settingsChangeJson, settingsJson } from '../json/settings.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { refuseFaults, typedCircuits, typedSituations } from '../typed-lists.ts';
import { settingsChangeView, settingsView } from '../views/settings.ts';

interface SettingsFlags {
  circuit?: string[];
  name?: string;
  initials?: string;
  phone?: string;
  email?: string;
  zone?: string;
  take?: string[];
  ifrsCircuit?: string[];
  accessible?: string;
  agencyFigures?: string[];
  smallCells?: number;
}

export const settingsCommand: NounCommand = (run) =>
  new Command('settings')
    .addHelpText('after', examples('iis settings', 'iis settings set --circuit 13'))
    .action(run(showSettings))
    .addCommand(
      new Command('set')
        .description('change settings; those that are not named stay')
        .option('--circuit <numbers>', 'your judicial circuits, by number or county, such as 13,19', listed)
        .option('--name <name>', 'your name')
        .option('--initials <initials>', 'your initials: who acts, in the history')
        .option('--phone <number>', 'your phone, for the form that goes out (iis form blank)')
        .option('--email <address>', 'your email, for the form that goes out')
        .option('--zone <zone>', 'the time zone of the circuit')
        .option(
          '--take <situations>',
          'also taken here: delinquency, severe_emotional_disturbance, or none',
          listed,
        )
        .option('--ifrs-circuit <numbers>', 'circuits in an IFRS service area, or none', listed)
        .option('--accessible <yes|no>', 'a screen for a screen reader: no columns, no drawn prompts')
        .option(
          '--agency-figures <names>',
          'who may see outcomes by agency, specialist and supervisor, by name or initials, or none',
          listed,
        )
        .option(
          '--small-cells <count>',
          'in reports for others (--public) counts of 1 to this many are hidden',
          wholeNumber,
        )
        .addHelpText(
          'after',
          examples(
            'iis settings set',
            'iis settings set --circuit 13 --name "Kim Lee" --initials KL',
            'iis settings set --take delinquency,severe_emotional_disturbance --ifrs-circuit 13',
          ),
        )
        .action(run(setSettings)),
    );

async function showSettings(session: Session): Promise<Answer> {
  const { settings } = await session.desk();
  return answer(settings, { json: (value) => ({ settings: settingsJson(value) }), show: settingsView });
}

async function setSettings(session: Session, flags: SettingsFlags): Promise<Answer> {
  const given = readFlags(flags);
  if (Object.keys(given).length === 0 && !session.canAsk) {
    needFlags([
      'one of --circuit, --name, --initials, --phone, --email, --zone, --take, --ifrs-circuit, --accessible, --agency-figures, --small-cells',
    ]);
  }
  const desk = await session.desk({ create: true });
  const isTold = Object.keys(given).length > 0;
  const after = isTold
    ? await changeSettings(desk, given)
    : await changeSettings(desk, await askedSettings(session, desk.settings), desk.settings);
  return answer({ before: desk.settings, after }, { json: settingsChangeJson, show: settingsChangeView });
}

/** The settings that the flags give. Refuses all that can't be taken at once. */
function readFlags(flags: SettingsFlags): Partial<Settings> {
  const circuits = flags.circuit && typedCircuits('--circuit', flags.circuit);
  const ifrs = flags.ifrsCircuit && typedCircuits('--ifrs-circuit', noneIsEmpty(flags.ifrsCircuit));
  const take = flags.take && typedSituations('--take', flags.take);
  refuseFaults([circuits, ifrs, take].flatMap((list) => list?.faults ?? []));
  return {
    ...(circuits && { circuits: circuits.values }),
    ...(flags.name !== undefined && { name: flags.name.trim() || null }),
    ...(flags.initials !== undefined && { initials: flags.initials.trim() || null }),
    ...(flags.phone !== undefined && { phone: flags.phone.trim() || null }),
    ...(flags.email !== undefined && { email: flags.email.trim() || null }),
    ...(flags.zone !== undefined && { zone: flags.zone }),
    ...(take && { take: take.values }),
    ...(ifrs && { ifrsCircuits: ifrs.values }),
    ...(flags.agencyFigures && { agencyFigures: [...noneIsEmpty(flags.agencyFigures)] }),
    ...(flags.accessible !== undefined && {
      accessible: oneOf('--accessible', flags.accessible, ['yes', 'no']) === 'yes',
    }),
    ...(flags.smallCells !== undefined && { smallCells: flags.smallCells }),
  };
}

const noneIsEmpty = (texts: readonly string[]): readonly string[] =>
  texts.length === 1 && texts[0]!.toLowerCase() === 'none' ? [] : texts;

async function askedSettings(session: Session, current: Settings): Promise<Partial<Settings>> {
  const { askSettings } = await import('../questions/settings.ts');
  return askSettings(session, current);
}
