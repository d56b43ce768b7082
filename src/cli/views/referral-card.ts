import type { Dossier } from '../../desk/dossier.ts';
import { fieldInWords } from '../../rules/admission.ts';
import {
  birthInWords,
  dayInWords,
  deadlineInWords,
  dueInWords,
  momentInWords,
  receivedInWords,
} from '../../rules/in-words.ts';
import type { Caregiver, Child } from '../../rules/intake.ts';
import { languageName } from '../../rules/languages.ts';
import { HOTLINE } from '../../rules/notices.ts';
import { stillOpen } from '../../rules/open-points.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import { familyName, hasCase, type Referral, statusInWords } from '../../rules/referral.ts';
import type { Instant } from '../../rules/time.ts';
import { involvementInWords, situationInWords } from '../../rules/words.ts';
import { dateIn } from '../../rules/zone.ts';
import { type CardLine, drawCard, type Section } from './card.ts';
import { outcomeInWords } from './earlier.ts';
import { followUpInWords } from './follow-up.ts';
import type { Look } from './look.ts';
import { type Wording, yesNo } from './wording.ts';

/** One referral with everything that happened to it, on a screen. */
export const referralCard = (dossier: Dossier, look: Look, wording: Wording): string =>
  drawCard(referralTitle(dossier), referralSections(dossier, wording), look);

export const referralTitle = ({ referral }: Dossier): string =>
  `${referral.id}  ${familyName(referral.family) ?? 'Family not named'}`;

