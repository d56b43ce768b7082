import type { FamilyPage } from '../../desk/family-page.ts';
import type { PageLine } from '../../rules/family-page.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { statusInWords, withoutRemark } from '../../rules/referral.ts';
import { ageOn, dateIn } from '../../rules/zone.ts';
import { type CardLine, drawCard } from './card.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, type Wording } from './wording.ts';

const columns: Column[] = [
  { title: 'Day', needed: 9 },
  { title: 'Number', needed: 9 },
  { title: 'What happened', needed: 9, wrap: true },
];

/** Who the family is, and everything that happened to it, first to last. */
export function familyPageView(page: FamilyPage, look: Look, { now, zone }: Wording): string {
  const { family, familyName, county, circuit, referrals, lines } = page;
  const today = dateIn(now, zone);
  const people = family.caregivers.map(({ name }) => (name ? withoutRemark(name) : 'not named'));
  const children = family.children.map(({ name, birthDate }) => {
    const age = birthDate && birthDate.length === 10 ? `, ${ageOn(birthDate, today).years}` : '';
    return `${name ? withoutRemark(name) : 'not named'}${age}`;
  });
  const facts: CardLine[] = [
    ['Caregivers', people.join('; ') || null],
    ['Children', children.join('; ') || null],
    ['County', county && `${county}, circuit ${circuit}`],
    ...referrals.map(({ id, program, status }): CardLine => [id, `${program}, ${statusInWords[status]}`]),
  ];
  return [
    drawCard(`Family ${family.id}  ${familyName ?? 'not named'}`, [{ lines: facts }], look),
    '',
    drawTable({ columns, rows: lines.map(row) }, look),
    '',
    counted(lines.length, 'entry', 'entries'),
  ].join('\n');
}

const row = ({ on, number, what, note }: PageLine): string[] => [
  dayInWords(on),
  number,
  note ? `${what}: “${note}”` : what,
];
