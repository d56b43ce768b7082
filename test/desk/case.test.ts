import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  dealWithEvents,
  extendService,
  keepHours,
  keepStaffing,
  noteEvent,
  sayGoal,
  setGoal,
  transferCase,
} from '../../src/desk/case/during.ts';
import {
  type Closing,
  closeCase,
  couldUse,
  followUp,
  reopenCase,
  sayAbuse,
} from '../../src/desk/case/ending.ts';
import { acceptCase, declineCase, seeFamily } from '../../src/desk/case/first-steps.ts';
import { caseFile, cases, resolveCase } from '../../src/desk/case/look.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { dueNow } from '../../src/desk/due.ts';
import { addFamilyToFins } from '../../src/desk/fins.ts';
import { assign } from '../../src/desk/match.ts';
import { openingsToday } from '../../src/desk/openings.ts';
import { endWork, sendOnLeave } from '../../src/desk/specialists.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import { whyReferral } from '../../src/desk/why.ts';
import { closeReferral, withdrawReferral } from '../../src/desk/work-referral.ts';
import { readPrograms } from '../../src/records/program-files.ts';
import { type CaseFollowUp, stayedSafe, type Whereabouts } from '../../src/rules/case/case.ts';
import { serviceWeeks } from '../../src/rules/case/hours.ts';
import type { CaseNumber } from '../../src/rules/words.ts';
import {
  at,
  code,
  day,
  eligible,
  folder,
  monday,
  office,
  refusal,
  refusedWhole,
  specialist,
  utc,
} from '../office.ts';

const tuesday = '2026-10-06T15:00:00Z';
const november = '2026-11-10T16:00:00Z';

/** A family with kim since Monday. */
async function assigned(desk: Desk, program = 'IIS'): Promise<CaseNumber> {
  const id = await eligible(desk, { program });
  return (await assign(desk, { only: [id], program })).assigned[0]!.case;
}

const seen = async (desk: Desk, id: CaseNumber) => {
  await seeFamily(desk, id, { at: utc('2026-10-06T14:00:00Z'), late: null });
  return id;
};

const accepted = async (desk: Desk, program = 'IIS'): Promise<CaseNumber> => {
  const id = await seen(at(desk, tuesday), await assigned(desk, program));
  await acceptCase(at(desk, tuesday), id, { on: null, until: null });
  return id;
};

const closing = (more: Partial<Closing> = {}): Closing => ({
  code: 'goals_met',
  note: null,
  on: day('2026-11-10'),
  intact: true,
  whereabouts: ['home'],
  followUpServices: null,
  ...more,
});

const followed = (more: Partial<CaseFollowUp>): CaseFollowUp => ({
  months: 3,
  on: day('2027-02-10'),
  reached: true,
  abuse: false,
  placed: false,
  placedOn: null,
  note: null,
  ...more,
});

const withKim = async () => {
  const desk = await office();
  await specialist(desk, 'kim');
  return desk;
};

const openings = async (desk: Desk) => (await openingsToday(desk))[0]!.openings;
const statusOf = async (desk: Desk, id: CaseNumber) => {
  const { referral } = await dossier(desk, (await caseFile(desk, id)).referral);
  return referral.state.status;
};
const invalid = (code: string) => ({ kind: 'invalid', code });
const rule = (code: string) => ({ kind: 'rule', code });

describe('the first visit', () => {
  it('is in time until the very hour, and late needs a reason', async () => {
    const desk = await withKim();
    const [first, second] = [await assigned(desk), await assigned(desk)];
    const then = at(desk, tuesday);
    const inTime = await seeFamily(then, first, { at: utc('2026-10-06T14:00:00Z'), late: 'not needed' });
    expect(inTime).toMatchObject({ seenAt: '2026-10-06T14:00:00Z', seenLate: null });
    const late = { at: utc('2026-10-06T14:00:01Z'), late: ' ' };
    await refusedWhole(desk, () => seeFamily(then, second, late), invalid('late_reason_needed'));
    const kept = await seeFamily(then, second, { ...late, late: 'nobody at home' });
    expect(kept.seenLate).toBe('nobody at home');
  });

  it.each([
    ['before the assignment', '2026-10-05T13:59:59Z'],
    ['in the future', '2026-10-06T15:00:01Z'],
  ])('%s is refused', async (_, when) => {
    const desk = await withKim();
    const id = await assigned(desk);
    const see = () => seeFamily(at(desk, tuesday), id, { at: utc(when), late: null });
    await refusedWhole(desk, see, invalid('bad_date'));
  });
});

