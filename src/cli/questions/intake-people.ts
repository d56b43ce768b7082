import { adult } from '../../rules/doubts.ts';
import { birthInWords, momentInWords, receivedInWords } from '../../rules/in-words.ts';
import type { Caregiver } from '../../rules/intake.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import { ageOn, dateIn } from '../../rules/zone.ts';
import { yesNo } from '../views/wording.ts';
import { type Ask, BACK, type Back } from './ask.ts';
import {
  asItStood,
  doubtAt,
  type IntakeAnswers,
  lookedAt,
  withCaregiver,
  withChild,
  withIntake,
  withoutChild,
} from './intake-answers.ts';
import { chosenStep, type IntakeStep, type Typed, typedStep, yesOrNo } from './intake-fields.ts';
import {
  asTyped,
  type Clock,
  typedBirthDate,
  typedEmail,
  typedMoment,
  typedName,
  typedPhone,
} from './typed-values.ts';

// Asked before who refers, although the form has no such question: it decides whether an organization is meant
// or an office of the Division, and 86 of 100 referrals are the Division's own [003].
export function submitterSteps({ reading: { intake } }: IntakeAnswers, clock: Clock): IntakeStep[] {
  const section = 'Who refers';
  const { submitter, source, receivedAt } = intake;
  const part = (key: keyof typeof submitter, label: string, parse: Typed<string>['parse']) =>
    typedStep<string>({
      id: `submitter.${key}`,
      section,
      label,
      ...(key === 'organization' && source === 'division' ? { message: 'Office or unit of who refers' } : {}),
      shown: submitter[key],
      typed: submitter[key],
      parse,
      put: (answers, value) =>
        withIntake(answers, { submitter: { ...answers.reading.intake.submitter, [key]: value } }),
    });
  return [
    chosenStep({
      id: 'source',
      section,
      label: 'Source',
      message: 'Where does the referral come from?',
      shown: source && sourceInWords[source],
      value: source ?? undefined,
      choices: [
        { value: 'community' as const, label: sourceInWords.community },
        { value: 'division' as const, label: sourceInWords.division },
      ],
      put: (answers, value) => withIntake(answers, { source: value }),
    }),
    part('name', 'Name', typedName),
    part('organization', 'Organization', typedName),
    part('phone', 'Phone', typedPhone),
    part('email', 'Email', typedEmail),
    typedStep<Instant>({
      id: 'receivedAt',
      section,
      label: 'Received',
      message: 'Date received (Enter: now)',
      help: receivedAt ? undefined : 'A day, or a day with its time: 10/3/2026, yesterday 4pm, fri.',
      shown: receivedAt && receivedInWords(receivedAt, clock.zone),
      typed: receivedAt && momentInWords(receivedAt, clock.zone),
      parse: typedMoment(clock),
      put: (answers, value) => withIntake(answers, { receivedAt: value ?? clock.now }),
    }),
  ];
}

const sourceInWords = {
  community: 'Community: somebody outside the Division',
  division: 'Children’s Division staff',
} as const;

export function caregiverSteps(answers: IntakeAnswers, clock: Clock): IntakeStep[] {
  const { caregivers } = answers.reading.intake;
  const [first = 0, ...others] = caregivers.length > 0 ? [...caregivers.keys()] : [0];
  return [
    ...caregiverFields(answers, first, clock),
    chosenStep({
      id: 'secondCaregiver',
      section: 'Caregiver 2',
      label: 'Second caregiver',
      message: 'Is there a second caregiver?',
      shown: yesNo(caregivers.length > 1),
      value: caregivers.length > 1,
      choices: yesOrNo,
      put: (said, value) => {
        const known = said.reading.intake.caregivers;
        if (!value) return withIntake(said, { caregivers: known.slice(0, 1) });
        return known.length > 1 ? said : withCaregiver(said, 1, {});
      },
    }),
    ...others.flatMap((at) => caregiverFields(answers, at, clock)),
  ];
}

