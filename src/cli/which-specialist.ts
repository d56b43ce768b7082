import type { Desk } from '../desk/desk.ts';
import { type SpecialistToday, specialistsToday } from '../desk/specialist-list.ts';
import { nameWords } from '../rules/name-keys.ts';
import { nearest } from '../rules/nearest.ts';
import { Refusal } from '../rules/refusal.ts';
import type { SpecialistCode } from '../rules/words.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';

/** What to do where no specialist is named. */
export const codeHint = 'Name the specialist by their code. See them: iis list specialists';

/** The code of the specialist that is meant, as `specialistMeant` finds it. */
export const whichSpecialist = async (
  session: Session,
  desk: Desk,
  typed: string | undefined,
): Promise<SpecialistCode> => (await specialistMeant(session, desk, typed)).specialist.code;

/**
 * The specialist with this code, typed in any case, or else the only one with this name or a part of it. Refuses
 * (exit 3) what is none, with the nearest codes, and (exit 2) what fits several. Where none is named, a terminal
 * offers those who work.
 */
export async function specialistMeant(
  session: Session,
  desk: Desk,
  typed: string | undefined,
): Promise<SpecialistToday> {
  const all = await specialistsToday(desk);
  if (typed === undefined)
    return offered(
      session,
      all.filter(({ works }) => works),
    );
  const found = all.find(({ specialist }) => specialist.code === typed.trim().toLowerCase());
  if (found) return found;
  const named = all.filter(({ specialist }) => isNameOf(typed, specialist.name));
  if (named.length > 1) throw severalSpecialists(typed, named);
  if (named[0]) return named[0];
  throw noSuchSpecialist(typed, all);
}

/** Whether every word that was typed is one of the name. */
function isNameOf(typed: string, name: string): boolean {
  const [words, own] = [nameWords(typed), nameWords(name)];
  return words.length > 0 && words.every((word) => own.includes(word));
}

const severalSpecialists = (typed: string, named: readonly SpecialistToday[]) =>
  new Refusal({
    kind: 'invalid',
    code: 'several_specialists',
    message: `“${typed.slice(0, 40)}” can be ${named.length} specialists.`,
    reasons: named.map(({ specialist }) => `${specialist.code}: ${specialist.name}`),
    names: named.map(({ specialist }) => specialist.name),
    hint: 'Give the code of the one that you mean.',
    details: { codes: named.map(({ specialist }) => specialist.code) },
  });

async function offered(session: Session, working: SpecialistToday[]): Promise<SpecialistToday> {
  if (!session.canAsk) needFlags(['CODE'], codeHint);
  if (working.length === 0) needFlags(['CODE'], 'No specialist works here now. Add one: iis specialist add');
  const ask = await session.ask();
  const chosen = await ask.choose({
    message: 'Which specialist?',
    choices: working.map((one) => ({ value: one, label: `${one.specialist.code}  ${one.specialist.name}` })),
  });
  return chosen as SpecialistToday;
}

function noSuchSpecialist(typed: string, all: readonly SpecialistToday[]): Refusal {
  const codes = all.map(({ specialist }) => specialist.code);
  const close = nearest(typed, codes, (code) => code);
  return new Refusal({
    kind: 'not_found',
    code: 'no_such_specialist',
    message: `There is no specialist “${typed.slice(0, 40)}”.`,
    hint:
      close.length > 0 ? `Did you mean ${close.join(' or ')}?` : 'See them all: iis list specialists --all',
    details: { nearest: close },
  });
}