describe('accepting', () => {
  it('starts the service on the day of the first visit, and ends it by the policy', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    expect(await caseFile(desk, id)).toMatchObject({
      status: 'accepted',
      startedOn: '2026-10-06',
      endsOn: '2026-11-17',
    });
    expect(await statusOf(desk, id)).toBe('accepted');
  });

  it('keeps the case from being given back when the specialist goes', async () => {
    const desk = await withKim();
    await accepted(desk);
    const then = at(desk, tuesday);
    const leave = { from: day('2026-10-07'), until: day('2026-10-16'), note: null };
    const gone = { on: day('2026-10-07'), reason: null };
    await refusedWhole(desk, () => sendOnLeave(then, code('kim'), leave, 'give_back'), rule('service_runs'));
    await refusedWhole(desk, () => endWork(then, code('kim'), gone, 'give_back'), rule('service_runs'));
    await sendOnLeave(then, code('kim'), leave, 'keep');
  });

  it('is refused unseen, too long, before the visit, and twice', async () => {
    const desk = await withKim();
    const then = at(desk, tuesday);
    const id = await assigned(desk);
    const accept = (on: string | null, until: string | null) => () =>
      acceptCase(then, id, { on: on && day(on), until: until && day(until) } as never);
    await refusedWhole(desk, accept(null, null), rule('not_seen'));
    await seen(then, id);
    await refusedWhole(desk, accept(null, '2026-11-18'), rule('service_too_long'));
    await refusedWhole(desk, accept('2026-10-05', null), invalid('bad_date'));
    await refusedWhole(desk, accept('2026-10-07', null), invalid('bad_date'));
    await refusedWhole(desk, accept(null, '2026-10-05'), invalid('bad_date'));
    await accept(null, '2026-11-17')();
    await refusedWhole(desk, accept(null, null), rule('already_accepted'));
  });
});

describe('declining', () => {
  const declined = (code: string) => ({ code, note: null, screeningMinutes: 210 });

  it.each([
    ['no_opening', 'eligible'],
    ['safety_not_assured', 'not_accepted'],
    ['family_unwilling', 'not_accepted'],
  ])('for %s leaves the referral %s, the place free, and a denial to be counted', async (reason, status) => {
    const desk = await withKim();
    const id = await assigned(desk);
    expect(await openings(desk)).toBe(1);
    const file = await declineCase(desk, id, declined(reason));
    expect(file).toMatchObject({ status: 'not_accepted', endReason: reason, screeningMinutes: 210 });
    expect(await openings(desk)).toBe(2);
    const { referral, denials } = await dossier(desk, file.referral);
    expect(referral.state.status).toBe(status);
    expect(denials).toMatchObject([{ reason, facesOn: null }]);
    await addFamilyToFins(desk, file.referral, null);
    expect((await dossier(desk, file.referral)).denials.length).toBe(1);
  });

  it.each([
    ['safety_not_assured', ['fcs']],
    ['no_opening', []],
  ])('for %s is explained with what is due: %o', async (reason, topics) => {
    const desk = await withKim();
    const { referral } = await declineCase(desk, await assigned(desk), declined(reason));
    const fcs = (await whyReferral(desk, referral, null)).filter(({ about }) => about === 'fcs');
    expect(fcs.map(({ about }) => about)).toEqual(topics);
    for (const { answer } of fcs)
      expect(answer).toContain(
        'not accepted, and Family Centered Services were not offered: they are to be offered',
      );
  });

  it('is refused twice, for a reason of another use, and once the family is accepted', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    await refusedWhole(desk, () => declineCase(desk, id, declined('no_opening')), rule('already_accepted'));
    const other = await assigned(desk);
    await refusedWhole(
      desk,
      () => declineCase(desk, other, declined('goals_met')),
      invalid('unknown_reason'),
    );
    await declineCase(desk, other, declined('no_opening'));
    await refusedWhole(desk, () => declineCase(desk, other, declined('no_opening')), rule('case_ended'));
  });

  it('says who could use the place', async () => {
    const desk = await withKim();
    const [id] = [await assigned(desk), await assigned(desk)];
    const waiting = await eligible(desk);
    expect(await couldUse(desk, 'IIS')).toEqual([]);
    await declineCase(desk, id!, declined('safety_not_assured'));
    expect(await couldUse(desk, 'IIS')).toMatchObject([{ referral: waiting, specialist: 'kim' }]);
  });
});

