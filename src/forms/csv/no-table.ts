import { isUnread, kindOf, unreadKinds } from '../file-kinds.ts';
import { refuseFile } from '../json-guard.ts';

/** What holds no table, though it may be read as a form. */
const others = {
  json: 'JSON, not a table',
  mail: 'a message, not a table',
  pdf: 'a PDF, not a table',
  zip: 'a workbook (.xlsx) or a document, not a table in text',
} as const;

/** Refuses what is no table in text, told by its content, and says what to do instead. */
export function refuseNoTable(bytes: Uint8Array): void {
  const kind = kindOf(bytes);
  if (kind === 'text' || kind === 'csv') return;
  refuseFile(
    `The file is ${isUnread(kind) ? unreadKinds[kind].name : others[kind]}.`,
    'Save the sheet as “CSV UTF-8” in the spreadsheet, and import that. Filled forms are taken in with: iis referral add --from FILE',
  );
}
