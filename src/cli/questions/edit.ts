import { circuitOfCounty } from '../../rules/circuits.ts';
import type { EditableFacts } from '../../rules/edit.ts';
import type { Intake } from '../../rules/intake.ts';
import type { Referral } from '../../rules/referral.ts';
import { Interrupted } from '../failure.ts';
import type { Session } from '../session.ts';
import type { IntakeAnswers } from './intake-answers.ts';
import { intakeSteps } from './intake-steps.ts';
import { checkAnswers } from './interview.ts';

/** Shows what is kept of a referral, lets any line be changed, and returns the facts that changed. */
export async function askEdit(session: Session, before: Referral): Promise<Partial<EditableFacts>> {
  const desk = await session.desk();
  const ask = await session.ask();
  const interview = { steps: intakeSteps(desk, session.talkLook) };
  const { outcome, answers } = await checkAnswers(ask, session.talkLook, interview, answersFrom(before), {
    title: `${before.id}: what is to be changed?`,
    save: 'Save these changes',
    leave: [{ value: 'drop', label: 'Stop without saving' }],
  });
  if (outcome !== 'save') throw new Interrupted('Stopped. Nothing was changed.');
  return changedFacts(intakeOf(before), answers.reading.intake);
}

const answersFrom = (referral: Referral): IntakeAnswers => ({
  reading: { intake: intakeOf(referral), problems: [], leftovers: [] },
  sameFamilyAs: null,
  otherFamilies: [],
  onlyMissing: false,
});

const intakeOf = ({
  id: _id,
  family,
  state: _state,
  faces: _faces,
  hotlineShownAt: _shown,
  circuit: _circuit,
  ...facts
}: Referral): Intake => ({
  ...facts,
  caregivers: family.caregivers,
  children: family.children,
});

function changedFacts(before: Intake, after: Intake): Partial<EditableFacts> {
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Intake]),
  );
  const facts = Object.fromEntries(changed) as Partial<EditableFacts>;
  if (facts.county === undefined) return facts;
  return { ...facts, circuit: facts.county === null ? null : circuitOfCounty(facts.county) };
}
