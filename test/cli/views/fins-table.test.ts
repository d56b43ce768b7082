import { describe, expect, it } from 'vitest';
import { finsColumns } from '../../../src/cli/views/fins-table.ts';
import type { Look } from '../../../src/cli/views/look.ts';
import type { FinsLine } from '../../../src/desk/fins-list.ts';
import type { Instant } from '../../../src/rules/time.ts';
import { plainLook } from './samples.ts';

const shown = (codes: string[], look: Look): string => {
  const wording = { now: '2026-10-05T14:00:00Z' as Instant, zone: 'America/Chicago' };
  const column = finsColumns(look, wording as Parameters<typeof finsColumns>[1]).find(
    ({ title }) => title === 'Could serve',
  );
  return column!.of({ couldBeServedBy: codes } as unknown as FinsLine);
};

describe('who could serve a family', () => {
  it.each([
    [[], 'nobody'],
    [['kim'], 'kim'],
    [['kim', 'lee', 'ana'], 'kim, lee, ana'],
    [['kim', 'lee', 'ana', 'bo'], 'kim, lee +2'],
    [['kim', 'lee', 'ana', 'bo', 'cy'], 'kim, lee +3'],
  ])('of %j is shown as %j', (codes, text) => {
    expect(shown(codes, plainLook(100))).toBe(text);
  });

  it('is told in full on paper and on an accessible screen', () => {
    expect(shown(['kim', 'lee', 'ana', 'bo'], plainLook(Number.POSITIVE_INFINITY))).toBe('kim, lee, ana, bo');
  });
});
