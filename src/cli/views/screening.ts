import type { Screened } from '../../desk/screen-referral.ts';
import { type Programs, programOf } from '../../rules/policy.ts';
import { missingForMatch, type Referral } from '../../rules/referral.ts';
import { commandToAdd } from '../../rules/standing.ts';
import type { ReferralNumber } from '../../rules/words.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';

const words = { eligible: 'ELIGIBLE', not_eligible: 'NOT ELIGIBLE', needs_information: 'NEEDS INFORMATION' };

/** The result of a screening, criterion by criterion, and what comes next. */
export function screeningView(screened: Screened, look: Look, programs: Programs): string {
  const { referral, assessment, warnings } = screened;
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
    paragraph(next(screened), look),
  ].join('\n');
}

/** What can be done now, and is not done. */
function next({ referral, assessment, done }: Screened): string {
  const { id } = referral;
  switch (assessment.result) {
    case 'eligible':
      return `Next: ${[...beforeMatch(referral, done), 'iis match'].join(', then ')}`;
    case 'not_eligible':
      return `Next: ${inARow([...instead(id, done), `close (iis referral close ${id})`])}`;
    case 'needs_information':
      return `Next: when the answers are known, iis referral screen ${id}`;
  }
}

function beforeMatch(referral: Referral, { review }: Screened['done']): string[] {
  const missing = missingForMatch(referral);
  return [
    ...(missing.length > 0 ? [commandToAdd(referral.id, missing)] : []),
    ...(review === 'due' ? [`iis fins review ${referral.id}`] : []),
  ];
}

const instead = (id: ReferralNumber, { review, fcs }: Screened['done']): string[] => [
  ...(fcs === 'offered' ? [`keep the answer to FCS (iis fcs answer ${id})`] : []),
  ...(fcs === null || fcs === 'declined' ? [`offer FCS (iis fcs offer ${id})`] : []),
  review === null ? `list the family (iis fins add ${id})` : `review it on the list (iis fins review ${id})`,
];

const inARow = (steps: readonly string[]): string => `${steps.slice(0, -1).join(', ')}, or ${steps.at(-1)}`;
