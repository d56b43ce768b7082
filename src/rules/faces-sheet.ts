import { languageName } from './languages.ts';
import { type ReasonBook, reasonInWords } from './reasons.ts';
import type { Referral } from './referral.ts';
import type { Instant, Zone } from './time.ts';
import { involvementInWords, situationInWords } from './words.ts';
import { partsIn } from './zone.ts';

/** The fields to key into FACES in their order, as data/faces-sheet.json has them. */
export interface SheetOrder {
  source: string;
  sections: {
    title: string;
    /** A list, of which each one is a section of its own. */
    each?: string;
    fields: { path: string; label: string; needed?: boolean }[];
  }[];
}

export interface SheetDenial {
  at: Instant;
  reason: string;
  note: string | null;
}

/** What is to be keyed in, and what is needed and not known. */
export interface FacesSheet {
  referral: string;
  /** The entry that was noted already. */
  faces: Referral['faces'];
  sections: { title: string; fields: { label: string; value: string }[] }[];
  missing: string[];
}

/**
 * The sheet to key a referral into FACES from: every field that is known, in keying order, with dates as they are keyed
 * (10/05/2026). `denials` are those that are not in FACES yet [001 Practice Alert PA22-CM-10].
 */
export function facesSheet(
  referral: Referral,
  denials: readonly SheetDenial[],
  order: SheetOrder,
  office: { zone: Zone; reasons: ReasonBook },
): FacesSheet {
  const { caregivers, children } = referral.family;
  const said = denials.map(({ reason, ...rest }) => ({
    ...rest,
    reason: reasonInWords(office.reasons, reason),
  }));
  const lists: Record<string, readonly object[]> = { caregivers, children, denials: said };
  const parts = order.sections.flatMap(({ title, each, fields }) => {
    if (each === undefined) return [{ title, of: referral as object, fields }];
    const all = lists[each] ?? [];
    // A referral that names no child still needs one.
    const some = all.length === 0 && each !== 'denials' ? [{}] : all;
    return some.map((of, i) => ({ title: some.length > 1 ? `${title} ${i + 1}` : title, of, fields }));
  });
  const read = parts.map(({ title, of, fields }) => ({
    title,
    fields: fields.map((field) => ({
      ...field,
      value: inWords(valueAt(of, field.path), field.path, office.zone),
    })),
  }));
  return {
    referral: referral.id,
    faces: referral.faces,
    sections: read
      .map(({ title, fields }) => ({
        title,
        fields: fields.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
      }))
      .filter(({ fields }) => fields.length > 0),
    missing: read.flatMap(({ title, fields }) =>
      fields
        .filter(({ needed, value }) => needed && value === null)
        .map(({ label }) =>
          /^Referral$|^Request$/.test(title) ? label : `${title}: ${label.toLowerCase()}`,
        ),
    ),
  };
}

const valueAt = (of: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], of);

function inWords(value: unknown, path: string, zone: Zone): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  // A TAPA, whose date has a line of its own.
  if (typeof value === 'object') return 'Yes';
  const text = String(value);
  if (path === 'language') return languageName(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return keyedMoment(text as Instant, zone);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return keyedDay(text);
  return codes[path]?.[text] ?? text;
}

const codes: Record<string, Readonly<Record<string, string>>> = {
  situation: situationInWords,
  divisionInvolvement: involvementInWords,
};

/** `2026-10-05` as it is keyed. */
const keyedDay = (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;

function keyedMoment(at: Instant, zone: Zone): string {
  const { date, hour, minute } = partsIn(at, zone);
  // Of what came in by its day alone, the first moment of that day was kept.
  if (hour === 0 && minute === 0) return keyedDay(date);
  return `${keyedDay(date)} ${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}
