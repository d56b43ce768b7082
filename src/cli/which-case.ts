import { cases, resolveCase } from '../desk/case/look.ts';
import type { Desk } from '../desk/desk.ts';
import type { ServiceCase } from '../rules/case/case.ts';
import type { CaseNumber } from '../rules/words.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';
import { nameSeen } from './views/safe-text.ts';

/** Which cases are offered where none is named. */
export type Offered = 'open' | 'closed' | 'all';

const isOffered: Record<Offered, (one: ServiceCase) => boolean> = {
  open: ({ endedAt }) => endedAt === null,
  closed: ({ status }) => status === 'closed',
  all: () => true,
};

/** The case that is meant, by its number, its referral or a name of the family; where none is named, a terminal offers them. */
export async function whichCase(
  session: Session,
  desk: Desk,
  what: string | undefined,
  offered: Offered = 'open',
): Promise<CaseNumber> {
  if (what !== undefined) return resolveCase(desk, what);
  if (!session.canAsk) needFlags(['CASE'], 'Name the case, such as C26-0007 or 7, or the family.');
  const lines = (await cases(desk, { all: offered !== 'open' })).filter(isOffered[offered]);
  if (lines.length === 0) needFlags(['CASE'], 'There is none. See all of them: iis case list --all');
  const ask = await session.ask();
  const chosen = await ask.choose({
    message: 'Which case?',
    search: lines.length > 7,
    choices: lines.map(({ id, family, specialist }) => ({
      value: id,
      label: `${id}  ${nameSeen(family, session.flags.private) ?? 'not named'}, with ${specialist}`,
    })),
  });
  return chosen as CaseNumber;
}
