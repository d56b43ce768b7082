import type { Desk } from '../../desk/desk.ts';
import { tapaDays } from '../../rules/due/of-tapa.ts';
import { shortDay, weekdayInWords } from '../../rules/in-words.ts';
import { usualProgram } from '../../rules/policy.ts';
import { whyInSentence } from '../../rules/reasons.ts';
import type { KeptTapa } from '../../rules/tapa.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, type Wording } from './wording.ts';

type Office = Pick<Desk, 'programs' | 'holidays'>;

const columns: Column[] = [
  { title: 'TAPA', needed: 10 },
  { title: 'Family', needed: 9 },
  { title: 'Made', needed: 8 },
  { title: 'In writing', needed: 7 },
  { title: 'Ends', needed: 7 },
  { title: 'Referral', needed: 8, wrap: true },
  { title: 'County', needed: 5 },
  { title: 'Negotiated by', needed: 4 },
];

/** The TAPAs that were noted, the oldest first. */
export function tapaTable(all: readonly KeptTapa[], look: Look, wording: Wording & Office): string {
  if (all.length === 0) return 'No TAPA waits for its referral. Note one: iis tapa add';
  const table = drawTable({ columns, rows: all.map((tapa) => row(tapa, look, wording)) }, look);
  return [table, '', counted(all.length, 'TAPA')].join('\n');
}

function row(tapa: KeptTapa, look: Look, { now, zone, reasons, ...office }: Wording & Office): string[] {
  const { writtenBy, endsOn } = daysOf(tapa, office);
  const today = dateIn(now, zone);
  const { referral, closed, writtenOn } = tapa;
  const late = writtenBy < today && referral === null && closed === null;
  const byThen = `by ${shortDay(writtenBy, today)}`;
  return [
    tapa.id,
    tapa.family,
    shortDay(tapa.agreedOn, today),
    writtenOn ? shortDay(writtenOn, today) : late ? look.red(`OVERDUE, ${byThen}`) : byThen,
    shortDay(endsOn, today),
    referral ?? (closed ? `none: ${whyInSentence(reasons, closed)}` : look.yellow('none yet')),
    tapa.county ?? '',
    tapa.worker ?? '',
  ];
}

const daysOf = ({ agreedOn }: KeptTapa, { programs, holidays }: Office) =>
  tapaDays(agreedOn, usualProgram(programs), holidays);

/** A TAPA that was just noted, with what it obliges to. */
export function notedInWords(tapa: KeptTapa, office: Office): string {
  const { writtenBy, endsOn } = daysOf(tapa, office);
  const { id, family, writtenOn } = tapa;
  const inWriting = writtenOn ? 'is in writing' : `is to be in writing by ${weekdayInWords(writtenBy)}`;
  return [
    `${id}  ${family}`,
    `It obliges to refer the family [001], ${inWriting}, and lasts until ${weekdayInWords(endsOn)} at most.`,
    `When the referral is taken in: iis tapa refer ${id}`,
  ].join('\n');
}
