import {
  type CaseFile,
  caseStatusInWords,
  type EventKind,
  hoursOf,
  type Override,
  stayedSafe,
} from '../../rules/case/case.ts';
import { averageWeek, serviceWeeks } from '../../rules/case/hours.ts';
import { followUpFrom, followUpMonths, usuallyHomeOn, weeklyHours } from '../../rules/case/policy.ts';
import { isOpen } from '../../rules/case/standing.ts';
import { seenBy, serviceDays } from '../../rules/due/of-case.ts';
import { dayInWords, deadlineInWords, dueInWords, momentInWords, shortDay } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { pastInWords } from '../../rules/matching.ts';
import { type Program, type Programs, programOf } from '../../rules/policy.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import { dateIn } from '../../rules/zone.ts';
import { type CardLine, drawCard } from './card.ts';
import { eventsInWords, partsInWords, whereaboutsInWords } from './case-words.ts';
import type { Look } from './look.ts';
import { type Wording, yesNo } from './wording.ts';

type Office = Wording & { programs: Programs };

/** One case with everything in it, on a screen. */
export function caseCard(file: CaseFile, look: Look, office: Office): string {
  const program = programOf(office.programs, file.program);
  return drawCard(
    `${file.id}  ${file.family ?? 'Family not named'}`,
    [
      { lines: standing(file, program, office) },
      { title: 'Goals', lines: goalLines(file) },
      { title: hoursTitle(program), lines: weekLines(file, program, office) },
      { title: 'Staffings', lines: staffingLines(file) },
      { title: 'What happened', lines: eventLines(file, office) },
      { title: 'At the closing', lines: closingLines(file) },
      { title: 'Follow-up', lines: followUpLines(file, program) },
    ],
    look,
  );
}

function standing(file: CaseFile, program: Program, { now, zone, reasons }: Office): CardLine[] {
  const { endReason, seenAt, startedOn, screeningMinutes } = file;
  const because = endReason ? ` – ${reasonInSentence(reasons, endReason)}` : '';
  const { endsOn } = serviceDays(file, program, zone);
  const dueAt = seenBy(file.assignedAt, program);
  const seen =
    seenAt === null
      ? `not yet, by ${deadlineInWords(dueAt, zone)} (${dueInWords(dueAt, now, zone)})`
      : `${momentInWords(seenAt, zone)}, ${file.seenLate === null ? 'in time' : `late: ${file.seenLate}`}`;
  const late = isOpen(file) && endsOn < dateIn(now, zone) ? ', OVERDUE' : '';
  const homeBy = startedOn && isOpen(file) ? usuallyHomeOn(startedOn, program) : null;
  return [
    ['Status', `${caseStatusInWords[file.status]}${because}`],
    ['Referral', file.referral],
    ['Specialist', `${file.specialist}${file.agency ? `, ${file.agency}` : ''}, place ${file.place}`],
    ['Program', file.program],
    ['Assigned', momentInWords(file.assignedAt, zone)],
    ...(file.override ? [['Past the plan', overrideInWords(file.override)] as const] : []),
    ...(isOpen(file) || seenAt ? [['Family seen', seen] as const] : []),
    ...(startedOn || isOpen(file)
      ? [
          [
            'Service',
            startedOn
              ? `from ${dayInWords(startedOn)} until ${dayInWords(endsOn)} at the latest${late}`
              : 'not accepted yet',
          ] as const,
        ]
      : []),
    ...(homeBy ? [['Child usually home', `by ${dayInWords(homeBy)}`] as const] : []),
    ...(screeningMinutes === null ? [] : [['Screening', `${hoursOf(screeningMinutes)} hours`] as const]),
    ...(file.endNote && file.closedOn === null ? [['Note', file.endNote] as const] : []),
  ];
}

const overrideInWords = ({ by, reason, past }: Override): string =>
  [`“${reason}” (${by})`, ...past.map((one) => pastInWords(one, languageName, dayInWords))].join('; ');

const goalLines = ({ goals }: CaseFile): CardLine[] =>
  goals.map(({ number, goal, measure, met, metOn }) => [
    `${number}`,
    `${goal} (${measure}): ${met === null ? 'open' : `${met ? 'met' : 'not met'}, ${dayInWords(metOn!)}`}`,
  ]);

