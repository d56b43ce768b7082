import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/cli/views/look.ts';
import { makeLook } from '../../../src/cli/views/look.ts';
import { spoken } from '../../../src/cli/views/spoken.ts';

const lookOf = (env: Record<string, string>): Look =>
  makeLook({ env, stream: {}, flags: {}, platform: 'linux' });
const narrow = lookOf({ IIS_WIDTH: '40' });

describe('what is said on a terminal', () => {
  it('is broken between words, under its own beginning', () => {
    expect(spoken('  - Place it past the plan: iis match R26-0017 --specialist CODE', narrow, true)).toBe(
      '  - Place it past the plan: iis match\n    R26-0017 --specialist CODE',
    );
  });

  it('keeps a word that is wider than the line, so that it can be copied', () => {
    const path = `/home/${'long/'.repeat(10)}iis.db`;
    expect(spoken(`There is no database at ${path}.`, narrow, true)).toBe(
      `There is no database at\n${path}.`,
    );
  });

  it('stays as it is where it fits, in a pipe, and for a screen reader', () => {
    const long = 'word '.repeat(20).trim();
    expect(spoken('Left as  it was.\n', narrow, true)).toBe('Left as  it was.\n');
    expect(spoken(long, narrow, false)).toBe(long);
    expect(spoken(long, lookOf({ IIS_WIDTH: '40', ACCESSIBLE: '1' }), true)).toBe(long);
  });
});