describe('hours', () => {
  const hours = (on: string, minutes: number) => ({
    on: day(on),
    kind: 'face_to_face' as const,
    minutes,
    note: null,
  });

  it('a day of a specialist has 24, over all cases', async () => {
    const desk = await withKim();
    const [one, other] = [await accepted(desk), await accepted(desk)];
    const then = at(desk, november);
    await keepHours(then, one, hours('2026-10-07', 1200));
    await refusedWhole(desk, () => keepHours(then, other, hours('2026-10-07', 241)), invalid('bad_hours'));
    await keepHours(then, other, hours('2026-10-07', 240));
  });

  it('are of a day from the assignment until today, or the closing', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    for (const on of ['2026-10-04', '2026-11-11'])
      await refusedWhole(desk, () => keepHours(then, id, hours(on, 60)), invalid('bad_date'));
    await closeCase(then, id, closing({ on: day('2026-11-06') }));
    await keepHours(then, id, hours('2026-11-06', 60));
    await refusedWhole(desk, () => keepHours(then, id, hours('2026-11-07', 60)), invalid('bad_date'));
  });

  it('are held against the policy by weeks of the service that are over', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, '2026-10-20T16:00:00Z');
    for (const [on, minutes] of [
      ['2026-10-06', 479],
      ['2026-10-13', 600],
      ['2026-10-19', 1],
    ] as const)
      await keepHours(then, id, hours(on, minutes));
    const onLastDay = serviceWeeks(await caseFile(then, id), desk.programs.IIS!, day('2026-10-12'));
    expect(onLastDay).toMatchObject([{ over: false, remarks: [] }]);
    const weeks = serviceWeeks(await caseFile(then, id), desk.programs.IIS!, day('2026-10-20'));
    expect(
      weeks.map(({ faceToFaceMinutes, over, remarks }) => ({ faceToFaceMinutes, over, remarks })),
    ).toEqual([
      { faceToFaceMinutes: 479, over: true, remarks: ['under 8 face to face'] },
      { faceToFaceMinutes: 601, over: true, remarks: ['over 10 face to face'] },
      { faceToFaceMinutes: 0, over: false, remarks: [] },
    ]);
  });
});

