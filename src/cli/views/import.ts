import { fieldInWords } from '../../rules/admission.ts';
import { familyName } from '../../rules/referral.ts';
import type { ImportFacts, ReferralsImported, SpecialistsImported } from '../json/import.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { hanging } from './taken.ts';
import { counted, dashed } from './wording.ts';

/** At most so many rows of a kind are named; --json names all. */
const mostNamed = 20;

/** What was taken in, what was left out, and what the rows still lack. */
export function importedReferralsView(imported: ReferralsImported, look: Look): string {
  const { taken, leftOut, isOurs } = imported;
  const ids = taken.map(({ referral }) => referral.id);
  const range = ids.length > 1 ? `${ids[0]} to ${ids.at(-1)}` : ids[0];
  const alike = taken.filter(({ possibleDuplicates }) => possibleDuplicates.length > 0);
  return [
    head(imported, taken.length, counted(taken.length, 'referral'), range, look),
    ...(isOurs && ids.length > 0 ? [paragraph(notSet, look)] : []),
    ...section(
      'Left out:',
      leftOut.map(({ row, why, is }) =>
        why === 'taken_already' ? `Row ${row}: ${is} is this referral.` : `Row ${row}: looks like ${is}.`,
      ),
      look,
    ),
    ...section(
      'Looks like a family that was referred before:',
      alike.map(({ row, referral, possibleDuplicates: [first] }) => {
        const name = familyName(referral.family) ?? 'not named';
        return `Row ${row}: ${name} looks like ${first!.referral.id} (${first!.why.slice(0, 2).join('; ')})`;
      }),
      look,
    ),
    ...section('To see to:', lacking(imported), look),
    ...section(
      'Kept as notes:',
      imported.unknown.map((heading) => `The column “${heading}”.`),
      look,
    ),
  ].join('\n');
}

/** Who was taken on, and which codes were there already. */
export function importedSpecialistsView(imported: SpecialistsImported, look: Look): string {
  const { taken, leftOut } = imported;
  const codes = taken.map(({ code }) => code).join(', ');
  return [
    head(imported, taken.length, counted(taken.length, 'specialist'), codes, look),
    ...section(
      'Left out:',
      leftOut.map(({ row, is }) => `Row ${row}: there is a specialist ${is} already.`),
      look,
    ),
  ].join('\n');
}

function head(
  { dryRun, rows }: ImportFacts,
  count: number,
  what: string,
  which: string | undefined,
  look: Look,
): string {
  if (count === 0) return `Nothing new in ${counted(rows, 'row')}; nothing was saved.`;
  if (dryRun) return `A dry run, nothing was saved: ${what} would be taken in.`;
  return paragraph(`Taken in: ${what}${which ? ` (${which})` : ''}. To take it back: iis undo`, look);
}

const notSet =
  'They come in as new, ended ones too: number, status, FACES entry and case are not set, but kept as notes with each.';

function section(title: string, lines: readonly string[], look: Look): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - mostNamed;
  const named = [
    ...lines.slice(0, mostNamed),
    ...(more > 0 ? [`And ${more} more; --json names them all.`] : []),
  ];
  return ['', look.yellow(title), ...dashed(named).map((line) => hanging(line, look))];
}

/** What is missing or called for, each with the number of referrals that it concerns, the most common first. */
function lacking({ taken }: ReferralsImported): string[] {
  const counts = new Map<string, number>();
  for (const { problems, warnings } of taken) {
    const missing = problems.map(({ field }) => `${fieldInWords(field)}: not given.`);
    // What is called for stands behind a sentence for each problem.
    for (const line of new Set([...missing, ...warnings.slice(problems.length)]))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([line, count]) => `${counted(count, 'referral')}: ${line}`);
}
