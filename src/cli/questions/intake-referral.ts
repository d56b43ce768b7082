import type { Desk } from '../../desk/desk.ts';
import { weeklyContact } from '../../rules/case/policy.ts';
import { circuitOfCounty, counties } from '../../rules/circuits.ts';
import { dayInWords } from '../../rules/in-words.ts';
import type { Intake } from '../../rules/intake.ts';
import { languageHints } from '../../rules/language-hints.ts';
import { languageName } from '../../rules/languages.ts';
import { HOTLINE } from '../../rules/notices.ts';
import { type Program, programOf } from '../../rules/policy.ts';
import type { CalendarDate } from '../../rules/time.ts';
import {
  type DivisionInvolvement,
  divisionInvolvements,
  involvementInWords,
  type Language,
  type Priority,
  type Situation,
  situationInWords,
  situations,
} from '../../rules/words.ts';
import type { Look } from '../views/look.ts';
import { yesNo } from '../views/wording.ts';
import type { Choice } from './ask.ts';
import { type IntakeAnswers, withIntake } from './intake-answers.ts';
import { chosenStep, type IntakeStep, typedStep, yesNoOrOpen, yesOrNo } from './intake-fields.ts';
import { priorityChoices } from './priorities.ts';
import { typedLanguage } from './typed-lists.ts';
import { asTyped, typedDay } from './typed-values.ts';

/** The rest of the form [002 Community Referral form]. */
export function formSteps({ reading: { intake } }: IntakeAnswers, desk: Desk): IntakeStep[] {
  const section = 'The referral';
  const program = programOfIntake(desk, intake);
  const prose = (id: 'reason' | 'servicesProvided' | 'accommodations', label: string, help: string) =>
    typedStep<string>({
      id,
      section,
      label,
      help: `${help} Several lines are fine; an empty line ends it.`,
      shown: intake[id],
      typed: intake[id],
      isLong: true,
      put: (answers, value) => withIntake(answers, { [id]: value }),
    });
  return [
    prose('reason', 'Reasons', 'Why is the family referred?'),
    prose('servicesProvided', 'Services so far', 'Which services did the family have already?'),
    prose('accommodations', 'Accommodations', 'What does the family need, such as an interpreter?'),
    typedStep<Language>({
      id: 'language',
      section,
      label: 'Language',
      message: 'Language the family is served in (Enter: English)',
      shown: intake.language ? languageName(intake.language) : 'English, or nothing said',
      typed: languageTyped(intake.language, intake.accommodations),
      parse: typedLanguage,
      put: (answers, value) => withIntake(answers, { language: value }),
    }),
    chosenStep({
      id: 'interpreterArranged',
      section,
      label: 'Interpreter arranged',
      message: 'Is an interpreter arranged?',
      when: ({ reading }) => (reading.intake.language ?? 'en') !== 'en',
      shown: yesNo(intake.interpreterArranged),
      value: intake.interpreterArranged ?? undefined,
      choices: yesNoOrOpen,
      put: (answers, value) => withIntake(answers, { interpreterArranged: value }),
    }),
    typedStep<CalendarDate>({
      id: 'discussedOn',
      section,
      label: 'Family spoken to',
      message: 'Date the family was spoken to',
      shown: intake.discussedOn && dayInWords(intake.discussedOn),
      typed: asTyped(intake.discussedOn),
      parse: typedDay({ now: desk.now, zone: desk.settings.zone }),
      put: (answers, value) => withIntake(answers, { discussedOn: value }),
    }),
    chosenStep({
      id: 'familyAgrees',
      section,
      label: 'Family agrees',
      message: `Does the family agree${knowing(program)}?`,
      help: 'A family that has not agreed cannot be referred: its referral goes back to who refers [002].',
      shown: yesNo(intake.familyAgrees),
      value: intake.familyAgrees ?? undefined,
      choices: yesNoOrOpen,
      put: (answers, value) => withIntake(answers, { familyAgrees: value }),
    }),
  ];
}

const programOfIntake = ({ programs }: Desk, { program }: Intake): Program =>
  programOf(programs, program ?? Object.keys(programs)[0]!);

function knowing(program: Program): string {
  const contact = weeklyContact(program);
  return contact ? `, knowing ${contact}` : '';
}

/** What is known, else what the accommodations point to. */
const languageTyped = (language: Language | null, accommodations: string | null): string | null => {
  const code = language ?? languageHints(accommodations ?? '')[0];
  return code ? languageName(code) : null;
};