describe('in the service', () => {
  it('a goal is set once it is accepted, and answered by its number', async () => {
    const desk = await withKim();
    const id = await assigned(desk);
    const goal = { goal: 'regular meals', measure: 'food in the house', setOn: day('2026-10-06') };
    const then = at(desk, tuesday);
    await refusedWhole(desk, () => setGoal(then, id, goal), rule('not_accepted_yet'));
    await acceptCase(then, await seen(then, id), { on: null, until: null });
    await setGoal(then, id, goal);
    const said = { number: 2, met: true, on: day('2026-10-06') };
    expect(await refusal(() => sayGoal(then, id, said))).toEqual({ kind: 'not_found', code: 'no_such_goal' });
    const file = await sayGoal(then, id, { ...said, number: 1 });
    expect(file.goals).toMatchObject([{ number: 1, met: true, metOn: '2026-10-06' }]);
  });

  it('the next staffing is after this one', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const on = day('2026-10-06');
    const keep = (next: string) => () =>
      keepStaffing(at(desk, tuesday), id, { on, who: ['supervisor'], nextOn: day(next), note: null });
    await refusedWhole(desk, keep('2026-10-06'), invalid('bad_date'));
    expect((await keep('2026-10-07')()).staffings).toMatchObject([{ nextOn: '2026-10-07' }]);
  });

  it('an extension moves the end with who approved it, never back', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const extend = (until: string) => () =>
      extendService(desk, id, { until: day(until), approvedBy: 'Lee Example', reason: 'the move' });
    await refusedWhole(desk, extend('2026-11-17'), invalid('bad_date'));
    expect(await extend('2026-11-30')()).toMatchObject({ endsOn: '2026-11-30' });
  });

  it('a warning is due until it is dealt with, also when the referral is withdrawn', async () => {
    const desk = await withKim();
    const id = await assigned(desk);
    const then = at(desk, tuesday);
    const event = { kind: 'unsafe' as const, on: day('2026-10-06'), note: null };
    const { referral } = await noteEvent(then, id, event);
    const isDue = async () => (await dueNow(then)).some(({ kind }) => kind === 'case_event');
    await withdrawReferral(then, referral, { code: 'moved_away', note: null });
    expect(await isDue()).toBe(true);
    await dealWithEvents(then, id, { on: day('2026-10-06'), how: 'told the new county' });
    expect(await isDue()).toBe(false);
    const again = () => dealWithEvents(then, id, { on: day('2026-10-06'), how: 'again' });
    await refusedWhole(desk, again, rule('nothing_to_settle'));
  });

  it('ends with its case, not with the referral', async () => {
    const desk = await withKim();
    const { referral } = await caseFile(desk, await accepted(desk));
    const reason = { code: 'moved_away', note: null };
    for (const end of [withdrawReferral, closeReferral])
      await refusedWhole(desk, () => end(desk, referral, reason), rule('service_runs'));
  });

  it('another specialist takes it who has a place, and the first one has one more', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    await specialist(desk, 'lee');
    await specialist(desk, 'ifa', { program: 'IFRS' });
    const to = (name: string) => () => transferCase(desk, id, { to: code(name), reason: 'knows the family' });
    await refusedWhole(desk, to('ifa'), rule('cannot_take_case'));
    await refusedWhole(desk, to('kim'), rule('cannot_take_case'));
    const file = await to('lee')();
    expect(file).toMatchObject({ specialist: 'lee', transfers: [{ from: 'kim', to: 'lee' }] });
    const free = (await openingsToday(desk)).map(({ specialist: one, openings: n }) => [one.code, n]);
    expect(free).toContainEqual(['kim', 2]);
    expect(free).toContainEqual(['lee', 1]);
  });
});

