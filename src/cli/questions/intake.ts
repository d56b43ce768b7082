import type { Desk } from '../../desk/desk.ts';
import { considerForm } from '../../desk/take-referral.ts';
import { withMissing } from '../../forms/missing.ts';
import { namesSomeone, problemInWords } from '../../rules/admission.ts';
import { findCounty } from '../../rules/circuits.ts';
import { doubtsOf } from '../../rules/doubts.ts';
import { type FormReading, valueAt } from '../../rules/intake.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import { Interrupted } from '../failure.ts';
import type { Session } from '../session.ts';
import { type Ask, BACK } from './ask.ts';
import type { IntakeAnswers } from './intake-answers.ts';
import { draftOf, offerDrafts } from './intake-drafts.ts';
import type { IntakeStep } from './intake-fields.ts';
import { intakeSteps } from './intake-steps.ts';
import { type CheckPage, checkAnswers, drawAnswers, type Interview, unbidden, walk } from './interview.ts';
import { familyLookout } from './same-family.ts';

export interface IntakeStart {
  reading: FormReading;
  sameFamilyAs: ReferralNumber | null;
  /** Of a form that was read: only what is missing, unreadable or unsure is asked. */
  onlyMissing: boolean;
}

export interface AskedIntake {
  reading: FormReading;
  sameFamilyAs: ReferralNumber | null;
  /** Lets the draft go: to be called once the referral is saved. */
  drop: () => Promise<void>;
}

/**
 * Asks for a referral in the order of the form [002 Community Referral form] and lets the answers be checked.
 * Everything said is kept as a draft at once; earlier drafts are offered first. Throws `Interrupted` when
 * somebody stops, keeps it for later, or throws it away: nothing is to be saved then.
 */
export async function askIntake(session: Session, desk: Desk, start: IntakeStart): Promise<AskedIntake> {
  const ask = await session.ask();
  const begun = start.onlyMissing ? null : await offerDrafts(session, ask, desk);
  const draft = draftOf(desk, begun?.id ?? null);
  const stepsOf = intakeSteps(desk, session.talkLook);
  const interview: Interview<IntakeAnswers> = {
    steps: stepsOf,
    after: familyLookout(session, desk),
    keep: (answers, next) => draft.keep({ answers, next, question: inWords(stepsOf(answers), next) }),
  };
  try {
    const answers = begun?.content.answers ?? answersFrom(start);
    const next = begun ? begun.content.next : undefined;
    const asked = await askAll(session, ask, interview, answers, next);
    const page = intakePage(desk);
    const { outcome, answers: checked } = await checkAnswers(ask, session.talkLook, interview, asked, page);
    if (outcome === 'drop') {
      await draft.drop();
      throw new Interrupted('Thrown away. Nothing was saved.');
    }
    if (outcome === 'keep') {
      await interview.keep?.(checked, null);
      throw new Interrupted(keptInWords);
    }
    return { reading: readingOf(checked), sameFamilyAs: checked.sameFamilyAs, drop: draft.drop };
  } catch (error) {
    if (error instanceof Interrupted && error.kept === null && draft.isKept())
      throw new Interrupted(keptInWords);
    throw error;
  }
}

const keptInWords = 'Stopped. What was answered is kept as a draft. Go on with: iis referral add';

const inWords = (steps: readonly IntakeStep[], id: string | null): string => {
  const line = steps.find((step) => step.id === id)?.line;
  return line ? `${line.section}, ${line.label.trim()}` : 'Is this right?';
};

/** A county that can't be taken is asked again, as it stood. */
function answersFrom({ reading, sameFamilyAs, onlyMissing }: IntakeStart): IntakeAnswers {
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
  };
}

/** `next`: where a draft is taken up again. */
async function askAll(
  session: Session,
  ask: Ask,
  interview: Interview<IntakeAnswers>,
  answers: IntakeAnswers,
  next: string | null | undefined,
): Promise<IntakeAnswers> {
  if (next === null) return answers;
  const only = answers.onlyMissing ? missingOnly(interview, answers) : unbidden;
  let known = answers;
  if (answers.onlyMissing) {
    ask.show(`${drawAnswers(session.talkLook, interview, answers, 'This is what the form says')}\n`);
    known = (await interview.after?.(ask, answers)) ?? answers;
  }
  const asked = await walk(ask, interview, known, { from: next ?? null, only });
  return asked === BACK ? known : asked;
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
  return (step: IntakeStep) => unbidden(step) && (wanted.has(step.id) || !there.has(step.id));
}

const notOnForm = ['source', 'county', 'situation', 'divisionInvolvement', 'safetyConcern', 'priority'];

/** The answers as a form that was read: what was asked in vain or not at all is named as missing. */
function readingOf({ reading }: IntakeAnswers): FormReading {
  const { intake, problems } = reading;
  const unread = problems.filter(({ field, text }) => text !== null && valueAt(intake, field) === null);
  return withMissing({ ...reading, problems: unread });
}

const intakePage = (desk: Desk): CheckPage<IntakeAnswers> => ({
  title: 'Check the referral before it is saved',
  save: 'Save this referral',
  leave: [
    { value: 'keep', label: 'Keep as a draft for later' },
    { value: 'drop', label: 'Throw away' },
  ],
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