/** What the gatekeeper needs besides the form. */
export function deskSteps({ reading: { intake } }: IntakeAnswers, desk: Desk, look: Look): IntakeStep[] {
  const section = 'For the desk';
  const { county, situation, divisionInvolvement, tapa, safetyConcern, priority } = intake;
  const program = programOfIntake(desk, intake);
  return [
    chosenStep<string | null>({
      id: 'county',
      section,
      label: 'County',
      message: 'County (type to narrow):',
      shown: county && countyInWords(county),
      value: county ?? undefined,
      search: true,
      choices: [...countyChoices(desk.settings.circuits), { value: null, label: 'Not known yet' }],
      put: (answers, value) => withIntake(answers, { county: value }),
    }),
    chosenStep<Situation | null>({
      id: 'situation',
      section,
      label: 'Situation',
      message: 'What is the situation?',
      shown: situation && situationInWords[situation],
      value: situation ?? undefined,
      choices: [
        ...situations.map((value) => ({ value, label: situationInWords[value] })),
        { value: null, label: 'Not known yet' },
      ],
      put: (answers, value) => withIntake(answers, { situation: value }),
    }),
    chosenStep<DivisionInvolvement | null>({
      id: 'divisionInvolvement',
      section,
      label: 'Division involvement',
      message: 'How is the Children’s Division involved?',
      shown: divisionInvolvement && involvementInWords[divisionInvolvement],
      value: divisionInvolvement ?? undefined,
      choices: [
        ...divisionInvolvements.map((value) => ({ value, label: involvementInWords[value] })),
        { value: null, label: 'Not known yet' },
      ],
      put: (answers, value) =>
        withIntake(answers, {
          divisionInvolvement: value,
          tapa:
            value === 'tapa' ? (answers.reading.intake.tapa ?? { date: null }) : answers.reading.intake.tapa,
        }),
    }),
    chosenStep({
      id: 'tapa',
      section,
      label: 'TAPA',
      message: 'Was a Temporary Alternative Placement Agreement (TAPA) negotiated?',
      when: ({ reading }) => !['tapa', 'none', null].includes(reading.intake.divisionInvolvement),
      shown: yesNo(tapa !== null),
      value: tapa === null ? undefined : true,
      choices: yesOrNo,
      put: (answers, value) =>
        withIntake(answers, { tapa: value ? (answers.reading.intake.tapa ?? { date: null }) : null }),
    }),
    typedStep<CalendarDate>({
      id: 'tapa.date',
      section,
      label: 'Date of the TAPA',
      message: 'Date of the TAPA',
      when: ({ reading }) => reading.intake.tapa !== null,
      shown: tapa?.date ? dayInWords(tapa.date) : null,
      typed: asTyped(tapa?.date ?? null),
      parse: typedDay({ now: desk.now, zone: desk.settings.zone }),
      put: (answers, value) => withIntake(answers, { tapa: { date: value } }),
    }),
    chosenStep<string>({
      id: 'program',
      section,
      label: 'Program',
      message: 'Which program?',
      help: `${program.suggest?.because ?? program.summary}.`,
      when: ({ reading }) =>
        reading.intake.program !== null || pointsElsewhere(program, reading.intake.divisionInvolvement),
      shown: program.code,
      value: program.code,
      choices: Object.values(desk.programs).map(({ code, summary }) => ({
        value: code,
        label: `${code}: ${summary}`,
      })),
      put: (answers, value) => withIntake(answers, { program: value }),
    }),
    chosenStep<boolean | null>({
      id: 'safetyConcern',
      section,
      label: 'Concern for safety',
      message: 'Is there concern for a child’s immediate safety?',
      shown: yesNo(safetyConcern),
      value: safetyConcern ?? undefined,
      choices: [...yesOrNo, { value: null, label: 'Not known yet' }],
      atOnce: (ask, value) => {
        if (value)
          ask.show(look.red(look.bold(`> Call the Child Abuse and Neglect Hotline now: ${HOTLINE} [002]`)));
      },
      put: (answers, value) => withIntake(answers, { safetyConcern: value }),
    }),
    chosenStep<Priority | null>({
      id: 'priority',
      section,
      label: 'Priority',
      message: 'How urgent is it?',
      shown: priority,
      value: priority ?? undefined,
      choices: [...priorityChoices(program), { value: null, label: 'Not known yet' }],
      put: (answers, value) => withIntake(answers, { priority: value }),
    }),
  ];
}

const pointsElsewhere = ({ suggest }: Program, involvement: DivisionInvolvement | null): boolean =>
  suggest !== null && suggest.involvement === involvement;

const countyInWords = (county: string): string => `${county} (circuit ${circuitOfCounty(county)})`;

/** The counties of the office's circuits first. */
export function countyChoices(circuits: readonly number[]): Choice<string>[] {
  const isOwn = (county: string) => circuits.includes(circuitOfCounty(county)!);
  const inOrder = [...counties.filter(isOwn), ...counties.filter((county) => !isOwn(county))];
  return inOrder.map((value) => ({
    value,
    label: countyInWords(value),
    also: value.replace('St.', 'Saint').replace('Ste.', 'Sainte'),
  }));
}