describe('closing', () => {
  it('frees the place, says where each child is, and happens once', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    const file = await closeCase(then, id, closing());
    expect(file).toMatchObject({ status: 'closed', intact: true, children: [{ whereabouts: 'home' }] });
    expect(await statusOf(then, id)).toBe('closed');
    expect(await openings(then)).toBe(2);
    await refusedWhole(desk, () => closeCase(then, id, closing()), rule('case_ended'));
  });

  const wrong: [string, Partial<Closing>, string][] = [
    ['before the start', { on: day('2026-10-05') }, 'bad_date'],
    ['in the future', { on: day('2026-11-11') }, 'bad_date'],
    ['intact with a child in care', { whereabouts: ['foster_care'] }, 'not_intact'],
    ['of another number of children', { whereabouts: ['home', 'home'] as Whereabouts[] }, 'bad_whereabouts'],
    ['for a reason of another use', { code: 'no_opening' }, 'unknown_reason'],
  ];
  it.each(wrong)('%s is refused', async (_, more, expected) => {
    const desk = await withKim();
    const id = await accepted(desk);
    await refusedWhole(desk, () => closeCase(at(desk, november), id, closing(more)), invalid(expected));
  });

  it('before what is noted of the case is refused, with what is later', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    await keepHours(then, id, { on: day('2026-10-19'), kind: 'face_to_face', minutes: 60, note: null });
    await noteEvent(then, id, { kind: 'placed', on: day('2026-10-18'), note: null });
    const close = (on: string) => () =>
      closeCase(then, id, closing({ on: day(on), intact: false, whereabouts: ['foster_care'] }));
    await refusedWhole(desk, close('2026-10-18'), rule('noted_later'));
    const { reasons, message } = (await close('2026-10-17')().catch((one) => one)).facts;
    expect(message).toContain('can’t be closed on Oct 17, 2026');
    expect(reasons).toEqual([
      'Hours are noted for Oct 19, 2026.',
      '“Child placed out of the home” is noted for Oct 18, 2026.',
    ]);
    expect(await close('2026-10-19')()).toMatchObject({ closedOn: '2026-10-19' });
  });

  it.each([true, false, null])('keeps whether abuse or neglect was confirmed: %s', async (abuse) => {
    const desk = await withKim();
    const id = await accepted(desk);
    expect(await closeCase(at(desk, november), id, closing({ abuse }))).toMatchObject({ abuse });
  });

  it('leaves it open where nobody says, and a no goes with the closing', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    await refusedWhole(desk, () => sayAbuse(then, id, false), rule('service_goes_on'));
    expect(await closeCase(then, id, closing())).toMatchObject({ abuse: null });
    expect(await sayAbuse(then, id, false)).toMatchObject({ abuse: false, status: 'closed' });
    expect(await reopenCase(then, id, 'by mistake')).toMatchObject({ abuse: null });
    expect(await sayAbuse(then, id, true)).toMatchObject({ abuse: true, status: 'accepted' });
    expect(await closeCase(then, id, closing())).toMatchObject({ abuse: true });
    expect(await reopenCase(then, id, 'again')).toMatchObject({ abuse: true });
  });

  it('of a family that was not served yet says nothing of abuse during the service', async () => {
    const desk = await withKim();
    const id = await assigned(desk);
    await refusedWhole(desk, () => sayAbuse(at(desk, tuesday), id, true), rule('not_accepted_yet'));
  });

  it('is taken back while there is a place and nobody was followed up', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    await refusedWhole(desk, () => reopenCase(then, id, 'x'), rule('case_not_closed'));
    await closeCase(then, id, closing());
    const open = await reopenCase(then, id, 'by mistake');
    expect(open).toMatchObject({ status: 'accepted', closedOn: null, intact: null, children: [] });
    expect(await statusOf(then, id)).toBe('accepted');
    await closeCase(then, id, closing());
    for (const _ of [1, 2]) await assigned(then);
    await refusedWhole(desk, () => reopenCase(then, id, 'by mistake'), rule('no_opening'));
    const later = at(desk, '2027-02-10T16:00:00Z');
    await followUp(later, id, followed({ reached: false, abuse: null, placed: null }));
    await refusedWhole(desk, () => reopenCase(later, id, 'by mistake'), rule('followed_up'));
  });
});

describe('a follow-up', () => {
  const closed = async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    await closeCase(at(desk, november), id, closing());
    return { desk, id };
  };

  it('has its time, its months, and is made once', async () => {
    const { desk, id } = await closed();
    const early = { on: day('2027-02-09') };
    const then = at(desk, '2027-02-10T16:00:00Z');
    const make = (more: Partial<CaseFollowUp>) => () => followUp(then, id, followed(more));
    await refusedWhole(desk, make(early), rule('too_early'));
    await refusedWhole(desk, make({ on: day('2027-02-11') }), invalid('bad_date'));
    await refusedWhole(desk, make({ months: 4 }), invalid('no_such_follow_up'));
    await refusedWhole(desk, make({ placed: true, placedOn: day('2026-11-09') }), invalid('bad_date'));
    await make({})();
    await refusedWhole(desk, make({}), rule('followed_already'));
  });

  it('that reached nobody is no success, and can be made again', async () => {
    const { desk, id } = await closed();
    const then = at(desk, '2027-02-10T16:00:00Z');
    const tried = await followUp(then, id, followed({ reached: false, abuse: false, placed: false }));
    expect(tried.followUps).toMatchObject([{ reached: false, abuse: null, placed: null }]);
    expect(stayedSafe(tried.followUps[0]!)).toBeNull();
    const reached = await followUp(then, id, followed({}));
    expect(reached.followUps.map(stayedSafe)).toEqual([true]);
  });

  it.each([
    ['abuse', {}, 'no_longer_so'],
    ['placed', { abuse: true }, 'no_longer_so'],
    ['none', { abuse: true, placed: true }, null],
  ])('asks since the closing: what had happened has (%s)', async (_, more, expected) => {
    const { desk, id } = await closed();
    const later = at(desk, '2027-06-10T16:00:00Z');
    await followUp(later, id, followed({ abuse: true, placed: true }));
    const again = () => followUp(later, id, followed({ months: 6, on: day('2027-05-12'), ...more }));
    if (expected) await refusedWhole(desk, again, rule(expected));
    else expect((await again()).followUps).toHaveLength(2);
  });

  it('kept late can’t tell of what had not happened on a later day', async () => {
    const { desk, id } = await closed();
    const later = at(desk, '2027-06-10T16:00:00Z');
    await followUp(later, id, followed({ months: 6, on: day('2027-05-12') }));
    const late = (on: string) => () => followUp(later, id, followed({ abuse: true, on: day(on) }));
    await refusedWhole(desk, late('2027-02-10'), rule('no_longer_so'));
    expect((await late('2027-06-01')()).followUps).toHaveLength(2);
  });

  it.each([
    [{ abuse: true }, false],
    [{ placed: true }, false],
    [{}, true],
    [{ reached: false }, null],
  ])('with %o is a success: %s', (more, success) => {
    expect(stayedSafe(followed(more))).toBe(success);
  });

  it('is refused before the case is closed', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const make = () => followUp(at(desk, '2027-02-10T16:00:00Z'), id, followed({}));
    await refusedWhole(desk, make, rule('case_not_closed'));
  });
});