/** What the program asks for in a week, beside the hours that there were. */
function hoursTitle(program: Program): string {
  const { faceToFaceAtLeast, faceToFaceAtMost, serviceUpTo, serviceOnAverage } = weeklyHours(program);
  const asked = [
    ...(faceToFaceAtLeast !== null && faceToFaceAtMost !== null
      ? [`${faceToFaceAtLeast}–${faceToFaceAtMost} face to face`]
      : []),
    ...(serviceUpTo !== null ? [`up to ${serviceUpTo} in all`] : []),
    ...(serviceOnAverage !== null ? [`${serviceOnAverage} on average`] : []),
  ];
  return asked.length > 0 ? `Hours a week (${asked.join(', ')})` : 'Hours a week';
}

function weekLines(file: CaseFile, program: Program, { now, zone }: Office): CardLine[] {
  const today = dateIn(now, zone);
  const weeks = serviceWeeks(file, program, today);
  const average = averageWeek(weeks);
  const { serviceOnAverage } = weeklyHours(program);
  return [
    ...weeks.map(
      ({ week, from, until, faceToFaceMinutes, otherMinutes, over, remarks }): CardLine => [
        `Week ${week}`,
        [
          `${shortDay(from, today)} – ${shortDay(until, today)}: ${hoursOf(faceToFaceMinutes)} face to face, ${hoursOf(otherMinutes)} other`,
          ...(over ? [] : [file.closedOn ? 'part of a week' : 'not over']),
          ...remarks.map((remark) => remark.toUpperCase()),
        ].join(', '),
      ],
    ),
    ...(average !== null && serviceOnAverage !== null ? [['On average', `${average}`] as const] : []),
  ];
}

const staffingLines = ({ staffings }: CaseFile): CardLine[] =>
  staffings.map(({ on, who, nextOn, note }) => [
    dayInWords(on),
    [
      who.map((part) => partsInWords[part]).join(', '),
      ...(nextOn ? [`next ${dayInWords(nextOn)}`] : []),
      ...(note ? [note] : []),
    ].join('; '),
  ]);

function eventLines({ events, extensions, transfers }: CaseFile, { zone }: Office): CardLine[] {
  const settled = (kind: EventKind, one: CaseFile['events'][number]['settled']) =>
    one
      ? [`dealt with ${dayInWords(one.on)}: ${one.note}`]
      : kind === 'unsafe' || kind === 'placed'
        ? ['NOT DEALT WITH YET']
        : [];
  return [
    ...events.map(({ kind, on, note, settled: how }) => ({
      on: on as string,
      words: [eventsInWords[kind], ...(note ? [note] : []), ...settled(kind, how)].join('; '),
    })),
    ...extensions.map(({ until, approvedBy, reason, at }) => ({
      on: dateIn(at, zone) as string,
      words: `Extended until ${dayInWords(until)}, approved by ${approvedBy}: ${reason}`,
    })),
    ...transfers.map(({ from, to, reason, at }) => ({
      on: dateIn(at, zone) as string,
      words: `From ${from} to ${to}: ${reason}`,
    })),
  ]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, words }): CardLine => [dayInWords(on as CaseFile['events'][number]['on']), words]);
}

function closingLines({
  closedOn,
  intact,
  abuse,
  children,
  followUpServices,
  endNote,
}: CaseFile): CardLine[] {
  if (closedOn === null) return [];
  return [
    ['Last day', dayInWords(closedOn)],
    ['Family intact', yesNo(intact)],
    [
      'Abuse or neglect',
      abuse === null ? 'not known whether confirmed' : abuse ? 'confirmed' : 'none confirmed',
    ],
    ...children.map(
      ({ name, whereabouts }, i): CardLine => [
        `Child ${i + 1}`,
        [...(name ? [name] : []), whereaboutsInWords[whereabouts] ?? whereabouts].join(', '),
      ],
    ),
    ['Follow-up services', followUpServices ?? 'none'],
    ...(endNote ? [['Note', endNote] as const] : []),
  ];
}

function followUpLines({ closedOn, followUps }: CaseFile, program: Program): CardLine[] {
  if (closedOn === null) return [];
  return followUpMonths(program).map((months): CardLine => {
    const made = followUps.find((one) => one.months === months);
    if (!made) return [`${months} months`, `from ${dayInWords(followUpFrom(closedOn, months))}`];
    const safe = stayedSafe(made);
    const found =
      safe === null
        ? 'not reached, no success'
        : [
            `abuse or neglect ${made.abuse ? 'confirmed' : 'not confirmed'}`,
            `${made.placed ? `child placed${made.placedOn ? ` ${dayInWords(made.placedOn)}` : ''}` : 'no placement'}`,
          ].join(', ');
    return [
      `${months} months`,
      [`${dayInWords(made.on)}: ${found}`, ...(made.note ? [made.note] : [])].join('; '),
    ];
  });
}
