import { Command, Option } from 'commander';
import type { Desk, Deskless } from '../../desk/desk.ts';
import {
  duplicateChoices,
  type Imported,
  type ImportOptions,
  importReferrals,
} from '../../desk/import-referrals.ts';
import { importSpecialists } from '../../desk/import-specialists.ts';
import {
  keptAsNotes,
  leftToTheDesk,
  ownReferral,
  ownSpecialist,
  referralColumns,
  specialistColumns,
  workedOut,
} from '../../forms/csv/columns.ts';
import {
  recognisedReferral,
  recognisedSpecialist,
  referralFields,
  specialistFields,
} from '../../forms/csv/headings.ts';
import { refuseNoTable } from '../../forms/csv/no-table.ts';
import { type CsvTable, parseCsv } from '../../forms/csv/parse-csv.ts';
import { leftOut, readReferralRows } from '../../forms/csv/read-referral-csv.ts';
import { decodeFormBytes, isGuessed } from '../../forms/decode.ts';
import { Refusal } from '../../rules/refusal.ts';
import { examples, type NounCommand } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { readyDesk } from '../first-use.ts';
import { needFlags, oneOf } from '../flags.ts';
import { asNote, type ColumnUses, columnUses, type TableKind } from '../import-columns.ts';
import { referralFaults, refuseRows, specialistRows } from '../import-rows.ts';
import { type ImportFacts, importedReferralsJson, importedSpecialistsJson } from '../json/import.ts';
import { progressOf } from '../progress.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { importedReferralsView, importedSpecialistsView } from '../views/import.ts';
import { counted } from '../views/wording.ts';

interface ImportFlags {
  map?: string[];
  dryRun?: boolean;
  duplicates?: string;
}

export const importCommand: NounCommand = (run) =>
  new Command('import')
    .addCommand(
      verb('referrals', 'new referrals, a row each')
        .addHelpText(
          'after',
          examples(
            'iis import referrals referrals.csv --dry-run',
            'iis import referrals referrals.csv --map "Worker=note" --duplicates leave-out',
          ),
        )
        .action(run(importTheReferrals)),
    )
    .addCommand(
      verb('specialists', 'new specialists, a row each')
        .addHelpText('after', examples('iis import specialists specialists.csv --map "Team=-"'))
        .action(run(importTheSpecialists)),
    );

const gathered = (value: string, before: string[] = []): string[] => [...before, value];

const verb = (name: string, words: string): Command =>
  new Command(name)
    .description(`${words}, all of them or none`)
    .argument('[file]', 'a CSV file whose first row names the columns (- for standard input)')
    .addOption(
      new Option(
        '--map <heading=field>',
        'what a column is; - leaves it out (again for each; remembered)',
      ).argParser(gathered),
    )
    .addOption(new Option('--dry-run', 'show what would be taken in; nothing is saved'))
    .addOption(new Option('--duplicates <choice>', 'what is there already: take, leave-out or refuse'));

const referrals: TableKind = {
  name: 'referrals',
  fields: referralFields,
  recognised: recognisedReferral,
  takesNotes: true,
  choices: referralColumns(2, 6)
    .filter(({ path }) => !keptAsNotes.concat(workedOut).some((other) => other.path === path))
    .map(({ path, heading }) => ({ value: path, label: heading })),
};

async function importTheReferrals(
  session: Session,
  file: string | undefined,
  flags: ImportFlags,
): Promise<Answer> {
  const desk = await lookingDesk(session, flags);
  const table = await tableOf(session, referrals, file);
  const columns = await columnUses(session, referrals, table.headings, desk.settings, flags.map ?? []);
  const facts = { now: desk.now, zone: desk.settings.zone, programs: Object.keys(desk.programs) };
  const uses = columns.uses.map((use) => (use === asNote ? null : use));
  const rows = readReferralRows(table, uses, facts);
  refuseRows(referralFaults(desk, table, columns.uses, rows), {
    unknown: columns.unknown,
    isPrivate: session.flags.private ?? false,
  });
  const result = await afterLook(session, flags, columns, 'referral', async (options) =>
    importReferrals(await takingDesk(session, desk, flags), rows, options),
  );
  return answer(
    { ...factsOf(table, columns, flags), ...result },
    { json: importedReferralsJson, show: importedReferralsView },
  );
}

