// [000] program description
import { languageName } from '../languages.ts';
import { pastInWords, type Serving, unmetBy } from '../matching.ts';
import { askingOf, hasCase, type Referral } from '../referral.ts';

/**
 * What changed facts of a referral call for where its family is with a specialist: the case stays as it is, and who has it
 * may not hear of it. A sentence each; none where it has no case.
 */
export function caseCallsFor(before: Referral, after: Referral, specialist: Serving): string[] {
  const { state } = after;
  if (!hasCase(state)) return [];
  const known = unmet(before, specialist);
  const added = unmet(after, specialist).filter((one) => !known.includes(one));
  const isRefused = before.familyAgrees !== false && after.familyAgrees === false;
  const step = state.status === 'accepted' ? 'close' : 'decline';
  return [
    ...(isRefused
      ? [
          `The family does not agree, and is with ${state.specialist}: iis case ${step} ${state.case} --reason family_unwilling`,
        ]
      : []),
    ...(added.length > 0
      ? [
          `${state.specialist}, who has the case, ${added.join(' and ')}. If somebody else is to have it: iis case transfer ${state.case}`,
        ]
      : []),
  ];
}

function unmet(referral: Referral, specialist: Serving): string[] {
  const asking = askingOf(referral);
  return asking ? unmetBy(asking, specialist).map((one) => pastInWords(one, languageName)) : [];
}
