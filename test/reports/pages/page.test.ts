import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../src/reports/pages/page.ts';
import type { Report } from '../../../src/reports/report.ts';
import { expectSamePage } from '../held.ts';
import { everyKind } from './every-kind.ts';
import { all, facts, pageOf, textOf } from './read-page.ts';

const document = pageOf(everyKind);

describe('a page', () => {
  it('shows every figure, to the digit as scripts get it', () => expectSamePage(everyKind));

  it('says first what the report says first', () => {
    const [first] = all('section', document);
    expect(textOf(first!).replaceAll('\u00a0', ' ')).toBe(
      'In short1,601 referrals of 2,328 were accepted (68.8 %).29.8 % were not: mostly there was no opening, or safety could not be assured.',
    );
  });

  it('runs nothing and asks the network for nothing', () => {
    const page = reportPage(everyKind, facts);
    const names = new Set(all('*', document).flatMap(({ name, attribs }) => [name, ...Object.keys(attribs)]));
    for (const name of [
      'script',
      'iframe',
      'object',
      'img',
      'image',
      'foreignobject',
      'src',
      'srcset',
      'xlink:href',
    ])
      expect(names).not.toContain(name);
    expect([...names].filter((name) => name.startsWith('on'))).toEqual([]);
    const links = all('*', document).flatMap(({ attribs }) => attribs.href ?? []);
    expect(links.filter((link) => !/^#s-[\w-]+$|^data:,$/.test(link))).toEqual([]);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  it('has each id once, and names nothing that isn’t there', () => {
    const elements = all('*', document);
    const ids = elements.flatMap(({ attribs }) => attribs.id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const named = elements.flatMap(({ attribs }) => [
      ...(attribs['aria-labelledby']?.split(' ') ?? []),
      ...(attribs.href?.startsWith('#') ? [attribs.href.slice(1)] : []),
      ...Object.values(attribs).flatMap((value) =>
        [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!),
      ),
    ]);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is the same each time that it is made', () =>
    expect(reportPage(everyKind, facts)).toBe(reportPage(everyKind, facts)));

  it('tells why a figure is not given out under each table that lacks one', () => {
    const lacking = everyKind.sections.filter(({ rows }) =>
      rows.some(({ figures }) => figures.some((figure) => figure?.kind === 'hidden')),
    );
    const told = all('section', document).filter((section) => textOf(section).includes('* Not given out'));
    expect(told).toHaveLength(lacking.length);
  });

  it('does not draw the interval of a figure that is not given out', () => {
    const section = everyKind.sections.find(({ id }) => id === 'targets')!;
    const only = {
      ...everyKind,
      sections: [{ ...section, rows: section.rows.filter(({ id }) => id === 'few') }],
    };
    expect(all('svg', pageOf(only))).toHaveLength(0);
  });

  it('tells who made it only where that is to be told', () => {
    expect(reportPage(everyKind, facts)).toContain('by Pat Example');
    expect(reportPage(everyKind, { ...facts, who: null })).not.toContain('Pat Example');
  });
});

/** Every text of a report that could come from records, made hostile. */
function hostile(text: string): Report {
  const retitled = <T extends { title: string }>(one: T): T => ({ ...one, title: text });
  return {
    ...everyKind,
    title: text,
    headline: [{ parts: [text] }],
    notes: [text],
    sections: everyKind.sections.map((section) => ({
      ...retitled(section),
      counts: text,
      columns: section.columns.map(retitled),
      rows: section.rows.map((row) => ({
        ...retitled(row),
        figures: row.figures.map((figure) =>
          figure?.kind === 'words' ? { kind: 'words', words: text } : figure,
        ),
      })),
      ...(section.chart
        ? {
            chart: {
              ...section.chart,
              says: text,
              axes: { x: text, y: text },
              ...(section.chart.mark ? { mark: { ...section.chart.mark, says: text } } : {}),
              ...(section.chart.target ? { target: { ...section.chart.target, title: text } } : {}),
            },
          }
        : {}),
    })),
  };
}

describe('text that came from elsewhere', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></svg></table><script>1</script>',
    '<![CDATA[ ]]> <!-- -- --> &lt; &amp; &#0;',
    '{a|rich} {b} {c} $d %s',
    'class="x" ecmeta_y="1" zr0-c0 <style>*{display:none}</style>',
    'x'.repeat(300),
    '家族 Ünïcödé العائلة 👩‍👩‍👧',
  ])('is text: %s', (text) => {
    const page = pageOf(hostile(text));
    const names = new Set(all('*', page).map(({ name }) => name));
    expect([...names].filter((name) => ['script', 'img'].includes(name))).toEqual([]);
    expect(
      all('*', page).flatMap(({ attribs }) => Object.keys(attribs).filter((key) => key.startsWith('on'))),
    ).toEqual([]);
    expect(all('style', page)).toHaveLength(1);
    expect(all('h1', page).map(textOf)).toEqual([text]);
    expect(all('h2', page).map(textOf).slice(2, -1)).toEqual(everyKind.sections.map(() => text));
    expect(new Set(all('figcaption', page).map(textOf))).toEqual(new Set([text]));
    // Broken over lines or not, each sign of it is drawn.
    const bare = (one: string) => one.replace(/\s/g, '');
    const [drawn] = all('svg', page).map((svg) => bare(all('text', svg.children).map(textOf).join('')));
    expect(drawn).toContain(bare(text));
  });
});
