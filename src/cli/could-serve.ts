import type { Desk } from '../desk/desk.ts';
import { couldServe } from '../desk/openings.ts';
import type { Referral } from '../rules/referral.ts';

/** A sentence behind a step that is meant for a family without an opening, where there is one after all; else nothing. */
export async function couldServeInWords(desk: Desk, referral: Referral): Promise<string> {
  const codes = await couldServe(desk, referral);
  if (codes.length === 0) return '';
  const more = codes.length - 2;
  const named = [...codes.slice(0, 2), ...(more > 0 ? [`${more} more`] : [])];
  return `\n${new Intl.ListFormat('en').format(named)} could serve the family now: iis match ${referral.id}`;
}
