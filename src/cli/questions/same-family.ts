import type { Desk } from '../../desk/desk.ts';
import { considerForm, type LooksAlike } from '../../desk/take-referral.ts';
import { birthInWords, dayInWords } from '../../rules/in-words.ts';
import type { Intake } from '../../rules/intake.ts';
import { type Referral, statusInWords } from '../../rules/referral.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Session } from '../session.ts';
import { type Card, type CardLine, paragraph, sideBySide } from '../views/card.ts';
import { outcomeInWords } from '../views/earlier.ts';
import { masked } from '../views/masked.ts';
import { screenSafe } from '../views/safe-text.ts';
import { dashed, wordingOf } from '../views/wording.ts';
import { type Ask, BACK } from './ask.ts';
import type { IntakeAnswers } from './intake-answers.ts';

/** So many earlier families are shown at once; what is less alike is warned of when the referral is saved. */
const MOST_SHOWN = 3;

/**
 * Looks for earlier families alike each time that what is known of the family has changed, from a caregiver's
 * name and one more fact on, and asks whether it is the same family.
 */
export function familyLookout(session: Session, desk: Desk) {
  let looked = '';
  return async (ask: Ask, answers: IntakeAnswers): Promise<IntakeAnswers> => {
    const { intake } = answers.reading;
    const facts = JSON.stringify([intake.caregivers, intake.children]);
    if (answers.sameFamilyAs !== null || facts === looked || !isTelling(intake)) return answers;
    looked = facts;
    const { alike } = await considerForm(desk, answers.reading);
    const unseen = alike.filter(({ referral }) => !answers.otherFamilies.includes(referral.family.id));
    let said = answers;
    for (const one of unseen.slice(0, MOST_SHOWN)) {
      said = await sameOrOther(session, desk, ask, said, one);
      if (said.sameFamilyAs !== null) break;
    }
    return said;
  };
}

function isTelling({ caregivers, children }: Intake): boolean {
  const facts = caregivers
    .flatMap(({ name: _, ...others }) => Object.values(others))
    .some((fact) => fact !== null);
  const isNamed = caregivers.some(({ name }) => name !== null);
  return isNamed && (facts || children.length > 0 || caregivers.length > 1);
}

async function sameOrOther(
  session: Session,
  desk: Desk,
  ask: Ask,
  answers: IntakeAnswers,
  alike: LooksAlike,
): Promise<IntakeAnswers> {
  const { flags, talkLook } = session;
  const { referral, why } = alike;
  const shown = <T>(value: T): T => screenSafe(flags.private ? (masked(value) as T) : value);
  const now = familyCard('This referral', shown(answers.reading.intake), desk);
  const earlier = familyCard(titleOf(referral, desk), shown(referral.family), desk);
  const reasons = flags.private ? [] : dashed(shown(why));
  ask.show(
    [
      talkLook.yellow('\nAn earlier referral looks alike:'),
      paragraph(`${referral.id}: ${screenSafe(outcomeInWords(alike, wordingOf(desk)))}`, talkLook),
      ...reasons,
      '',
      sideBySide(now, earlier, talkLook),
      '',
    ].join('\n'),
  );
  const same = await ask.choose({
    message: 'Is it the same family?',
    choices: [
      { value: false, label: 'No, another family' },
      { value: true, label: `Yes: link it to ${referral.id}` },
    ],
  });
  if (same === BACK || !same)
    return { ...answers, otherFamilies: [...answers.otherFamilies, referral.family.id] };
  return { ...answers, sameFamilyAs: referral.id };
}

const titleOf = ({ id, receivedAt, state }: Referral, { settings }: Desk): string =>
  `${id}, ${dayInWords(dateIn(receivedAt, settings.zone))} (${statusInWords[state.status]})`;

function familyCard(
  title: string,
  { caregivers, children }: Pick<Intake, 'caregivers' | 'children'>,
  { now, settings }: Desk,
): Card {
  const today = dateIn(now, settings.zone);
  // Masked, a date of birth is only its year.
  const born = (date: Intake['children'][number]['birthDate']) =>
    date && (date.length < 10 ? date : birthInWords(date, today));
  const lines = [
    ...caregivers.flatMap(({ name, birthDate, phone, email, address }, i): CardLine[] => [
      [`Caregiver ${i + 1}`, name],
      ['  born', born(birthDate)],
      ['  phone', phone],
      ['  email', email],
      ['  address', address],
    ]),
    ...children.flatMap(({ name, birthDate }, i): CardLine[] => [
      [`Child ${i + 1}`, name],
      ['  born', born(birthDate)],
    ]),
  ];
  return { title, sections: [{ lines: lines.filter(([, value]) => value !== null) }] };
}
