import { withDoubts, withGuessedLetters } from '../rules/doubts.ts';
import { dateIn } from '../rules/zone.ts';
import { decodeFormBytes, isGuessed } from './decode.ts';
import type { FormFacts } from './field-values.ts';
import { beginsAsJson, type UnreadKind, unreadKinds } from './file-kinds.ts';
import type { FormFile } from './form-file.ts';
import { refuseFile } from './json-guard.ts';
import { readForm, readTypedForms } from './read-form.ts';

/** Refuses a file of a kind that is not read: by its name, and with what to do instead. */
export const refuseUnread = (kind: UnreadKind): never => {
  const { name, hint } = unreadKinds[kind];
  return refuseFile(`The file is ${name}.`, hint);
};

/** The forms in a text, JSON or filled in. Refused as `readForm` says. */
export const fromText = (text: string, facts: FormFacts): FormFile => {
  if (beginsAsJson(text)) return fromJson(text, facts);
  const forms = readTypedForms(text, facts);
  return {
    readings: forms.map(({ reading }) => reading),
    texts: forms.map((form) => form.text),
    channel: 'form',
    isList: forms.length > 1,
  };
};

/** Of a list each entry keeps its own text, so that it is known again in another list. */
const fromJson = (text: string, facts: FormFacts): FormFile => {
  const readings = readForm(text, facts);
  const parsed: unknown = JSON.parse(text.trim());
  const texts = Array.isArray(parsed) ? parsed.map((entry) => JSON.stringify(entry, null, 2)) : [text];
  return { readings, texts, channel: 'json', isList: Array.isArray(parsed) };
};

/** The forms in a text file, whatever its letters are written in. */
export const fromTextBytes = (bytes: Uint8Array, facts: FormFacts): FormFile => {
  const file = fromText(decodeFormBytes(bytes), facts);
  return isGuessed(bytes) ? { ...file, readings: file.readings.map(withGuessedLetters) } : file;
};

/** The file with every value doubted that can be told to be unsure. */
export const doubted = (file: FormFile, { now, zone }: FormFacts): FormFile => {
  const today = dateIn(now, zone);
  return { ...file, readings: file.readings.map((reading) => withDoubts(reading, today)) };
};
