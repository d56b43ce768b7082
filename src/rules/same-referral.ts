import type { Intake } from './intake.ts';
import { nameWords } from './name-keys.ts';
import type { Referral } from './referral.ts';
import type { Zone } from './time.ts';
import { dateIn } from './zone.ts';

/**
 * Whether a referral that was read is one that was taken in already, and not another one of the same family: the same
 * people of the same ages, the same reason, referred by the same person, received on the same day where that is said.
 */
export function isSameReferral(read: Intake, taken: Referral, zone: Zone): boolean {
  const { caregivers, children } = taken.family;
  return (
    sameNames(read.caregivers, caregivers) &&
    sameNames(read.children, children) &&
    read.children.every(({ birthDate }, i) => birthDate === children[i]!.birthDate) &&
    inWords(read.reason) === inWords(taken.reason) &&
    inWords(read.submitter.name) === inWords(taken.submitter.name) &&
    (read.receivedAt === null || dateIn(read.receivedAt, zone) === dateIn(taken.receivedAt, zone))
  );
}

type Named = readonly { name: string | null }[];

const sameNames = (some: Named, others: Named): boolean =>
  some.length === others.length && some.every(({ name }, i) => inWords(name) === inWords(others[i]!.name));

const inWords = (text: string | null): string => nameWords(text ?? '').join(' ');
