import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostBars } from '../../../src/reports/drawn-rows.ts';
import { figuresOf } from '../../../src/reports/in-words.ts';
import { plotOf } from '../../../src/reports/pages/charts/plot.ts';
import { reportPage } from '../../../src/reports/pages/page.ts';
import { type Report, reportIds } from '../../../src/reports/report.ts';
import { folder } from '../../office.ts';
import { chromiumPath, startChromium, whyNone } from './chromium.ts';
import { everyKind } from './every-kind.ts';
import { look } from './look.ts';
import { facts } from './read-page.ts';
import { realReports } from './real.ts';

/** Long words, such as the names of agencies and of addresses, in every title. */
const longWords: Report = {
  ...everyKind,
  title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft of Missouri',
  sections: everyKind.sections.map((section) => ({
    ...section,
    title: `${section.title} Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch`,
    columns: section.columns.map((column) => ({
      ...column,
      title: `${column.title} Schifffahrtsgesellschaft`,
    })),
    rows: section.rows.map((row) => ({
      ...row,
      title: `${row.title} Taumatawhakatangihangakoauauotamateaturipukaka`,
    })),
  })),
};

const reports = [
  { name: 'every kind of figure', report: everyKind },
  { name: 'long words', report: longWords },
];

/** Pages as a browser shows them. Where there is none, the tests say so and are left out. */
const where = chromiumPath === undefined ? `skipped, since ${whyNone}` : 'in Chromium';

describe.skipIf(chromiumPath === undefined)(`a page ${where}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  /** Opens the report as its file, and says what the browser asked for and complained of. */
  async function open(report: Report, width: number) {
    const file = join(folder(), 'report.html');
    writeFileSync(file, reportPage(report, facts));
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    return { page, asked, complaints, address: pathToFileURL(file).href };
  }

  const wellShown = async (page: Page, width: number, report: Report) => {
    const { text, charts, ...seen } = await look(page, 'lookAtPage');
    expect(seen).toEqual({ reaches: width, cut: [], overlapping: [], tiny: [] });
    expect(text).toContain(report.title);
    expect(charts).toBe(drawnCharts(report));
  };

  describe.each([1280, 400, 320])('%i pixels wide', (width) => {
    it.each(reports)('shows every text of $name whole and beside the others', async ({ report }) => {
      const { page, asked, complaints, address } = await open(report, width);
      await wellShown(page, width, report);
      expect({ asked, complaints }).toEqual({ asked: [address], complaints: [] });
      await page.close();
    });
  });

  describe.each([1280, 400])('%i pixels wide', (width) => {
    it('lets what is wider be moved, to its last column and by key', async () => {
      const { page } = await open(everyKind, width);
      const region = page.locator('.scroll').last();
      await region.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
      const hidden = await region.evaluate((one) => {
        one.scrollLeft = one.scrollWidth;
        const last = [...one.querySelectorAll('tr > :last-child')].map(
          (cell) => cell.getBoundingClientRect().right,
        );
        return last.filter((right) => right > one.getBoundingClientRect().right + 1);
      });
      expect(hidden).toEqual([]);
      await page.close();
    });

    it('has no fault that axe finds', async () => {
      const { page } = await open(everyKind, width);
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      expect(passes.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['color-contrast', 'svg-img-alt', 'heading-order', 'html-has-lang']),
      );
      await page.close();
    });
  });

  describe('of the reports of two made years', () => {
    let made: Awaited<ReturnType<typeof realReports>>;
    beforeAll(async () => {
      made = await realReports();
    });

    it.each([...reportIds, 'circuit'] as const)(
      'shows %s whole on a desk, on a phone and on paper',
      async (id) => {
        for (const width of [1280, 400]) {
          const { page, asked, complaints, address } = await open(made[id], width);
          await wellShown(page, width, made[id]);
          expect({ asked, complaints }).toEqual({ asked: [address], complaints: [] });
          await page.close();
        }
        const { page } = await open(made[id], 672);
        await page.emulateMedia({ media: 'print' });
        const { reaches, cut, overlapping } = await look(page, 'lookAtPage');
        expect({ reaches, cut, overlapping }).toEqual({ reaches: 672, cut: [], overlapping: [] });
        expect((await look(page, 'lookAtPaper')).highest).toBeLessThan(907);
        await page.close();
      },
    );
  });

  it('prints on Letter, with no chart or row cut and the titles of a table on each sheet', async () => {
    const { page } = await open(everyKind, 1280);
    const paper = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    const sizes = paper.getPages().map((sheet) => sheet.getSize());
    expect(new Set(sizes.map(({ width, height }) => `${width}×${height}`))).toEqual(new Set(['612×792']));
    expect(sizes.length).toBeGreaterThan(4);
    // A sheet within its margins, in pixels of 96 to the inch.
    await page.setViewportSize({ width: 672, height: 907 });
    await page.emulateMedia({ media: 'print' });
    const { cut, overlapping } = await look(page, 'lookAtPage');
    expect({ cut, overlapping }).toEqual({ cut: [], overlapping: [] });
    const { highest, ...found } = await look(page, 'lookAtPaper');
    expect(highest).toBeLessThan(907);
    expect(found).toEqual({ reaches: 672, mayBeCut: 0, heads: ['table-header-group'], navigation: ['none'] });
    await page.close();
  });

  it('is white paper with dark ink also where the reader’s screen is dark', async () => {
    const { page } = await open(everyKind, 1280);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await look(page, 'lookAtInk')).toEqual(['rgb(255, 255, 255)', 'rgb(26, 26, 26)']);
    await page.close();
  });

  it('runs no script, whatever gets into it', async () => {
    const file = join(folder(), 'hostile.html');
    const page = reportPage(everyKind, facts).replace(
      '</body>',
      '<script>document.title = "ran"</script><img src="https://example.org/x.png"></body>',
    );
    writeFileSync(file, page);
    const tab = await browser.newPage();
    const answered: string[] = [];
    tab.on('response', (response) => answered.push(response.url()));
    await tab.goto(pathToFileURL(file).href);
    expect(await tab.title()).toBe('A made year of every kind, SFY2021, circuits 13, 14');
    expect(answered).toEqual([pathToFileURL(file).href]);
    await tab.close();
  });
});

/** Charts that are pictures, and not bars in the table, of what has anything to draw. */
const drawnCharts = (report: Report): number =>
  report.sections.filter((section) => {
    const plot = plotOf(section, figuresOf(report));
    return plot !== null && !(plot.kind === 'bars' && plot.rows.length > mostBars);
  }).length;
