import { describe, expect, it } from 'vitest';
import { makeLook } from '../../../src/cli/views/look.ts';
import { readable } from '../../../src/cli/views/readable.ts';

const look = (accessible: boolean) =>
  makeLook({ env: {}, stream: {}, flags: {}, platform: 'linux', accessible });

describe('text for an accessible screen', () => {
  it.each([
    ['R26-0001  Dana Sample  received', 'R26-0001, Dana Sample, received'],
    ['  R26-0001  Dana Sample  →  ben, place 1', '  R26-0001, Dana Sample → ben, place 1'],
    ['    a reason further in\n  - a dash', '    a reason further in\n  - a dash'],
    ['He is hungry.  He says so.', 'He is hungry. He says so.'],
    ['one space stays', 'one space stays'],
  ])('%j', (drawn, read) => {
    expect(readable(drawn, look(true))).toBe(read);
    expect(readable(drawn, look(false))).toBe(drawn);
  });
});
