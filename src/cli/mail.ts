import type { Desk } from '../desk/desk.ts';
import type { MailedForm } from '../desk/take-mail.ts';
import { decodeFormBytes } from '../forms/decode.ts';
import type { FormFacts } from '../forms/field-values.ts';
import { readFormFile } from '../forms/read-file.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Mail, MailFile } from './mail-files.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';

/** One form of the mail, or a file that can’t be read. */
export interface MailItem {
  file: MailFile;
  /** Its place in the file, from 1; `null` where the file holds one form, or could not be read. */
  place: number | null;
  form: MailedForm | Refusal;
}

export interface MailRead {
  items: MailItem[];
  /** Whether there was, or could have been, more than one form: a list is answered then. */
  isList: boolean;
}

// More is a mistake, and would not fit the memory of a small machine.
const MOST_FORMS = 10_000;

/**
 * Reads all the files, one after the other; `fieldMap` names the file that says where the fields of other PDF forms go.
 * A file that can't be read is kept with its reason.
 */
export async function readMail(
  session: Session,
  desk: Desk,
  { files, hasFolder }: Mail,
  { progress, fieldMap }: { progress: Progress; fieldMap: string | undefined },
): Promise<MailRead> {
  const facts = await factsFor(session, desk, fieldMap);
  const items: MailItem[] = [];
  let isList = hasFolder || files.length !== 1;
  for (const [at, file] of files.entries()) {
    await progress.at('Reading file', at, files.length);
    const read = await readOne(session, facts, file, at);
    items.push(...read.items);
    isList ||= read.isList;
    if (items.length > MOST_FORMS) throw tooMany();
  }
  return { items, isList };
}

/** What a reading depends on. */
async function factsFor(session: Session, desk: Desk, fieldMap: string | undefined): Promise<FormFacts> {
  const { now, settings, programs } = desk;
  const facts = { now, zone: settings.zone, programs: Object.keys(programs) };
  if (fieldMap === undefined) return facts;
  const { readFieldMap } = await import('../forms/pdf/field-map.ts');
  return { ...facts, fieldMap: readFieldMap(decodeFormBytes(session.bytesOf(fieldMap))) };
}

async function readOne(session: Session, facts: FormFacts, file: MailFile, at: number): Promise<MailRead> {
  try {
    const read = await readFormFile(session.bytesOf(file.opens), facts);
    const items = read.readings.map((reading, i): MailItem => {
      const form = { reading, channel: read.channel, text: read.texts[i]!, sameFamilyAs: null, file: at };
      return { file, place: read.readings.length > 1 ? i + 1 : null, form };
    });
    return { items, isList: read.isList };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { items: [{ file, place: null, form: error }], isList: false };
  }
}

const tooMany = () =>
  new Refusal({
    kind: 'invalid',
    code: 'too_much',
    message: `The files hold more than ${MOST_FORMS} referrals.`,
    hint: 'Give fewer at once; what was taken in before is known again and left out.',
  });
