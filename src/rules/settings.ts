import figureBook from '../../data/figures.json';
import type { Zone } from './time.ts';
import type { LocalSituation } from './words.ts';

/** What an office decides for itself. */
export interface Settings {
  circuits: number[];
  name: string | null;
  initials: string | null;
  /** How the gatekeeper is reached: printed on the form that goes out. */
  phone: string | null;
  email: string | null;
  zone: Zone;
  /** The situations that the circuit takes besides abuse, neglect and status offenses [000]. */
  take: LocalSituation[];
  /** The circuits that are IFRS sites: local configuration, since the source's map is not in its text [004]. */
  ifrsCircuits: number[];
  /** The screen is read out: no columns, no drawn prompts. */
  accessible: boolean;
  /** Who may see figures by agency, specialist and supervisor, by their name or initials. */
  agencyFigures: string[];
  /** In a report for others, counts of 1 to this many are hidden. */
  smallCells: number;
  /** What columns of tables mean that their headings do not tell, by the table's kind and headings, then by heading. */
  tableColumns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const defaultSettings: Settings = {
  circuits: [],
  name: null,
  initials: null,
  phone: null,
  email: null,
  zone: 'America/Chicago',
  take: [],
  ifrsCircuits: [],
  accessible: false,
  agencyFigures: [],
  smallCells: figureBook.numbers.smallCells.value,
  tableColumns: {},
};

/** What each setting is called, in the order that they are shown. */
export const settingLabels: Record<keyof Settings, string> = {
  circuits: 'Circuits',
  name: 'Gatekeeper',
  initials: 'Initials',
  phone: 'Phone',
  email: 'Email',
  zone: 'Time zone',
  take: 'Also taken here',
  ifrsCircuits: 'IFRS circuits',
  accessible: 'Accessible screen',
  agencyFigures: 'Figures by agency',
  smallCells: 'Hidden counts',
  tableColumns: 'Columns of tables',
};
