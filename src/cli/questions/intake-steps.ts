import type { Desk } from '../../desk/desk.ts';
import type { Look } from '../views/look.ts';
import type { IntakeAnswers } from './intake-answers.ts';
import type { IntakeStep } from './intake-fields.ts';
import { caregiverSteps, childSteps, sameFamilySteps, submitterSteps } from './intake-people.ts';
import { deskSteps, formSteps } from './intake-referral.ts';

/** Every question of an intake: the form's [002], in its order, then what the gatekeeper needs besides. */
export function intakeSteps(desk: Desk, look: Look): (answers: IntakeAnswers) => IntakeStep[] {
  const clock = { now: desk.now, zone: desk.settings.zone };
  return (answers) => [
    ...submitterSteps(answers, clock),
    ...caregiverSteps(answers, clock),
    ...childSteps(answers, clock),
    ...sameFamilySteps(answers),
    ...formSteps(answers, desk),
    ...deskSteps(answers, desk, look),
  ];
}
