import type { Desk } from '../../desk/desk.ts';
import { reasonOf } from '../../rules/doubts.ts';
import type { Look } from '../views/look.ts';
import { type IntakeAnswers, sourceAt } from './intake-answers.ts';
import type { IntakeStep } from './intake-fields.ts';
import { caregiverSteps, childSteps, sameFamilySteps, submitterSteps } from './intake-people.ts';
import { deskSteps, formSteps } from './intake-referral.ts';

/** Every question of an intake: the form's [002], in its order, then what the gatekeeper needs besides. */
export function intakeSteps(desk: Desk, look: Look): (answers: IntakeAnswers) => IntakeStep[] {
  const clock = { now: desk.now, zone: desk.settings.zone };
  return (answers) =>
    [
      ...submitterSteps(answers, clock),
      ...caregiverSteps(answers, clock),
      ...childSteps(answers, clock),
      ...sameFamilySteps(answers),
      ...formSteps(answers, desk),
      ...deskSteps(answers, desk, look),
    ].map((step) => besideSource(step, answers));
}

const alike = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim().toLowerCase() === other.replace(/\s+/g, ' ').trim().toLowerCase();

/** The step with what its value was read from beside it, where the form has it in other words. */
function besideSource(step: IntakeStep, answers: IntakeAnswers): IntakeStep {
  const source = sourceAt(answers, step.id);
  if (!source || !step.line || step.line.value === null) return step;
  const { label, value } = step.line;
  const name = source.label !== null && !alike(source.label, label.trim()) ? source.label : '';
  const text = alike(source.text, value) ? '' : `“${source.text}”`;
  const said = [name, text].filter(Boolean).join(' ');
  const parts = [said, source.doubt && `check: ${reasonOf(source.doubt)}`].filter(Boolean);
  return parts.length === 0 ? step : { ...step, line: { ...step.line, from: parts.join('; ') } };
}