const specialists: TableKind = {
  name: 'specialists',
  fields: specialistFields,
  recognised: recognisedSpecialist,
  takesNotes: false,
  choices: specialistColumns
    .filter(({ path }) => !leftToTheDesk.includes(path))
    .map(({ path, heading }) => ({ value: path, label: path === 'code' ? 'Code' : heading })),
};

async function importTheSpecialists(
  session: Session,
  file: string | undefined,
  flags: ImportFlags,
): Promise<Answer> {
  const desk = await lookingDesk(session, flags);
  const table = await tableOf(session, specialists, file);
  const columns = await columnUses(session, specialists, table.headings, desk.settings, flags.map ?? []);
  const { rows, faults } = specialistRows(desk, table, columns.uses);
  refuseRows(faults, { unknown: columns.unknown, isPrivate: session.flags.private ?? false });
  const result = await afterLook(session, flags, columns, 'specialist', async (options) =>
    importSpecialists(await takingDesk(session, desk, flags), rows, options),
  );
  return answer(
    { ...factsOf(table, columns, flags), ...result },
    { json: importedSpecialistsJson, show: importedSpecialistsView },
  );
}

/** What can't be taken, and what is only tried, makes no database. Whoever can be asked about a new office is asked first. */
const lookingDesk = (session: Session, { dryRun }: ImportFlags): Promise<Deskless> =>
  session.canAsk && !dryRun ? readyDesk(session) : session.deskless();

const takingDesk = async (session: Session, desk: Deskless, { dryRun }: ImportFlags): Promise<Desk> =>
  'store' in desk ? (desk as Desk) : session.desk({ create: !dryRun });

async function tableOf(session: Session, { name }: TableKind, file: string | undefined): Promise<CsvTable> {
  const bytes = session.bytesOf(file ?? (await askFile(session)), { atMost: 10 });
  refuseNoTable(bytes);
  const table = parseCsv(decodeFormBytes(bytes));
  const [first] = table.headings;
  const other = name === 'referrals' ? ownSpecialist : ownReferral;
  if (first === other) throw otherTable(first === ownSpecialist ? 'specialists' : 'referrals');
  if (isGuessed(bytes)) session.say(guessedLetters);
  return table;
}

async function askFile(session: Session): Promise<string> {
  if (!session.canAsk) needFlags(['FILE'], 'Name the CSV file, or - for standard input.');
  const ask = await session.ask();
  return (await ask.text({ message: 'Which CSV file?' })) as string;
}

const guessedLetters =
  'The file does not say how its letters are written (it is no UTF-8): look whether names such as Muñoz and Hadžić are right.\n';

const otherTable = (holds: TableKind['name']): Refusal =>
  new Refusal({
    kind: 'invalid',
    code: 'form_refused',
    message: `The file is an export of ${holds}.`,
    hint: `Take it in with: iis import ${holds} FILE`,
  });

const factsOf = (table: CsvTable, { uses, unknown }: ColumnUses, flags: ImportFlags): ImportFacts => ({
  dryRun: flags.dryRun ?? false,
  rows: table.rows.length,
  isOurs: table.isOurs,
  columns: table.headings.map((heading, i) => ({
    heading,
    field: uses[i] === leftOut || uses[i] === asNote ? null : uses[i]!,
    kept: uses[i] !== leftOut,
  })),
  unknown,
});

/** On a terminal everything is done once without saving it, so that the question can say what it is about. */
async function afterLook<T extends Imported<unknown, string>>(
  session: Session,
  flags: ImportFlags,
  { remember }: ColumnUses,
  noun: string,
  work: (options: ImportOptions) => Promise<T>,
): Promise<T> {
  const duplicates =
    flags.duplicates === undefined ? null : oneOf('--duplicates', flags.duplicates, duplicateChoices);
  const progress = progressOf(session);
  const at = (done: number, total: number) => progress.at('Looking through row', done + 1, total);
  const options = { duplicates, remember, dryRun: flags.dryRun ?? false, at };
  if (session.canAsk && !session.flags.yes && !options.dryRun) {
    const { taken, leftOut: left } = await work({ ...options, dryRun: true });
    progress.end();
    const beside = left.length > 0 ? `, and leave out ${left.length} that are there already` : '';
    if (taken.length > 0) await confirmed(session, `Take in ${counted(taken.length, noun)}${beside}?`);
  }
  try {
    return await work(options);
  } finally {
    progress.end();
  }
}
