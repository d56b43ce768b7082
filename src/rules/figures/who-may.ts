import { samePerson } from '../fund.ts';
import { Refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';

/** By what figures of outcomes can be told apart, for those who may see it. */
export const groupings = ['agency', 'specialist', 'supervisor'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * Refuses figures by agency, specialist or supervisor to whom the office has not named for it. It knows people by the name
 * that they give: it binds who is honest, and keeps nobody out of the database.
 */
export function requireMayGroup(
  who: string,
  by: Grouping,
  { agencyFigures, name, initials }: Pick<Settings, 'agencyFigures' | 'name' | 'initials'>,
): void {
  if (agencyFigures.some((one) => samePerson(one, who, [[name, initials]]))) return;
  throw new Refusal({
    kind: 'rule',
    code: 'not_for_everybody',
    message: `Figures by ${by} are only for those whom the office has named${agencyFigures.length === 0 ? ', so far nobody' : `, and ${who.slice(0, 80)} is not among them`}.`,
    hint: 'Whoever answers for the office names them: iis settings set --agency-figures "NAME". Without --by the report is for everybody.',
  });
}
