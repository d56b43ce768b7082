import { Command } from 'commander';
import { changeSettings, noSuchZone } from '../../desk/settings.ts';
import type { Settings } from '../../rules/settings.ts';
import { findZone } from '../../rules/zone-names.ts';
import { examples, listed, type NounCommand } from '../command.ts';
import { needFlags, wholeNumber } from '../flags.ts';
import { settingsChangeJson, settingsJson } from '../json/settings.ts';
import type { Parsed } from '../questions/ask.ts';
import { typedEmail, typedName, typedPhone } from '../questions/typed-values.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { refuseFaults, type TypedList, typedCircuits, typedSituations } from '../typed-lists.ts';
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
  const read: Read[] = [
    ...listOf('circuits', '--circuit', flags.circuit, typedCircuits),
    ...textOf('name', '--name', flags.name, typedName),
    ...textOf('initials', '--initials', flags.initials, typedName),
    ...textOf('phone', '--phone', flags.phone, typedPhone),
    ...textOf('email', '--email', flags.email, typedEmail),
    ...textOf('zone', '--zone', flags.zone, typedZone),
    ...listOf('take', '--take', flags.take, typedSituations),
    ...listOf('ifrsCircuits', '--ifrs-circuit', flags.ifrsCircuit, orNone(typedCircuits)),
    ...textOf('accessible', '--accessible', flags.accessible, typedYesNo),
    ...listOf('agencyFigures', '--agency-figures', flags.agencyFigures, orNone(typedNames)),
  ];
  refuseFaults(read.flatMap((one) => ('faults' in one ? one.faults : [])));
  return {
    ...Object.fromEntries(read.flatMap((one) => ('value' in one ? [[one.key, one.value]] : []))),
    ...(flags.smallCells !== undefined && { smallCells: flags.smallCells }),
  };
}

/** A setting as it was typed, or why it can't be taken. */
type Read = { key: keyof Settings; value: unknown } | { faults: string[] };

// A script with a variable that is not set must not take a setting away.
const nothingGiven = (key: keyof Settings, flag: string): Read => ({
  faults: [`${flag}: Nothing was given.${clearable.includes(key) ? ` To clear it: ${flag} none` : ''}`],
});

const clearable: readonly (keyof Settings)[] = [
  ...(['name', 'initials', 'phone', 'email'] as const),
  ...(['take', 'ifrsCircuits', 'agencyFigures'] as const),
];

function textOf(
  key: keyof Settings,
  flag: string,
  text: string | undefined,
  read: (text: string) => Parsed<unknown>,
): Read[] {
  if (text === undefined) return [];
  if (text.trim() === '') return [nothingGiven(key, flag)];
  const typed = read(text.trim());
  return ['value' in typed ? { key, value: typed.value } : { faults: [`${flag}: ${typed.refused}`] }];
}

type ReadList = (flag: string, texts: readonly string[]) => TypedList<unknown>;

function listOf(key: keyof Settings, flag: string, texts: string[] | undefined, read: ReadList): Read[] {
  if (texts === undefined) return [];
  if (texts.length === 0) return [nothingGiven(key, flag)];
  const { values, faults } = read(flag, texts);
  return [faults.length > 0 ? { faults } : { key, value: values }];
}

const orNone =
  (read: ReadList): ReadList =>
  (flag, texts) =>
    read(flag, texts.length === 1 && texts[0]!.toLowerCase() === 'none' ? [] : texts);

const typedNames: ReadList = (_, texts) => ({ values: [...texts], faults: [] });

function typedZone(text: string): Parsed<string> {
  const found = findZone(text);
  return 'zone' in found ? { value: found.zone } : { refused: noSuchZone(text, found.nearest) };
}

const typedYesNo = (text: string): Parsed<boolean> =>
  /^(yes|no)$/i.test(text)
    ? { value: text.toLowerCase() === 'yes' }
    : { refused: `“${text.slice(0, 40)}” is not one of yes, no.` };

async function askedSettings(session: Session, current: Settings): Promise<Partial<Settings>> {
  const { askSettings } = await import('../questions/settings.ts');
  return askSettings(session, current);
}
