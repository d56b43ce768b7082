import { Command, Option } from 'commander';
import type { Desk } from '../../desk/desk.ts';
import { today } from '../../desk/desk.ts';
import { exportPlacements, exportReferrals, type Room, type Taking } from '../../desk/export.ts';
import { finsList } from '../../desk/fins-list.ts';
import { specialistsToday } from '../../desk/specialist-list.ts';
import {
  type Column,
  caseColumns,
  finsColumns,
  referralColumns,
  specialistColumns,
} from '../../forms/csv/columns.ts';
import { Refusal } from '../../rules/refusal.ts';
import { examples, type NounCommand, type Run } from '../command.ts';
import { confirmed } from '../confirm.ts';
import { csvFormat, jsonFormat, type Pouring, pourRecords } from '../export-text.ts';
import {
  type ExportedReferralJson,
  exportedReferralJson,
  placementJson,
  type Written,
} from '../json/export.ts';
import { finsLineJson } from '../json/fins.ts';
import { specialistJson } from '../json/specialist.ts';
import { isTaken, writeOutFile } from '../out-file.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { writtenView } from '../views/export.ts';

/** A kind of record that can be exported: as scripts get it, and as a row of a table. */
interface Kind {
  what: Written['what'];
  words: string;
  columns: (room: Room) => Column[];
  /** The record with what the columns look for. */
  flat: (record: never) => object;
  source: (desk: Desk, begin: (room: Room) => Taking<object>) => Promise<void>;
}

const nobody: Room = { caregivers: 0, children: 0 };

const kinds: Kind[] = [
  {
    what: 'referrals',
    words: 'every referral, ended ones too, with its people',
    columns: ({ caregivers, children }) => referralColumns(caregivers, children),
    flat: ({ family, leftovers, ...rest }: ExportedReferralJson) => ({
      ...rest,
      caregivers: family.caregivers,
      children: family.children,
      leftovers: leftovers.join('\n'),
    }),
    source: (desk, begin) =>
      exportReferrals(desk, (room) => {
        const take = begin(room);
        return (page) => take(page.map(exportedReferralJson));
      }),
  },
  {
    what: 'fins',
    words: 'the FINS list as it is now, in its order',
    columns: () => finsColumns,
    flat: (line: object) => line,
    source: async (desk, begin) => {
      const { lines } = await finsList(desk);
      await begin(nobody)(lines.map((line) => finsLineJson(line, today(desk))));
    },
  },
  {
    what: 'cases',
    words: 'every placement so far, ended ones too',
    columns: () => caseColumns,
    flat: (placement: object) => placement,
    source: (desk, begin) => {
      const take = begin(nobody);
      return exportPlacements(desk, (page) => take(page.map(placementJson)));
    },
  },
  {
    what: 'specialists',
    words: 'every specialist, those who have ended too',
    columns: () => specialistColumns,
    flat: (specialist: object) => specialist,
    source: async (desk, begin) => {
      await begin(nobody)((await specialistsToday(desk)).map(specialistJson));
    },
  },
];

export const exportCommand: NounCommand = (run) => {
  const command = new Command('export');
  for (const kind of kinds) command.addCommand(verb(kind, run));
  return command;
};

interface ExportFlags {
  csv?: boolean;
  out?: string;
}

const verb = (kind: Kind, run: Run): Command =>
  new Command(kind.what)
    .description(kind.words)
    .addOption(new Option('--csv', 'as a table for a spreadsheet (the usual; --json: for scripts)'))
    .addOption(new Option('--out <file>', 'into this file, which only you can read (else to stdout)'))
    .addHelpText(
      'after',
      examples(`iis export ${kind.what} --out ${kind.what}.csv`, `iis export ${kind.what} --json`),
    )
    .action(run((session: Session, flags: ExportFlags) => exportKind(session, kind, flags)));

async function exportKind(session: Session, kind: Kind, flags: ExportFlags): Promise<Answer | undefined> {
  const desk = await session.desk();
  const { json = false, private: isPrivate = false } = session.flags;
  const out = flags.out === '-' ? undefined : flags.out;
  if (flags.csv && json && out === undefined) throw bothOnStdout;
  const isCsv = flags.csv || !json;
  const options = { zone: desk.settings.zone, isFile: out !== undefined, isPrivate };
  const pourInto = (pour: Pouring) =>
    pourRecords(
      (begin) => kind.source(desk, begin),
      isCsv ? csvFormat(kind.columns, kind.flat, options) : jsonFormat(),
      { isPrivate, pour },
    );
  if (out === undefined) {
    await pourInto((text) => session.pour(text));
    return undefined;
  }
  const replace = await mayReplace(session, out);
  const count = await writeOutFile(out, { replace }, (put) =>
    pourInto(async (text) => {
      await put(text);
      return true;
    }),
  );
  const written: Written = { what: kind.what, format: isCsv ? 'csv' : 'json', file: out, count };
  return answer(written, { json: (value) => value, show: writtenView });
}

/** A file that is there is replaced only by somebody who says so. */
async function mayReplace(session: Session, file: string): Promise<boolean> {
  if (session.flags.yes) return true;
  if (!session.canAsk || !isTaken(file)) return false;
  await confirmed(session, `There is a file ${file} already. Replace it?`);
  return true;
}

const bothOnStdout = new Refusal({
  kind: 'invalid',
  code: 'two_formats',
  message: 'The answer is either CSV or JSON.',
  hint: 'Leave --csv or --json out, or add --out FILE: then the table goes there, and --json tells of it.',
});
