import type { SinceLastLook } from '../../desk/since-last-look.ts';
import { gainedInWords, inTheWayInWords, lostInWords } from '../../rules/fins-changes.ts';
import { agoInWords, momentInWords } from '../../rules/in-words.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import type { CardLine, Section } from './card.ts';
import { changeInWords } from './history-words.ts';
import { masked } from './masked.ts';
import { maskedChange } from './masked-history.ts';
import { screenSafe } from './safe-text.ts';
import { counted, type Wording } from './wording.ts';

/** The same for the screen: with `isPrivate` for one that others can see. */
export function shownSince(since: SinceLastLook, isPrivate: boolean): SinceLastLook {
  if (!isPrivate) return screenSafe(since);
  const hidden = masked(since) as SinceLastLook;
  return screenSafe({ ...hidden, changed: hidden.changed.map(maskedChange) });
}

/** What was decided at the last look, and what is not as it was then. */
export function sinceSection(id: ReferralNumber, since: SinceLastLook, wording: Wording): Section {
  const { looked, names } = since;
  const tell = { ...wording, names, subject: { referral: id } };
  const changed = since.changed.flatMap((change) => changeInWords(change, tell) ?? []);
  // Whose card it is need not be said again.
  const own = `Referral ${id}: `;
  const lines = [
    ...changed.map((line) => (line.startsWith(own) ? line.slice(own.length) : line)),
    ...(since.gained.length > 0 ? [`can serve now: ${since.gained.map(gainedInWords).join(', ')}`] : []),
    ...(since.lost.length > 0 ? [`can’t serve any more: ${since.lost.map(lostInWords).join(', ')}`] : []),
  ];
  const { zone, now } = wording;
  const when = `${momentInWords(looked.at, zone)} (${agoInWords(looked.at, now, zone)})`;
  return {
    title: `Since ${looked.review ? 'the last review' : 'the family was listed'}, ${when}`,
    lines: [
      ...(looked.review ? [['Decided then', decidedInWords(looked.review)] as CardLine] : []),
      ...(lines.length > 0 ? lines : ['nothing']).map(
        (line, i): CardLine => [i === 0 ? 'Changed' : '', line],
      ),
      ['Rank', rankInWords(since.rank)],
    ],
  };
}

const decidedInWords = ({ by, decision, note }: NonNullable<SinceLastLook['looked']['review']>): string =>
  `${decision}${note ? `, “${note}”` : ''} (${by})`;

/** Its place by risk and time received; not its place on the sheet, where what is overdue comes first. */
function rankInWords({ before, now, of }: SinceLastLook['rank']): string {
  if (now === null) return 'none: only eligible families wait for an opening';
  const among = `${now} of ${of} eligible on the list`;
  return before === null || before === now ? `${among}, as then` : `${before} → ${among}`;
}

/** `kim (2 openings), lee (1 opening)`, or what stands in the way. */
export function canServeInWords({ canServe, inTheWay }: SinceLastLook, { zone }: Wording): string {
  if (canServe.length > 0)
    return canServe
      .map(({ specialist, openings }) => `${specialist} (${counted(openings, 'opening')})`)
      .join(', ');
  const why = inTheWay.map((obstacle) => inTheWayInWords(obstacle, zone)).join('; ');
  return inTheWay[0]?.kind === 'no_specialist' ? why : `nobody: ${why}`;
}
