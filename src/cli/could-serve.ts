import type { Desk } from '../desk/desk.ts';
import { couldServe } from '../desk/openings.ts';
import type { Referral } from '../rules/referral.ts';
import type { Session } from './session.ts';
import { fewOf } from './views/few.ts';

/**
 * A sentence behind a step that is meant for a family without an opening, where there is one after all; else nothing. A
 * script gets no sentences, so that nothing is looked up for it.
 */
export async function couldServeInWords(
  { flags }: Pick<Session, 'flags'>,
  desk: Desk,
  referral: Referral,
): Promise<string> {
  if (flags.json) return '';
  const codes = await couldServe(desk, referral);
  if (codes.length === 0) return '';
  const { named, more } = fewOf(codes);
  const told = [...named, ...(more > 0 ? [`${more} more`] : [])];
  return `\n${new Intl.ListFormat('en').format(told)} could serve the family now: iis match ${referral.id}`;
}
