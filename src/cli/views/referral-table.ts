import type { ReferralLine } from '../../desk/dossier.ts';
import { dueInWords, shortDay } from '../../rules/in-words.ts';
import { familyName, hasCase, missingForMatch, statusInWords } from '../../rules/referral.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, type Wording } from './wording.ts';

const columns: Column[] = [
  { title: 'Referral', needed: 10 },
  { title: 'Family', needed: 9 },
  { title: 'Status', needed: 8 },
  { title: 'Priority', needed: 7 },
  { title: 'County', needed: 5 },
  { title: 'Received', needed: 4 },
  { title: 'Submitter', needed: 6 },
  { title: 'FACES', needed: 3 },
  { title: 'Missing', needed: 2 },
];

/** The referrals as a list, with what is not there yet in words. */
export function referralTable(lines: readonly ReferralLine[], look: Look, wording: Wording): string {
  if (lines.length === 0) return 'No referral fits. To see ended ones too: iis referral list --all';
  const table = drawTable({ columns, rows: lines.map((line) => row(line, look, wording)) }, look);
  return [table, '', counted(lines.length, 'referral')].join('\n');
}

function row(line: ReferralLine, look: Look, { now, zone }: Wording): string[] {
  const { referral, onFins, fcs } = line;
  const also = [...(onFins ? ['FINS'] : []), ...(fcs === 'offered' ? ['FCS offered'] : [])];
  const { state } = referral;
  return [
    referral.id,
    familyName(referral.family) ?? look.dim('not named'),
    [statusInWords[state.status], ...(hasCase(state) ? [state.specialist] : []), ...also].join(', '),
    referral.priority ?? look.yellow('not set'),
    referral.county ?? look.yellow('not known'),
    shortDay(dateIn(referral.receivedAt, zone), dateIn(now, zone)),
    submitterState(line, look, { now, zone }),
    facesState(line, look),
    missingForMatch(referral).join(', '),
  ];
}

/** Whether the submitter was contacted: only what is still waiting for the gatekeeper can be late. */
function submitterState(
  line: ReferralLine,
  look: Look,
  { now, zone }: Pick<Wording, 'now' | 'zone'>,
): string {
  if (line.contactedAt) return 'contacted';
  const { status } = line.referral.state;
  if (status !== 'received' && status !== 'in_screening') return '–';
  const due = dueInWords(line.contactDueAt, now, zone);
  return line.contactDueAt <= now ? look.red(due) : due;
}

function facesState({ referral, denialsToKey }: ReferralLine, look: Look): string {
  if (!referral.faces) return look.yellow('missing');
  return denialsToKey > 0 ? look.yellow('denial missing') : referral.faces.number;
}