/** What is known of a referral, under its headings; those with nothing under them are left out. */
export function referralSections(dossier: Dossier, wording: Wording): Section[] {
  const { referral } = dossier;
  const sections: Section[] = [
    { lines: standing(dossier, wording) },
    { title: 'Referred by', lines: submitterLines(referral) },
    { title: 'Family', lines: familyLines(referral, wording) },
    { title: 'Referral', lines: formLines(referral) },
    {
      title: 'Other referrals of the family',
      lines: dossier.sameFamily.map((one): CardLine => [one.referral.id, outcomeInWords(one, wording)]),
    },
    { title: 'Steps', lines: stepLines(dossier, wording) },
    { title: 'Still open', lines: openLines(dossier, wording) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function standing(
  { referral, contactDueAt, contacts }: Dossier,
  { now, zone, reasons }: Wording,
): CardLine[] {
  const { state } = referral;
  const reached = contacts.find(({ outcome }) => outcome === 'reached');
  const because = 'reason' in state && state.reason ? ` – ${reasonInSentence(reasons, state.reason)}` : '';
  const at = (instant: Instant) => momentInWords(instant, zone);
  return [
    ['Status', `${statusInWords[state.status]}${because}`],
    ...(hasCase(state)
      ? [['Case', `${state.case} with ${state.specialist}, assigned ${at(state.assignedAt)}`] as const]
      : []),
    ['Priority', referral.priority],
    ['Program', referral.program],
    ['County', referral.county && `${referral.county} (circuit ${referral.circuit})`],
    ['Source', referral.source],
    ['Received', receivedInWords(referral.receivedAt, zone)],
    [
      'Submitter',
      reached
        ? `contacted ${at(reached.at)}`
        : `to be contacted by ${deadlineInWords(contactDueAt, zone)} (${dueInWords(contactDueAt, now, zone)})`,
    ],
    ...(referral.tapa ? [['TAPA', tapaInWords(referral)] as const] : []),
    [
      'FACES',
      referral.faces ? `${referral.faces.number}, ${dayInWords(referral.faces.on)}` : 'not entered yet',
    ],
  ];
}

function tapaInWords({ tapa, tapaWrittenOn, tapaEndedOn }: Referral): string {
  const since = tapa?.date ? `negotiated ${dayInWords(tapa.date)}` : 'negotiated, date not known';
  const written = tapaWrittenOn ? `, in writing since ${dayInWords(tapaWrittenOn)}` : '';
  const ended = tapaEndedOn ? `, ended ${dayInWords(tapaEndedOn)}` : '';
  return `${since}${written}${ended}: the referral is obligatory [001]`;
}

const submitterLines = ({ submitter }: Referral): CardLine[] =>
  present([
    ['Name', submitter.name],
    ['Organization', submitter.organization],
    ['Phone', submitter.phone],
    ['Email', submitter.email],
  ]);

const present = (lines: CardLine[]): CardLine[] => lines.filter(([, value]) => value !== null);

function familyLines({ family }: Referral, { now, zone }: Wording): CardLine[] {
  const today = dateIn(now, zone);
  const born = ({ birthDate }: Child | Caregiver) =>
    birthDate ? `born ${birthInWords(birthDate, today)}` : 'date of birth not known';
  return [
    ...family.caregivers.flatMap((caregiver, i): CardLine[] => [
      [`Caregiver ${i + 1}`, caregiver.name && `${caregiver.name}, ${born(caregiver)}`],
      ...present([
        ['  Phone', caregiver.phone],
        ['  Email', caregiver.email],
        ['  Address', caregiver.address],
      ]),
    ]),
    ...family.children.map(
      (child, i): CardLine => [`Child ${i + 1}`, child.name && `${child.name}, ${born(child)}`],
    ),
    ['Family number', family.id],
  ];
}

function formLines(referral: Referral): CardLine[] {
  const { situation, divisionInvolvement, language, interpreterArranged } = referral;
  const agreed = yesNo(referral.familyAgrees);
  return [
    ['Reasons', referral.reason],
    ...present([
      ['Services so far', referral.servicesProvided],
      ['Accommodations', referral.accommodations],
    ]),
    ...(language
      ? [
          [
            'Language',
            `${languageName(language)}${interpreterArranged ? ', interpreter arranged' : ''}`,
          ] as const,
        ]
      : []),
    [
      'Family agrees',
      agreed && `${agreed}${referral.discussedOn ? `, spoken to ${dayInWords(referral.discussedOn)}` : ''}`,
    ],
    ['Situation', situation && situationInWords[situation]],
    ['Division involvement', divisionInvolvement && involvementInWords[divisionInvolvement]],
    ...(referral.safetyConcern ? [['Safety concern', safetyInWords(referral)] as const] : []),
  ];
}

const safetyInWords = ({ hotlineShownAt }: Referral): string =>
  hotlineShownAt ? 'yes; the hotline was shown' : `yes: call the hotline now, ${HOTLINE} [002]`;

const contactInWords = {
  reached: 'Submitter reached',
  no_answer: 'Submitter: no answer',
  message: 'Submitter: message left',
};
const screeningInWords = {
  eligible: 'Eligible',
  not_eligible: 'Not eligible',
  needs_information: 'Needs information',
};

/** What happened, in the order it happened. */
function stepLines(dossier: Dossier, { zone, reasons }: Wording): CardLine[] {
  const steps: { at: string; words: string }[] = [
    ...dossier.contacts.map(({ at, outcome, note }) => ({ at, words: noted(contactInWords[outcome], note) })),
    ...dossier.screenings.map(({ at, result, by }) => ({
      at,
      words: `${screeningInWords[result]} (screened by ${by})`,
    })),
    ...dossier.denials.map(({ at, reason, facesOn }) => ({
      at,
      words: `Denied: ${reasonInSentence(reasons, reason)} (${facesOn ? `in FACES ${dayInWords(facesOn)}` : 'not in FACES yet'})`,
    })),
    ...dossier.fins.flatMap(({ addedAt, need, removed, reviews }) => [
      { at: addedAt, words: noted('On the FINS list', need) },
      ...reviews.map(({ at, decision, priority, note }) => ({
        at,
        words: noted(`FINS review: ${priority}, ${decision}`, note),
      })),
      ...(removed
        ? [
            {
              at: removed.at,
              words: noted(`Off the FINS list: ${reasonInSentence(reasons, removed.reason)}`, removed.note),
            },
          ]
        : []),
    ]),
    ...dossier.cases.flatMap(({ id, specialist, assignedAt, endedAt, status, override }) => [
      { at: assignedAt, words: `Case ${id} with ${specialist}${override ? pastThePlan(override) : ''}` },
      ...(endedAt ? [{ at: endedAt, words: `Case ${id} ended (${status.replace('_', ' ')})` }] : []),
    ]),
  ];
  const dated = steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const offers = dossier.fcs.map(
    (offer): CardLine => [
      dayInWords(offer.offeredOn),
      `FCS offered${offer.state === 'offered' ? ', not answered yet' : `, ${offer.state}${offer.answeredOn ? ` ${dayInWords(offer.answeredOn)}` : ''}`}`,
    ],
  );
  return [...dated.map(({ at, words }): CardLine => [momentInWords(at as Instant, zone), words]), ...offers];
}

const pastThePlan = ({ by, reason }: { by: string; reason: string }): string =>
  `, past the plan: “${reason}” (${by})`;

const noted = (words: string, note: string | null): string => (note ? `${words} – ${note}` : words);

function openLines(
  { referral, missing, warnings, source, followUps }: Dossier,
  { zone, reasons }: Wording,
): CardLine[] {
  const unread = stillOpen(source?.problems ?? [], referral);
  const leftovers = source?.leftovers ?? [];
  return [
    ...(missing.length > 0
      ? [['Before matching', `${missing.join(', ')}: iis referral edit ${referral.id}`] as const]
      : []),
    ...warnings.map((warning): CardLine => ['Language', warning]),
    ...followUps.map(
      (one): CardLine => [
        'Follow up',
        `${followUpInWords(one, zone)} (${reasonInSentence(reasons, one.reason)})`,
      ],
    ),
    ...unread.map(
      ({ field, text }): CardLine => [fieldInWords(field), `“${text}” can’t be taken as it stands`],
    ),
    ...(leftovers.length > 0 ? [['Also on the form', leftovers.join('\n')] as const] : []),
  ];
}
