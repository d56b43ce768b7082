import { beforeAll, describe, expect, it } from 'vitest';
import { type Due, dueKinds } from '../../src/rules/due.ts';
import { topicOf } from '../../src/rules/why/explanation.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import { busyOffice } from '../busy-office.ts';
import { code } from '../office.ts';
import { newOffice, type Office } from './program.ts';

let program: Office;
let busy: Awaited<ReturnType<typeof busyOffice>>;
beforeAll(async () => {
  program = newOffice();
  busy = await busyOffice();
  // The first command makes what families are found by, and says so.
  await program.run(['today', '--db', busy.file]);
});

const shown = async (...words: string[]) => {
  const { stdout, stderr, exit } = await program.run([...words, '--db', busy.file], {
    env: { IIS_NOW: busy.now, IIS_WIDTH: '200' },
  });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout;
};

/** What `iis why` tells of something without being told what about. */
const topicsOf = async (...what: string[]) =>
  (JSON.parse(await shown('why', ...what, '--json')) as { about: string; answer: string; rule: string }[])
    .filter(({ answer, rule }) => answer !== '' && rule !== '')
    .map(({ about }) => about);

describe('iis why explains everything that can be due', () => {
  it('everything that can be due is', () => {
    expect([...new Set(busy.due.map(({ kind }) => kind))].sort()).toEqual([...dueKinds].sort());
  });

  it('the follow-up of a closed case also where it is asked for by the other name', async () => {
    const { id } = busy.due.find(({ kind }: Due) => kind === 'case_follow_up')!;
    expect(await topicsOf(...id.split(' '), 'follow_up')).toEqual(['after']);
  });

  it.each(dueKinds)('%s, by the number that the sheet shows', async (kind) => {
    const { id } = busy.due.find((due: Due) => due.kind === kind)!;
    const expected = topicOf[kind] ?? /^(fund|draft|training)/.exec(kind)?.[0] ?? 'tapa';
    expect(await topicsOf(...id.split(' '))).toContain(expected);
  });
});

type Named = keyof Awaited<ReturnType<typeof busyOffice>>['referrals'];

/** What stands on a screen and may make somebody ask why: the screen, the words there, whose they are, the topic. */
const flags: [screen: string, words: RegExp, whose: Named, topic: string][] = [
  ['referral list', /FINS/, 'listed', 'review'],
  ['referral list', /FCS offered/, 'offered', 'fcs'],
  ['referral list', /due Thu Nov 19/, 'received', 'contact'],
  ['referral list', /denial missing|missing/, 'denied', 'faces'],
  ['referral list', /county/, 'lacking', 'match'],
  ['referral list', /not eligible/, 'denied', 'eligible'],
  ['referral list', /assigned, kim/, 'placed', 'match'],
  ['list fins', /OVERDUE/, 'listed', 'review'],
  ['list fins', /nobody/, 'listed', 'match'],
  ['referral show', /Safety concern/, 'asking', 'safety'],
  ['referral show', /obligatory/, 'asking', 'tapa'],
  ['referral show', /Before matching/, 'lacking', 'match'],
  ['referral show', /Follow up/, 'unwilling', 'follow_up'],
  ['referral show', /assigned Oct 7/, 'placed', 'service'],
  ['referral show', /Priority/, 'placeable', 'rank'],
];

describe('iis why explains what other screens show', () => {
  it.each(flags)('%s: %s of the %s one', async (screenName, words, whose, topic) => {
    const id: ReferralNumber = busy.referrals[whose];
    const screenOf = await shown(...screenName.split(' '), ...(screenName.endsWith('show') ? [id] : []));
    const about = screenName.endsWith('show')
      ? screenOf
      : screenOf.split('\n').find((line) => line.startsWith(id));
    expect(about).toMatch(words);
    expect(await topicsOf(id)).toContain(topic);
  });

  it('openings and leave of a specialist', async () => {
    expect(await shown('list', 'openings')).toMatch(/on leave until/);
    for (const who of ['kim', 'lee']) expect(await topicsOf(code(who))).toEqual(['openings']);
  });
});