describe('undo', () => {
  const lastUndone = async (desk: Desk) => {
    const { entry } = await considerUndo(desk, null);
    await undo(desk, entry.action, null);
  };

  it('takes every step of a case back, one after the other', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    const states = [await caseFile(then, id)];
    const steps: (() => Promise<unknown>)[] = [
      () => setGoal(then, id, { goal: 'a', measure: 'b', setOn: day('2026-10-07') }),
      () => sayGoal(then, id, { number: 1, met: true, on: day('2026-10-08') }),
      () => keepHours(then, id, { on: day('2026-10-07'), kind: 'other', minutes: 30, note: null }),
      () => keepStaffing(then, id, { on: day('2026-10-07'), who: ['other'], nextOn: null, note: null }),
      () => noteEvent(then, id, { kind: 'placed', on: day('2026-10-07'), note: null }),
      () => dealWithEvents(then, id, { on: day('2026-10-08'), how: 'back home' }),
      () => extendService(then, id, { until: day('2026-12-01'), approvedBy: 'Lee', reason: 'x' }),
      () => closeCase(then, id, closing()),
      () => reopenCase(then, id, 'by mistake'),
      () => closeCase(then, id, closing()),
      () => followUp(at(desk, '2027-02-10T16:00:00Z'), id, followed({})),
    ];
    for (const step of steps) {
      await step();
      states.push(await caseFile(then, id));
    }
    for (const state of states.slice(0, -1).reverse()) {
      await lastUndone(then);
      expect(await caseFile(then, id)).toEqual(state);
    }
    expect(await statusOf(then, id)).toBe('accepted');
  });

  it('gives a family that was not accepted back to its specialist, and one that was handed on to the first', async () => {
    const desk = await withKim();
    const id = await assigned(desk);
    const before = await caseFile(desk, id);
    await specialist(desk, 'lee');
    await transferCase(desk, id, { to: code('lee'), reason: 'knows the family' });
    await lastUndone(desk);
    expect(await caseFile(desk, id)).toEqual(before);
    await declineCase(desk, id, { code: 'safety_not_assured', note: null, screeningMinutes: 60 });
    await lastUndone(desk);
    expect(await caseFile(desk, id)).toEqual(before);
    expect(await statusOf(desk, id)).toBe('assigned');
    expect((await dossier(desk, before.referral)).denials).toEqual([]);
  });

  it('of an acceptance is refused while hours rest on it, and of a closing while its place is taken', async () => {
    const desk = await withKim();
    const id = await accepted(desk);
    const then = at(desk, november);
    const acceptance = (await considerUndo(then, null)).entry.action;
    await keepHours(then, id, { on: day('2026-10-07'), kind: 'other', minutes: 30, note: null });
    await refusedWhole(desk, () => undo(then, acceptance, null), rule('later_work'));
    await closeCase(then, id, closing());
    const closed = (await considerUndo(then, null)).entry.action;
    for (const _ of [1, 2]) await assigned(then);
    await refusedWhole(desk, () => undo(then, closed, null), rule('later_work'));
  });
});

