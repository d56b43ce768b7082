import { describe, expect, it } from 'vitest';
import {
  type AvailableSpecialist,
  canServe,
  couldServeNow,
  openingsOf,
  type WaitingFamily,
} from '../../src/rules/matching.ts';
import { at, day, family, specialist } from './matching-made.ts';

type Case = [string, Partial<WaitingFamily>, Partial<AvailableSpecialist>, boolean];

describe('who can serve whom', () => {
  it.each<Case>([
    ['an ordinary family', {}, {}, true],
    ['another program', { program: 'IFRS' }, {}, false],
    ['another circuit', { circuit: 19 }, {}, false],
    ['one of two circuits', { circuit: 19 }, { circuits: [13, 19] }, true],
    ['nobody without a circuit', {}, { circuits: [] }, false],
    ['the county among some', {}, { counties: ['Callaway', 'Boone'] }, true],
    ['the county not among some', {}, { counties: ['Callaway'] }, false],
    ['English with a specialist who lists only Spanish', { language: 'en' }, { languages: ['es'] }, true],
    ['nothing said about language', { language: null }, { languages: [] }, true],
    ['a language spoken', { language: 'es' }, { languages: ['en', 'es'] }, true],
    ['a language not spoken', { language: 'es' }, { languages: ['en', 'vi'] }, false],
    ['an interpreter arranged', { language: 'es', interpreterArranged: true }, {}, true],
    ['abuse, which all take', { situation: 'abuse' }, {}, true],
    ['a status offense, which all take', { situation: 'status_offense' }, {}, true],
    ['no situation known', { situation: null }, {}, true],
    ['delinquency not taken', { situation: 'delinquency' }, {}, false],
    ['delinquency taken', { situation: 'delinquency' }, { takes: ['delinquency'] }, true],
    [
      'the other local situation taken',
      { situation: 'delinquency' },
      { takes: ['severe_emotional_disturbance'] },
      false,
    ],
    [
      'severe emotional disturbance taken',
      { situation: 'severe_emotional_disturbance' },
      { takes: ['severe_emotional_disturbance'] },
      true,
    ],
    ['a full specialist: fitness is not an opening', {}, { openCases: 2 }, true],
    ['a specialist on leave: fitness is not presence', {}, { onLeaveUntil: day('2026-10-09') }, true],
  ])('%s', (_, asked, offered, fits) => {
    expect(canServe(family(1, asked), specialist('kim', offered))).toBe(fits);
  });
});

describe('openings', () => {
  it.each<[Partial<AvailableSpecialist>, number]>([
    [{ places: 2, openCases: 0 }, 2],
    [{ places: 2, openCases: 1 }, 1],
    [{ places: 2, openCases: 2 }, 0],
    [{ places: 2, openCases: 3 }, 0],
    [{ places: 3, openCases: 2 }, 1],
    [{ places: 2, openCases: 0, onLeaveUntil: day('2026-10-09') }, 0],
  ])('%o leaves %i', (given, openings) => {
    expect(openingsOf(specialist('kim', given))).toBe(openings);
  });
});

describe('who could serve a family now', () => {
  it('lists those with an opening: fewer cases first, then who never had one, then idle longest, then the code', () => {
    const team = [
      specialist('busy', { openCases: 1, idleSince: null }),
      specialist('zoe', { idleSince: at('2026-09-01T12:00:00Z') }),
      specialist('abe', { idleSince: at('2026-09-01T12:00:00Z') }),
      specialist('early', { idleSince: at('2026-08-31T12:00:00Z') }),
      specialist('never', { idleSince: null }),
      specialist('full', { openCases: 2 }),
      specialist('away', { onLeaveUntil: day('2026-10-09') }),
      specialist('elsewhere', { circuits: [19] }),
    ];
    const codes = couldServeNow(family(1), team).map(({ code }) => code);
    expect(codes).toEqual(['never', 'early', 'abe', 'zoe', 'busy']);
  });
});
