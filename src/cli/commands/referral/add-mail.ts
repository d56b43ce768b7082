import type { Desk } from '../../../desk/desk.ts';
import { submitterDueAt } from '../../../desk/dossier.ts';
import { considerMail, type MailedForm, type Outcome, takeMail } from '../../../desk/take-mail.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Interrupted } from '../../failure.ts';
import { type MailSaved, mailJson, mailPreviewJson } from '../../json/mail.ts';
import type { MailItem } from '../../mail.ts';
import { fileName, type LeftAside, leftAsideInWords } from '../../mail-files.ts';
import { lineAfter, linesOf, type MailLine, whyUnread } from '../../mail-lines.ts';
import type { Progress } from '../../progress.ts';
import { type Answer, answer, type Session } from '../../session.ts';
import { mailPreview, mailSavedView } from '../../views/mail.ts';
import { masked } from '../../views/masked.ts';
import { screenSafe } from '../../views/safe-text.ts';
import { counted } from '../../views/wording.ts';

interface MailGiven {
  items: readonly MailItem[];
  leftAside: LeftAside;
  progress: Progress;
  flags: { dryRun?: boolean; skipUnreadable?: boolean };
}

/**
 * Takes in all forms or none. On a terminal they are shown first and one question is asked; elsewhere giving the
 * command is the yes, unless something can’t be read.
 */
export async function addMail(session: Session, desk: Desk, given: MailGiven): Promise<Answer> {
  const { items, progress, flags } = given;
  const step = (done: number) => progress.at('Looking at form', done, items.length);
  const asks = session.canAsk && !session.flags.yes;
  const outlooks = await considerMail(
    desk,
    items.map(({ form }) => form),
    { step, likeness: asks || flags.dryRun === true },
  );
  progress.end();
  const lines = linesOf(items, outlooks);
  const aside = leftAsideInWords(given.leftAside);
  if (aside && session.flags.json) session.say(aside);
  if (flags.dryRun)
    return answer(lines, {
      json: (all) => all.map(mailPreviewJson),
      show: (all, look) => `${mailPreview(all, aside, look)}\n\nNothing was saved.`,
    });
  await agreed(session, lines, { aside, asks, skips: flags.skipUnreadable === true });
  return saved(desk, lines, given);
}

/** Goes on where everything can be read, or what can’t be is to be left out, and where somebody who can be asked says yes. */
async function agreed(
  session: Session,
  lines: readonly MailLine[],
  { aside, asks, skips }: { aside: string | null; asks: boolean; skips: boolean },
): Promise<void> {
  const unreadable = lines.filter(({ outcome }) => outcome === 'unreadable');
  const fresh = lines.filter(({ outcome }) => outcome === 'new').length;
  if (unreadable.length > 0 && !skips && !(asks && fresh > 0)) throw notAllReadable(unreadable, fresh);
  if (!asks || fresh === 0) return;
  const shown = screenSafe(session.flags.private ? masked(lines) : lines) as MailLine[];
  session.say(`${mailPreview(shown, aside, session.talkLook)}\n`);
  const without = unreadable.length > 0 ? `, without the ${unreadable.length} that can’t be read` : '';
  const all = fresh === 1 ? 'Save this one' : `Save all ${fresh}`;
  const ask = await session.ask();
  const message = `${all}${without}? No saves none.`;
  if (!(await ask.confirm({ message, initial: unreadable.length === 0 })))
    throw new Interrupted('Nothing was saved.');
}

async function saved(
  desk: Desk,
  lines: readonly MailLine[],
  { items, leftAside, progress }: MailGiven,
): Promise<Answer> {
  const forms = items.flatMap(({ form }, at) =>
    lines[at]!.outcome === 'unreadable' ? [] : (form as MailedForm),
  );
  const step = (done: number) => progress.at('Saving form', done, forms.length);
  const outcomes = await takeMail(desk, forms, step);
  progress.end();
  const inOrder = outcomes.values();
  const all = lines.map((line): MailSaved => {
    if (line.outcome === 'unreadable') return { line, outcome: null };
    const outcome = inOrder.next().value as Outcome;
    const { referral } = outcome.kind === 'taken' ? outcome.taken : outcome;
    return {
      line: lineAfter(line, outcome),
      outcome: { ...outcome, contactDueAt: submitterDueAt(desk, referral) },
    };
  });
  return answer(all, {
    json: (value) => value.map(mailJson),
    show: (value, look) =>
      mailSavedView(
        value.map(({ line }) => line),
        leftAsideInWords(leftAside),
        look,
      ),
  });
}

const MOST_NAMED = 20;

function notAllReadable(unreadable: readonly MailLine[], fresh: number): Refusal {
  const more = unreadable.length - MOST_NAMED;
  const why = whyUnread(unreadable);
  return new Refusal({
    kind: 'invalid',
    code: 'unreadable_mail',
    message: `${counted(unreadable.length, 'form')} can’t be read, so none was saved.`,
    reasons: [
      ...unreadable.slice(0, MOST_NAMED).map((line, i) => `${placeInWords(line)}: ${why[i]!}`),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    names: unreadable.map(({ file }) => fileName(file, 60)),
    hint:
      fresh === 0
        ? 'Check that these are filled Community Referral forms. There is no other new one.'
        : `Correct them or take them away; or save ${fresh === 1 ? 'the new one' : `the ${fresh} new ones`} without them: --skip-unreadable`,
    details: { unreadable: unreadable.map(({ file, place, cannot }) => ({ file, place, ...cannot })) },
  });
}

const placeInWords = ({ file, place }: MailLine): string =>
  `${fileName(file, 60)}${place === null ? '' : `, form ${place}`}`;
