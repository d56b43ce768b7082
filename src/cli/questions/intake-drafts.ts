import type { Desk } from '../../desk/desk.ts';
import { dropDraft, keepDraft, openDrafts } from '../../desk/drafts.ts';
import type { Draft } from '../../records/drafts.ts';
import { momentInWords } from '../../rules/in-words.ts';
import { familyName } from '../../rules/referral.ts';
import type { Session } from '../session.ts';
import { initials, safeText } from '../views/safe-text.ts';
import { type Ask, BACK, type Choice } from './ask.ts';
import type { IntakeAnswers } from './intake-answers.ts';

const KIND = 'referral add';

/** How far an intake came: what was said, and the step that comes next (`null`: the check page). */
export interface Begun {
  answers: IntakeAnswers;
  next: string | null;
  /** That step in words. */
  question: string;
}

/** The draft of one interview: kept after every answer, dropped when the referral is saved. */
export function draftOf(desk: Desk, begun: number | null) {
  let id = begun;
  return {
    isKept: () => id !== null,
    keep: async (content: Begun) => {
      id = await keepDraft(desk, { id, kind: KIND, content });
    },
    drop: async () => {
      if (id !== null) await dropDraft(desk, id);
      id = null;
    },
  };
}

/** Offers the intakes that were begun and not finished; `null`: a new one. */
export async function offerDrafts(session: Session, ask: Ask, desk: Desk): Promise<Draft<Begun> | null> {
  while (true) {
    const drafts = await openDrafts<Begun>(desk, KIND);
    if (drafts.length === 0) return null;
    for (const draft of drafts) ask.show(draftInWords(session, desk, draft));
    const chosen = await ask.choose({ message: 'What now?', choices: waysOn(drafts) });
    if (chosen === BACK || chosen === 'new') return null;
    if (chosen.does === 'go on') return chosen.draft;
    await dropDraft(desk, chosen.draft.id);
    ask.show('Thrown away.');
  }
}

type WayOn = 'new' | { does: 'go on' | 'throw away'; draft: Draft<Begun> };

function waysOn(drafts: readonly Draft<Begun>[]): Choice<WayOn>[] {
  const which = (at: number) => (drafts.length === 1 ? '' : ` draft ${at + 1}`);
  return [
    ...drafts.map((draft, at) => ({
      value: { does: 'go on' as const, draft },
      label: `Go on${which(at) && ` with${which(at)}`}`,
    })),
    { value: 'new', label: 'Start a new one' },
    ...drafts.map((draft, at) => ({
      value: { does: 'throw away' as const, draft },
      label: drafts.length === 1 ? 'Throw it away' : `Throw${which(at)} away`,
    })),
  ];
}

function draftInWords(
  { flags }: Session,
  { settings }: Desk,
  { startedAt, owner, content }: Draft<Begun>,
): string {
  const name = familyName(content.answers.reading.intake);
  const shown = name && (flags.private ? initials(name) : name);
  const whose = shown ? ` for the family of ${shown}` : '';
  return safeText(
    `A referral${whose} was begun on ${momentInWords(startedAt, settings.zone)} by ${owner}, at question “${content.question}”.`,
  );
}
