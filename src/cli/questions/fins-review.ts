import type { Desk } from '../../desk/desk.ts';
import type { GivenReview } from '../../desk/fins.ts';
import type { FinsLine } from '../../desk/fins-list.ts';
import { type SinceLastLook, sinceLastLook } from '../../desk/since-last-look.ts';
import type { FcsState, ReviewDecision } from '../../rules/fins.ts';
import { dayInWords, dueInWords, momentInWords } from '../../rules/in-words.ts';
import { programOf } from '../../rules/policy.ts';
import type { Priority } from '../../rules/words.ts';
import type { Session } from '../session.ts';
import { drawCard, type Section } from '../views/card.ts';
import { masked } from '../views/masked.ts';
import { safeText, screenSafe } from '../views/safe-text.ts';
import { canServeInWords, shownSince, sinceSection } from '../views/since-last-look.ts';
import { counted, wordingOf } from '../views/wording.ts';
import { BACK, type Choice } from './ask.ts';
import { type Step, unbidden, walk } from './interview.ts';
import { priorityChoices } from './priorities.ts';
import { chooseReason } from './reason.ts';

type Left = 'skip' | 'stop';

interface Answers {
  left: Left | null;
  priority: Priority | null;
  decision: ReviewDecision | null;
  note: string | null;
  reason: string | null;
}

/**
 * Shows a family of the FINS list as it stands, what changed since the last look and who could serve it now, and asks
 * for its review: the risk now, what changed, and what is to be done. `skip` leaves it for another time, `stop` ends
 * the walk down the list; nothing is saved here. What was answered `before` stands there already.
 */
export async function askReview(
  session: Session,
  desk: Desk,
  line: FinsLine,
  before: GivenReview | null = null,
): Promise<GivenReview | Left> {
  const ask = await session.ask();
  const isPrivate = session.flags.private === true;
  const shown = screenSafe(isPrivate ? (masked(line) as FinsLine) : line);
  const since = await sinceLastLook(desk, line.referral);
  ask.show(`\n${reviewCard(session, desk, shown, since && shownSince(since, isPrivate))}\n`);
  const { priority: risk, note: said } = before ?? { priority: line.priority, note: null };
  const start: Answers = { left: null, priority: risk, decision: null, note: said, reason: null };
  const steps = [riskStep(desk, line), changedStep, decisionStep(desk, line, since)];
  const answers = await walk(ask, { steps: () => steps }, start, { from: null, only: unbidden });
  if (answers === BACK || answers.left !== null) return answers === BACK ? 'skip' : answers.left!;
  const { priority, decision, note, reason } = answers;
  return { priority: priority!, decision: decision!, note, reason };
}

/** Answers that could not be saved, so that they can be given again. */
export function reviewInWords({ flags }: Session, { priority, decision, note, reason }: GivenReview): string {
  const said = note && (flags.private ? '…' : safeText(note));
  return `Your answers: ${[`risk ${priority}`, decision, reason, said && `“${said}”`].filter(Boolean).join(', ')}.`;
}

function reviewCard({ talkLook }: Session, desk: Desk, line: FinsLine, since: SinceLastLook | null): string {
  const wording = wordingOf(desk);
  const { now, zone } = wording;
  const stands: Section = {
    lines: [
      ['Risk', line.priority],
      ['Need', line.need],
      ['On the list', `${counted(line.daysOnList, 'day')}, since ${momentInWords(line.addedAt, zone)}`],
      ['Review', dueInWords(line.reviewDueAt, now, zone)],
      ['Children', String(line.children)],
      ['County', line.county && `${line.county} (circuit ${line.circuit})`],
      ['FCS', fcsInWords(line.fcs)],
      ...(since ? [['Could be served now by', canServeInWords(since, wording)] as const] : []),
    ],
  };
  return drawCard(
    `${line.referral}  ${line.family ?? 'Family not named'}`,
    [stands, ...(since ? [sinceSection(line.referral, since, wording)] : [])],
    talkLook,
  );
}

function fcsInWords(fcs: FcsState | null): string {
  if (fcs === null) return 'not offered';
  if (fcs.state === 'offered') return `offered on ${dayInWords(fcs.offeredOn)}, not answered yet`;
  return `${fcs.state}${fcs.answeredOn ? ` on ${dayInWords(fcs.answeredOn)}` : ''}`;
}

const leaving: readonly Choice<Left>[] = [
  { value: 'skip', label: 'Skip this family for now' },
  { value: 'stop', label: 'Stop here' },
];

const riskStep = (desk: Desk, { program }: FinsLine): Step<Answers> => ({
  id: 'priority',
  async ask(ask, answers) {
    const chosen = await ask.choose<Priority | Left>({
      message: 'How great is the risk now?',
      choices: [...priorityChoices(programOf(desk.programs, program)), ...leaving],
      initial: answers.priority ?? undefined,
    });
    if (chosen === BACK) return BACK;
    return chosen === 'skip' || chosen === 'stop'
      ? { ...answers, left: chosen }
      : { ...answers, priority: chosen };
  },
});

const stays = ({ left }: Answers): boolean => left === null;

const changedStep: Step<Answers> = {
  id: 'changed',
  when: stays,
  async ask(ask, answers) {
    const message = 'What changed since the last look? (Enter: nothing)';
    const note = await ask.text({ message, initial: answers.note, optional: true, back: true });
    return note === BACK ? BACK : { ...answers, note };
  },
};

const decisionStep = (desk: Desk, line: FinsLine, since: SinceLastLook | null): Step<Answers> => ({
  id: 'decision',
  when: stays,
  async ask(ask, answers) {
    const chosen = await ask.choose<ReviewDecision | Left>({
      message: 'What is to be done?',
      choices: [...decisions(line, since?.canServe ?? []), ...leaving],
      back: true,
    });
    if (chosen === BACK) return BACK;
    if (chosen === 'skip' || chosen === 'stop') return { ...answers, left: chosen };
    if (chosen !== 'remove') return { ...answers, decision: chosen, reason: null };
    const reason = await chooseReason(ask, desk, 'fins_remove', { back: true });
    if (reason === BACK) return this.ask(ask, answers);
    const note = [answers.note, reason.note].filter(Boolean).join('; ') || null;
    return { ...answers, decision: chosen, reason: reason.code, note };
  },
});

function decisions({ fcs }: FinsLine, canServe: SinceLastLook['canServe']): Choice<ReviewDecision>[] {
  const place = { value: 'match' as const, label: 'Place now', hint: 'The review is kept; then: iis match' };
  const offer = {
    value: 'fcs' as const,
    label: 'Offer Family Centered Services',
    hint: 'The family stays on the list.',
  };
  return [
    { value: 'keep', label: 'Keep on the list' },
    ...(canServe.length > 0 ? [place] : []),
    ...(fcs?.state === 'offered' ? [] : [offer]),
    { value: 'remove', label: 'Take off the list', hint: 'For a reason, asked next.' },
  ];
}
