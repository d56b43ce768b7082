import type { Past, PastCase, PastFundRequest, PastReferral } from '../../past.ts';
import { dice } from './made-reports.ts';

type Roll = (sides: number) => number;

const DAY = 86_400_000;
const at = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const on = (ms: number): string => at(ms).slice(0, 10);
const oneOf = <T>(roll: Roll, choices: readonly T[]): T => choices[roll(choices.length)]!;

/** The year that is made, and the day on which it is looked at: it has ended, and so have its longest times. */
export const anyYear = { sfy: 2022, now: '2027-02-01T15:00:00Z' };
const begin = Date.UTC(2021, 4, 20, 15);

/** So many referrals of two circuits, some weeks before the year until some after it, to which everything happens that is counted. */
export function anyPast(seed: number, referrals: number): Past {
  const roll = dice(seed);
  return {
    referrals: Array.from({ length: referrals }, (_, i) =>
      anyReferral(roll, begin + ((i * 440) / referrals) * DAY, i),
    ),
    budgets: [
      { circuit: 13, sfy: 2022, amount: 2_000_000 },
      { circuit: 19, sfy: 2022, amount: 3_000_000 },
    ],
    tapas: Array.from({ length: roll(8) }, () => anyTapa(roll)),
  };
}

function anyTapa(roll: Roll): NonNullable<Past['tapas']>[number] {
  const made = begin + roll(300) * DAY;
  return {
    agreedOn: on(made),
    county: oneOf(roll, ['Boone', 'Cole']),
    ...(roll(2) ? { writtenOn: on(made + roll(6) * DAY) } : {}),
    ...(roll(2) ? { closedOn: on(made + 20 * DAY) } : {}),
  };
}

function anyReferral(roll: Roll, received: number, i: number): PastReferral {
  const circuit = oneOf(roll, [13, 13, 19]);
  const program = roll(8) === 0 ? 'IFRS' : 'IIS';
  const contacted = received + roll(90) * 3_600_000;
  const screened = contacted + roll(40) * 3_600_000;
  const known: PastReferral = {
    receivedAt: at(received),
    source: oneOf(roll, ['division', 'division', 'division', 'community', null]),
    circuit,
    county: oneOf(roll, circuit === 13 ? ['Boone', 'Callaway'] : ['Cole']),
    program,
    priority: oneOf(roll, ['imminent', 'high', 'moderate', null]),
    children: Array.from({ length: 1 + roll(3) }, () => roll(18)),
    faces: roll(5) > 0,
    ...(roll(6) === 0 ? { family: `f${roll(20)}` } : {}),
    ...(roll(7) === 0 ? {} : { contactedAt: at(contacted) }),
    ...(roll(6) === 0
      ? { tapa: { on: on(received), ...(roll(2) ? { writtenOn: on(received + roll(6) * DAY) } : {}) } }
      : {}),
  };
  const eligible = [{ at: at(screened), result: 'eligible' as const }];
  switch (roll(9)) {
    case 0:
      return known;
    case 1:
      return {
        ...known,
        screenings: [
          {
            at: at(screened),
            result: 'not_eligible',
            reason: oneOf(roll, ['safety_not_assured', 'family_unwilling', 'not_eligible']),
          },
        ],
      };
    case 2:
      return {
        ...known,
        ended: {
          status: oneOf(roll, ['returned', 'withdrawn', 'closed']),
          at: at(screened + DAY),
          reason: 'need_met',
        },
      };
    case 3:
    case 4:
      return { ...known, screenings: eligible, ...listed(roll, screened, program) };
    default:
      return { ...known, screenings: eligible, cases: [anyCase(roll, screened, program, i)] };
  }
}

function listed(roll: Roll, from: number, program: string): Partial<PastReferral> {
  const added = from + 3_600_000;
  const left = added + roll(70) * DAY;
  const reviews = Array.from({ length: roll(4) }, (_, n) => ({
    at: at(added + (n + 1) * (roll(4) + 0.5) * DAY),
  })).filter((review) => review.at < at(left));
  const stay = { addedAt: at(added), reviews };
  const denials = roll(2)
    ? [{ at: at(added), reason: 'no_opening', ...(roll(2) ? { facesOn: on(added + DAY) } : {}) }]
    : undefined;
  if (roll(3) === 0)
    return { ...(denials && { denials }), fins: [stay], cases: [anyCase(roll, left, program, 0)] };
  const answer = oneOf(roll, ['accepted', 'declined', undefined] as const);
  return {
    ...(denials && { denials }),
    fins: [{ ...stay, removed: { at: at(left), reason: oneOf(roll, ['need_met', 'family_unwilling']) } }],
    ...(roll(3) > 0 && {
      fcs: [{ on: on(left), ...(answer && { answer, answeredOn: on(left + roll(5) * DAY) }) }],
    }),
  };
}

function anyCase(roll: Roll, from: number, program: string, i: number): PastCase {
  const assigned = from + roll(40) * 3_600_000;
  if (roll(8) === 0)
    return {
      assignedAt: at(assigned),
      declined: {
        at: at(assigned + DAY),
        reason: oneOf(roll, ['family_unwilling', 'safety_not_assured']),
        minutes: 60,
      },
    };
  const seen = assigned + roll(program === 'IIS' ? 40 : 100) * 3_600_000;
  const closed = seen + (15 + roll(program === 'IIS' ? 28 : 70)) * DAY;
  const followUps = [3, 6, 12, 48]
    .filter(() => roll(3) > 0)
    .map((months) => ({
      months,
      reached: roll(5) > 0,
      abuse: roll(8) === 0,
      placed: roll(7) === 0,
    }));
  return {
    specialist: `x${program.toLowerCase()}-${i}-${roll(1_000_000)}`,
    assignedAt: at(assigned),
    seenAt: at(seen),
    startedOn: on(seen),
    closedOn: on(closed),
    intact: roll(5) > 0,
    abuse: oneOf(roll, [true, false, false, false, null]),
    followUps: followUps.map((one) => (one.reached ? one : { months: one.months, reached: false })),
    ...(roll(3) === 0 ? { fund: [anyRequest(roll, seen + 3 * DAY)] } : {}),
  };
}

function anyRequest(roll: Roll, asked: number): PastFundRequest {
  const kind = oneOf(roll, ['rent', 'food', 'utilities', 'clothing']);
  const amount = (1 + roll(400)) * 100;
  const one = { kind, amount, requestedOn: on(asked) };
  const decided = { decidedOn: on(asked + roll(4) * DAY) };
  switch (roll(6)) {
    case 0:
      return one;
    case 1:
      return { ...one, ...decided, approved: 0 };
    case 2:
      return { ...one, ...decided, approved: amount };
    case 3:
      return {
        ...one,
        ...decided,
        approved: amount,
        payments: [{ amount: amount / 2, on: on(asked + 6 * DAY) }],
        ...(roll(2) ? { closedOn: on(asked + 9 * DAY) } : {}),
      };
    default:
      return {
        ...one,
        ...decided,
        approved: amount,
        payments: [{ amount, on: on(asked + (5 + roll(4)) * DAY) }],
      };
  }
}
