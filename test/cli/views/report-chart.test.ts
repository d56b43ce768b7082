import { describe, expect, it } from 'vitest';
import { makeLook } from '../../../src/cli/views/look.ts';
import { reportView } from '../../../src/cli/views/report.ts';
import { drawnChart } from '../../../src/cli/views/report-chart.ts';
import { displayWidth } from '../../../src/cli/views/width.ts';
import { figuresOf } from '../../../src/reports/in-words.ts';
import type { Section } from '../../../src/reports/report.ts';
import type { Zone } from '../../../src/rules/time.ts';
import { everyKind } from '../../reports/pages/every-kind.ts';

const look = (env: Record<string, string> = {}, platform = 'linux') =>
  makeLook({ env, stream: {}, flags: {}, platform });
const figures = figuresOf(everyKind);
const section = (id: string): Section => everyKind.sections.find((one) => one.id === id)!;
const drawn = (id: string, room: number, at = look()) => drawnChart(section(id), figures, at, room);

describe('a chart in the terminal', () => {
  it('is a bar a row, to an eighth of a column', () => {
    expect(drawn('outcome', 20)).toEqual({
      bars: ['█'.repeat(20), `${'█'.repeat(13)}▊`, `${'█'.repeat(5)}▉`, '▎'],
      lines: [],
    });
    expect(drawn('outcome', 20, look({ TERM: 'linux' })).bars).toEqual([
      '#'.repeat(20),
      '#'.repeat(14),
      '#'.repeat(6),
      '',
    ]);
  });

  it('takes no more than the room that there is, and none where that is little', () => {
    expect(drawn('outcome', 8).bars?.[0]).toBe('████████');
    expect(drawn('outcome', 7)).toEqual({ bars: null, lines: [] });
  });

  it('has the level to reach across each bar, and says what it is', () => {
    const { bars, lines } = drawn('targets', 20);
    // 93.9, 81.3 and 75.6 of 93.9 at 20 columns, and 90, 85 and 80.
    expect(bars).toEqual([`${'█'.repeat(19)}│`, `${'█'.repeat(17)}▎│`, `${'█'.repeat(16)} │`, '']);
    expect(lines).toEqual(['│ Target of the contract']);
  });

  it('is a line of signs for each of several columns over months, on one scale; what is hidden is a gap', () => {
    const { bars, lines } = drawn('trend', 40);
    expect(bars).toBeNull();
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Accepted {26}[▁-█]{12}$/);
    expect(lines[1]).toMatch(/^Not accepted: no opening {10}▁▁▂▂▁ ▂▂▁▁▁▁$/);
    expect(drawn('trend', 40, look({ TERM: 'linux' }))).toEqual({ bars: null, lines: [] });
  });

  it('leaves out the sum of many bars', () => {
    const counties = section('circuits');
    const withSum: Section = {
      ...counties,
      rows: [
        { id: 'all', title: 'All', figures: [{ kind: 'count', value: 3000 }, null] },
        ...counties.rows.map((row) => ({ ...row, level: 1 as const })),
      ],
    };
    const { bars } = drawnChart(withSum, figures, look(), 20);
    expect(bars![0]).toBe('');
    expect(bars!.map(displayWidth)).toContain(20);
  });

  it('is nothing on an accessible screen, nor where all is nothing', () => {
    for (const { id } of everyKind.sections)
      expect(drawn(id, 20, look({ IIS_ACCESSIBLE: '1' }))).toEqual({ bars: null, lines: [] });
    expect(drawn('nothing', 20)).toEqual({ bars: null, lines: [] });
  });

  it.each([40, 60, 80, 120])('is within %i columns with its table', (width) => {
    const screen = reportView(everyKind, look({ IIS_WIDTH: String(width) }), 'America/Chicago' as Zone);
    expect(Math.max(...screen.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('draws nothing in words: an accessible screen has neither bars nor strokes', () => {
    const screen = reportView(everyKind, look({ IIS_ACCESSIBLE: '1' }), 'America/Chicago' as Zone);
    expect(screen).not.toMatch(/[█▁-▏│─#]/);
    expect(screen).not.toMatch(/^: /m);
  });
});
