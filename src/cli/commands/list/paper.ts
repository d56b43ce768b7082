import type { Desk } from '../../../desk/desk.ts';
import type { FinsList } from '../../../desk/fins-list.ts';
import type { Session } from '../../session.ts';
import { finsSheet } from '../../views/paper-sheets.ts';
import { wordingOf } from '../../views/wording.ts';
import { writeSheet } from '../../write-pdf.ts';

/** Writes the list as a PDF, and returns what to say of it. */
export const listOnPaper = (session: Session, desk: Desk, list: FinsList, file: string): Promise<string> =>
  writeSheet(session, file, (seen) => finsSheet(seen(list), wordingOf(desk), desk.who));