describe('a case is named', () => {
  it('by its number, its referral, or a name of the family', async () => {
    const desk = await withKim();
    const id = await assigned(desk);
    const { referral, family } = await caseFile(desk, id);
    for (const what of ['1', 'c26-1', 'C26-0001', referral, family!])
      expect(await resolveCase(desk, what)).toBe(id);
    const none = { kind: 'not_found', code: 'no_such_case' };
    expect(await refusal(() => resolveCase(desk, '9'))).toEqual(none);
    expect(await refusal(async () => resolveCase(desk, await eligible(desk)))).toEqual(none);
  });

  it('and listed by the agency of its specialist', async () => {
    const desk = await office();
    await specialist(desk, 'kim', { agency: 'Sample House' });
    const id = await assigned(desk);
    expect((await cases(desk, { agency: 'house' })).map((one) => one.id)).toEqual([id]);
    expect(await cases(desk, { agency: 'example' })).toEqual([]);
  });
});

/** A program of nobody's, from a file of its own: other places, hours, weeks and months than any other. */
function fictional(): string {
  const programs = join(folder(), 'programs');
  cpSync(join(process.cwd(), 'data', 'programs'), programs, { recursive: true });
  const ifrs = JSON.parse(readFileSync(join(programs, 'ifrs.json'), 'utf8'));
  const number = (value: number, unit: string) => ({ value, unit, means: 'made up,', source: 'nowhere' });
  const { followUp1: _1, followUp2: _2, followUp3: _3, followUp4: _4, ...numbers } = ifrs.numbers;
  const changed = {
    placesPerSpecialist: number(1, 'open cases'),
    seeFamilyWithin: number(2, 'hours'),
    servicePeriodAtMost: number(10, 'days'),
    serviceEndsSoon: number(3, 'days'),
    usuallyHomeWithin: number(4, 'days'),
    followUp1: number(2, 'months'),
    followUp2: number(9, 'months'),
  };
  const criteria = ifrs.criteria.filter(({ id }: { id: string }) => id !== 'site');
  const program = { ...ifrs, code: 'FICT', name: 'Fictional Program', criteria };
  writeFileSync(
    join(programs, 'fict.json'),
    JSON.stringify({ ...program, numbers: { ...numbers, ...changed } }),
  );
  return programs;
}

it('a third program goes the whole way by its data file alone', async () => {
  const desk = { ...(await office()), programs: readPrograms(fictional()) };
  await specialist(desk, 'fay', { program: 'FICT' });
  const id = await assigned(desk, 'FICT');
  const kinds = async (now: string) =>
    (await dueNow(at(desk, now))).filter((due) => due.id === id).map(({ kind, overdue }) => [kind, overdue]);
  expect(await openings(desk)).toBe(0);
  expect(await kinds('2026-10-05T16:00:00Z')).toEqual([['see_family', true]]);
  await seeFamily(at(desk, '2026-10-05T16:00:00Z'), id, { at: monday, late: null });
  expect(await acceptCase(desk, id, { on: null, until: null })).toMatchObject({ endsOn: '2026-10-15' });
  await noteEvent(desk, id, { kind: 'visit', on: day('2026-10-05'), note: null });
  expect(await kinds('2026-10-10T14:00:00Z')).toEqual([['child_home', false]]);
  const then = at(desk, '2026-10-10T14:00:00Z');
  await noteEvent(then, id, { kind: 'home', on: day('2026-10-09'), note: null });
  expect(await kinds('2026-10-12T14:00:00Z')).toEqual([['service_ends', false]]);
  expect(await kinds('2026-10-16T14:00:00Z')).toEqual([['service_ends', true]]);
  await closeCase(at(desk, '2026-10-16T14:00:00Z'), id, closing({ on: day('2026-10-15') }));
  expect(await openings(desk)).toBe(1);
  expect(await kinds('2026-12-14T14:00:00Z')).toEqual([]);
  expect(await kinds('2026-12-15T14:00:00Z')).toEqual([['case_follow_up', false]]);
  for (const [months, on] of [
    [2, '2026-12-15'],
    [9, '2027-07-15'],
  ] as const)
    await followUp(at(desk, `${on}T14:00:00Z`), id, followed({ months, on: day(on) }));
  expect(await kinds('2031-01-01T14:00:00Z')).toEqual([]);
});
