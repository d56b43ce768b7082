import type { Desk } from '../../desk/desk.ts';
import { considerForm, type IncomingForm } from '../../desk/take-referral.ts';
import { withMissing } from '../../forms/missing.ts';
import { namesSomeone, problemInWords } from '../../rules/admission.ts';
import { findCounty } from '../../rules/circuits.ts';
import { doubtsOf } from '../../rules/doubts.ts';
import { type FormReading, valueAt } from '../../rules/intake.ts';
import { familyName } from '../../rules/referral.ts';
import type { Answered } from '../answered.ts';
import type { Session } from '../session.ts';
import { nameSeen } from '../views/safe-text.ts';
import type { Ask } from './ask.ts';
import { type KeptInterview, keptInterview } from './drafts.ts';
import type { IntakeAnswers, IntakeSource } from './intake-answers.ts';
import type { IntakeStep } from './intake-fields.ts';
import { intakeSteps } from './intake-steps.ts';
import { drawAnswers, type Interview } from './interview.ts';
import { familyLookout } from './same-family.ts';

export interface IntakeStart extends IncomingForm {
  /** Of a form that was read: only what is missing, unreadable or unsure is asked. */
  onlyMissing: boolean;
}

/**
 * Asks for a referral in the order of the form [002 Community Referral form] and lets the answers be checked, as
 * `keptInterview` does. Of a form that was read no draft is offered: it comes first.
 */
export async function askIntake(
  session: Session,
  desk: Desk,
  start: IntakeStart,
): Promise<Answered<IncomingForm>> {
  const interview: Interview<IntakeAnswers> = {
    steps: intakeSteps(desk, session.talkLook),
    after: familyLookout(session, desk),
  };
  const asked = await keptInterview(session, desk, {
    command: 'referral add',
    called: ({ reading }) => referralOf(session, reading),
    interview,
    start: answersFrom(start),
    only: (answers) => (answers.onlyMissing ? missingOnly(interview, answers) : () => true),
    open: (ask, answers) => afterTheForm(ask, session, interview, answers),
    page: intakePage(desk),
    offers: !start.onlyMissing && start.sameFamilyAs === null,
  });
  const { sameFamilyAs, source = sourceOf(start) } = asked.answers;
  return { ...asked, answers: { reading: readingOf(asked.answers), sameFamilyAs, ...source } };
}

function referralOf({ flags }: Session, { intake }: FormReading): string {
  const shown = nameSeen(familyName(intake), flags.private);
  return `A referral${shown ? ` for the family of ${shown}` : ''}`;
}

/** A county that can't be taken is asked again, as it stood. */
function answersFrom({ reading, sameFamilyAs, onlyMissing, ...source }: IntakeStart): IntakeAnswers {
  const { intake, problems } = reading;
  const found = intake.county === null ? null : findCounty(intake.county);
  const county = found && 'county' in found ? found.county : null;
  const unread = { field: 'county', kind: 'unreadable', text: intake.county } as const;
  return {
    reading: {
      ...reading,
      intake: { ...intake, county },
      problems: found && county === null ? [...problems, unread] : problems,
    },
    sameFamilyAs,
    otherFamilies: [],
    onlyMissing,
    source: sourceOf(source),
  };
}

const sourceOf = ({ channel, text }: IntakeSource): IntakeSource => ({ channel, text });

/** Of a form that was read shows what it says, and asks what that brings up at once. */
async function afterTheForm(
  ask: Ask,
  session: Session,
  interview: Interview<IntakeAnswers>,
  answers: IntakeAnswers,
): Promise<IntakeAnswers> {
  if (!answers.onlyMissing) return answers;
  ask.show(`${drawAnswers(session.talkLook, interview, answers, 'This is what the form says')}\n`);
  return (await interview.after?.(ask, answers)) ?? answers;
}

/** What is missing, unreadable or unsure, what the form does not ask, and what the answers to these bring up. */
function missingOnly({ steps }: Interview<IntakeAnswers>, answers: IntakeAnswers) {
  const { intake, problems } = readingOf(answers);
  const wanted = new Set([
    ...problems.map(({ field }) => field),
    ...doubtsOf(answers.reading).map(({ field }) => field),
    ...notOnForm.filter((id) => valueAt(intake, id) === null),
  ]);
  const there = new Set(steps(answers).flatMap(({ id, when }) => (when?.(answers) === false ? [] : [id])));
  return (step: IntakeStep) => wanted.has(step.id) || !there.has(step.id);
}

const notOnForm = ['source', 'county', 'situation', 'divisionInvolvement', 'safetyConcern', 'priority'];

/** The answers as a form that was read: what was asked in vain or not at all is named as missing. */
function readingOf({ reading }: IntakeAnswers): FormReading {
  const { intake, problems } = reading;
  const unread = problems.filter(({ field, text }) => text !== null && valueAt(intake, field) === null);
  return withMissing({ ...reading, problems: unread });
}

const intakePage = (desk: Desk): KeptInterview<IntakeAnswers>['page'] => ({
  title: 'Check the referral before it is saved',
  save: 'Save this referral',
  bar: ({ reading }) =>
    namesSomeone(reading.intake)
      ? null
      : 'Nobody is named yet: give who refers, a caregiver or a child first.',
  notes: async (answers) => {
    const reading = readingOf(answers);
    if (!namesSomeone(reading.intake)) return [];
    const { admission } = await considerForm(desk, reading);
    const missing = new Set(admission.problems.map(problemInWords));
    const notes = admission.warnings.filter((warning) => !missing.has(warning));
    return admission.tellSubmitter ? [...notes, goesBack] : notes;
  },
});

const goesBack =
  'The family has not agreed: the referral is kept as returned, to be taken up when they agree [002].';
