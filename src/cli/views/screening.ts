import type { Screened } from '../../desk/screen-referral.ts';
import { type Programs, programOf } from '../../rules/policy.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';

const words = { eligible: 'ELIGIBLE', not_eligible: 'NOT ELIGIBLE', needs_information: 'NEEDS INFORMATION' };

/** The result of a screening, criterion by criterion, and what comes next. */
export function screeningView(
  { referral, assessment, warnings }: Screened,
  look: Look,
  programs: Programs,
): string {
  const { result, criteria, because, questions, suggestion } = assessment;
  const colour = { eligible: look.green, not_eligible: look.red, needs_information: look.yellow }[result];
  const program = programOf(programs, referral.program);
  const mark = { yes: 'yes      ', no: 'NO       ', unknown: 'not known' };
  return [
    `${look.bold(referral.id)}  ${colour(words[result])} for ${program.name} (${program.code})`,
    '',
    ...criteria.map(({ answer, question, source, note }) => {
      const [first = '', ...rest] = paragraph(`${question} ${source}${note ? ` – ${note}` : ''}`, {
        ...look,
        width: look.width - 13,
      }).split('\n');
      return [`  ${mark[answer]}  ${first}`, ...rest.map((line) => `             ${line}`)].join('\n');
    }),
    ...(because.length > 0 ? ['', 'Why not:', ...because.map((line) => paragraph(line, look, 2))] : []),
    ...(questions.length > 0
      ? ['', 'Still to ask:', ...questions.map((line) => paragraph(line, look, 2))]
      : []),
    ...(warnings.length > 0
      ? ['', look.yellow('Before matching:'), ...warnings.map((line) => paragraph(line, look, 2))]
      : []),
    ...(suggestion ? ['', paragraph(suggestion, look)] : []),
    '',
    paragraph(next(referral.id, result), look),
  ].join('\n');
}

const next = (id: string, result: Screened['assessment']['result']): string =>
  ({
    eligible: 'Next: iis match',
    not_eligible: `Next: offer FCS (iis fcs offer ${id}), list the family (iis fins add ${id}), or close (iis referral close ${id})`,
    needs_information: `Next: when the answers are known, iis referral screen ${id}`,
  })[result];
