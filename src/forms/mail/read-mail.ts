import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { refuse } from '../../rules/refusal.ts';
import { hasWords } from '../clean-text.ts';
import { withHighBytes } from '../decode.ts';
import type { FormFacts } from '../field-values.ts';
import type { FormFile } from '../form-file.ts';
import type { FormInText } from '../form-text.ts';
import { refuseFile, refuseTooLarge } from '../json-guard.ts';
import { readingLimits } from '../limits.ts';
import { isReadable } from '../missing.ts';
import { withoutOwnText } from '../own-text.ts';
import { readTypedForms } from '../read-form.ts';
import { htmlText } from './html-text.ts';

/** What one attachment gave: its forms, or why there are none. */
export type Opened = { file: FormFile; kind: string } | { why: string; hint: string };
/** Reads an attachment as any file that came in. */
export type OpenAttachment = (bytes: Uint8Array) => Promise<Opened>;

const refuseParts = (): never =>
  refuseFile(
    'The mail has far more parts than a mail with a form has.',
    'Save the attachment by itself, and give that.',
  );

/** Counted before anything is made of them: each would cost many times its size. */
const refuseManyParts = (bytes: Uint8Array): void => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = 0;
  for (let at = all.indexOf('\n--'); at >= 0; at = all.indexOf('\n--', at + 1)) {
    found += 1;
    if (found > readingLimits.mailParts) refuseParts();
  }
};

const parsed = async (bytes: Uint8Array): Promise<Email> => {
  refuseManyParts(bytes);
  const mail = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: readingLimits.mailDepth * 4,
    maxHeadersSize: 1024 * 1024,
  });
  return mail.attachments.length > readingLimits.attachments ? refuseParts() : mail;
};

/** A picture that the text shows, such as a logo under a signature, is no attachment to anyone. */
const isShownInText = ({ mimeType, disposition, related }: Attachment): boolean =>
  mimeType.startsWith('image/') && (related === true || disposition === 'inline');

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const headNames = ['From', 'Date', 'To', 'Subject'];

/** The head as mail programs print it above a message that is forwarded. */
const headOf = ({ headers, subject }: Email): string[] =>
  headNames.flatMap((name) => {
    const value = name === 'Subject' ? subject : headers.find(({ key }) => key === name.toLowerCase())?.value;
    return value ? [`${name}: ${value.replace(/\s+/g, ' ')}`] : [];
  });

const bodyOf = ({ text, html = '' }: Email): string =>
  withHighBytes(text?.trim() ? text.replaceAll('\r\n', '\n') : htmlText(html));

const linesOf = (text: string): string[] =>
  withoutOwnText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(hasWords);

const attachmentAt = (at: number, all: readonly unknown[]): string =>
  all.length === 1 ? 'the attachment of the mail' : `attachment ${at + 1} of ${all.length} of the mail`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The forms of an attachment that name somebody. */
const formsIn = ({ readings, texts }: FormFile): FormInText[] =>
  readings.map((reading, i) => ({ reading, text: texts[i]! })).filter(({ reading }) => isReadable(reading));

/**
 * The forms in the attachments, each told where it comes from; the same form sent twice is taken once. What the mail
 * says besides goes with the first of each attachment: with each row of a long table it would be kept too often.
 */
const takenFrom = (opened: readonly Opened[], cover: string): FormInText[] => {
  const seen = new Set<string>();
  const isNew = ({ reading }: FormInText): boolean => {
    const said = JSON.stringify(reading.intake);
    return !seen.has(said) && seen.add(said).size > 0;
  };
  const kept = linesOf(cover);
  return opened.flatMap((one, at) => {
    if ('why' in one) return [];
    const where = `${attachmentAt(at, opened)}, ${one.kind}`;
    return formsIn(one.file)
      .filter(isNew)
      .map(({ reading, text }, i) => {
        const origin = reading.origin ? `${reading.origin}, in ${where}` : where;
        if (i > 0) return { reading: { ...reading, origin }, text };
        const leftovers = [...kept, ...reading.leftovers];
        return { reading: { ...reading, leftovers, origin }, text: `${cover}\n\n${text}` };
      });
  });
};

/** For each attachment that gave no form why, and what to do instead. */
const unreadOf = (opened: readonly Opened[]): string[] =>
  opened.flatMap((one, at) => {
    const where = capital(attachmentAt(at, opened));
    if ('why' in one) return [`${where} was not read. ${one.why} ${one.hint}`.trim()];
    return one.file.readings.some(isReadable) ? [] : [`${where}, ${one.kind}, holds no filled form.`];
  });

const refuseUnread = (unread: readonly string[]): never =>
  refuse({
    kind: 'invalid',
    code: 'form_refused',
    message: 'The mail holds no form that can be read.',
    reasons: unread,
    hint: 'Check that this is the mail with the filled form; else type it in: iis referral add',
  });

/**
 * Reads a mail as it was sent or saved (.eml): the forms among its attachments, also within a message that is
 * attached; if there are none, the form in its own text. What the mail says besides is kept as leftovers, and every
 * attachment that was not taken is told. Refused: a mail of which neither attachments nor text hold a form.
 */
export async function readMail(bytes: Uint8Array, facts: FormFacts, open: OpenAttachment): Promise<FormFile> {
  const mail = await parsed(bytes);
  const attachments = mail.attachments.filter((one) => !isShownInText(one));
  const opened: Opened[] = [];
  for (const attachment of attachments) opened.push(await open(bytesOf(attachment)));
  const [head, body] = [headOf(mail), bodyOf(mail)];
  const text = [...head, '', body].join('\n');
  refuseTooLarge(text, 1);
  const unread = unreadOf(opened);
  const taken = takenFrom(opened, text);
  if (taken.length === 0) taken.push(...fromBody(text, facts));
  const isForm = taken.some(({ reading }) => isReadable(reading));
  if (!isForm && attachments.length > 0) refuseUnread(unread);
  return {
    readings: taken.map(({ reading }, i) => ({
      ...reading,
      // Of several forms the first tells it for all.
      notes: [...(i === 0 ? unread : []), ...(reading.notes ?? [])],
    })),
    texts: taken.map((one) => one.text),
    channel: 'form',
    isList: taken.length !== 1,
  };
}

const fromBody = (text: string, facts: FormFacts): FormInText[] =>
  readTypedForms(text, facts).map((form) => ({
    ...form,
    reading: { ...form.reading, origin: 'the text of the mail' },
  }));