function caregiverFields({ reading: { intake } }: IntakeAnswers, at: number, clock: Clock): IntakeStep[] {
  const caregiver = intake.caregivers[at];
  const part = (key: keyof Caregiver, label: string, parse: Typed<string>['parse']) =>
    typedStep<string>({
      id: `caregivers[${at}].${key}`,
      section: `Caregiver ${at + 1}`,
      label,
      ...(key === 'name' ? { message: `Caregiver ${at + 1}, full name` } : {}),
      shown: caregiver?.[key] ?? null,
      typed: caregiver?.[key] ?? null,
      parse,
      put: (answers, value) => withCaregiver(answers, at, { [key]: value }),
    });
  const birthDate = caregiver?.birthDate ?? null;
  return [
    part('name', 'Name', typedName),
    typedStep<CalendarDate>({
      id: `caregivers[${at}].birthDate`,
      section: `Caregiver ${at + 1}`,
      label: 'Date of birth',
      shown: birthDate && birthInWords(birthDate, dateIn(clock.now, clock.zone)),
      typed: asTyped(birthDate),
      parse: typedBirthDate(clock),
      put: (answers, value) => withCaregiver(answers, at, { birthDate: value }),
    }),
    part('phone', 'Phone', typedPhone),
    part('email', 'Email', typedEmail),
    part('address', 'Address', typedName),
  ];
}

export function childSteps(answers: IntakeAnswers, clock: Clock): IntakeStep[] {
  const { children } = answers.reading.intake;
  const known = children.flatMap((_, at) => [childName(answers, at), childBirthDate(answers, at, clock)]);
  return [...known, childName(answers, children.length)];
}

/** The name of a child; the one behind the last asks for one more. */
function childName({ reading: { intake } }: IntakeAnswers, at: number): IntakeStep {
  const child = intake.children[at];
  const isNew = child === undefined;
  const label = isNew ? 'Another child' : `Child ${at + 1}`;
  return {
    id: `children[${at}].name`,
    line: { section: 'Children', label, value: isNew ? 'no' : child.name, ofNobody: isNew },
    async ask(ask, answers) {
      const said = await ask.text<{ name: string | null }>({
        message: `Child ${at + 1}, full name${isNew && at > 0 ? ' (Enter: no more children)' : ''}:`,
        field: `children[${at}].name`,
        help: doubtAt(answers, `children[${at}].name`) ?? undefined,
        stood: asItStood(answers, `children[${at}].name`),
        initial: child?.name,
        optional: true,
        back: true,
        parse: (text) => ({ value: { name: (typedName(text) as { value: string | null }).value } }),
      });
      if (said === BACK) return BACK;
      if (said !== null) return lookedAt(withChild(answers, at, said), `children[${at}].name`);
      return isNew ? answers : unnamed(ask, answers, at);
    },
  };
}

/** An emptied name can mean two things. */
async function unnamed(ask: Ask, answers: IntakeAnswers, at: number): Promise<IntakeAnswers | Back> {
  const off = await ask.choose({
    message: `Child ${at + 1} has no name. What is meant?`,
    choices: [
      { value: false, label: 'The name is not known' },
      { value: true, label: 'Take this child off the referral' },
    ],
    back: true,
  });
  if (off === BACK) return BACK;
  return off ? withoutChild(answers, at) : withChild(answers, at, { name: null });
}

function childBirthDate({ reading: { intake } }: IntakeAnswers, at: number, clock: Clock): IntakeStep {
  const birthDate = intake.children[at]?.birthDate ?? null;
  const today = dateIn(clock.now, clock.zone);
  const step = typedStep<CalendarDate>({
    id: `children[${at}].birthDate`,
    section: 'Children',
    label: '   date of birth',
    shown: birthDate && birthInWords(birthDate, today),
    typed: asTyped(birthDate),
    parse: typedBirthDate(clock),
    put: (answers, value) => withChild(answers, at, { birthDate: value }),
  });
  const ask: IntakeStep['ask'] = async (asking, answers) => {
    const given = await step.ask(asking, answers);
    if (given === BACK) return BACK;
    const born = given.reading.intake.children[at]!.birthDate;
    const { years } = born ? ageOn(born, today) : { years: 0 };
    const message = `That child would be ${years}. Is the date right?`;
    const isRight = years < adult || (await asking.confirm({ message, initial: false }));
    return isRight ? given : ask(asking, given);
  };
  return { ...step, ask };
}

export function sameFamilySteps({ sameFamilyAs }: IntakeAnswers): IntakeStep[] {
  if (sameFamilyAs === null) return [];
  return [
    {
      ...chosenStep({
        id: 'sameFamilyAs',
        section: 'Children',
        label: 'Same family as',
        message: `Is it the family of ${sameFamilyAs}?`,
        shown: sameFamilyAs,
        value: true,
        choices: [...yesOrNo].reverse(),
        put: (answers, value) => (value ? answers : { ...answers, sameFamilyAs: null }),
      }),
      onRequest: true,
    },
  ];
}
