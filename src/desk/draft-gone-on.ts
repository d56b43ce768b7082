import { lastOfDraft } from '../records/drafts.ts';
import { besideActs, type JournalEntry } from '../records/history.ts';
import type { Db } from '../records/tables.ts';
import { actionInWords } from '../rules/in-words.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Zone } from '../rules/time.ts';

/** What became of a draft elsewhere. */
export type Fate = 'saved' | 'thrown_away' | 'gone_on_with';

const inWords: Record<Fate, string> = {
  saved: 'saved',
  thrown_away: 'thrown away',
  gone_on_with: 'gone on with elsewhere',
};

/**
 * The refusal to save from a draft, or to go on with it, where somebody else did meanwhile: what became of it, who did
 * that, and when. Whoever is refused has their answers in a draft of their own.
 */
export async function draftGoneOn(db: Db, id: number, zone: Zone): Promise<Refusal> {
  const { kind, entry } = await lastOfDraft(db, id);
  const fate = fateIn(entry, id);
  const { action, who, at } = entry;
  const see = fate === 'saved' ? `See what was saved: iis history. ` : '';
  return new Refusal({
    kind: 'rule',
    code: 'changed_meanwhile',
    message: `This draft was ${inWords[fate]} meanwhile, by ${actionInWords(entry, zone)}; nothing of yours was saved.`,
    hint: `${see}Your answers are kept as a draft of your own: go on with it, or throw it away: iis ${kind}`,
    details: { draft: fate, action, who, at },
  });
}

function fateIn({ changes }: JournalEntry, id: number): Fate {
  const isGone = changes.some(({ table, row, after }) => table === 'draft' && row === id && after === null);
  if (!isGone) return 'gone_on_with';
  return changes.some(({ table }) => !besideActs.includes(table)) ? 'saved' : 'thrown_away';
}
