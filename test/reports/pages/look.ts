import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What is looked for in a page, in the words of `in-browser.js`. */
interface Looks {
  lookAtPage: {
    reaches: number;
    cut: string[];
    overlapping: string[];
    tiny: string[];
    text: string;
    charts: number;
  };
  lookAtPaper: { reaches: number; highest: number; mayBeCut: number; heads: string[]; navigation: string[] };
  lookAtInk: string[];
}

const source = readFileSync(join(import.meta.dirname, 'in-browser.js'), 'utf8');

/** Looks at a page in the browser. */
export const look = <Name extends keyof Looks>(page: Page, name: Name): Promise<Looks[Name]> =>
  page.evaluate(`(() => { ${source.replace(/^export .*$/m, '')}; return ${name}(); })()`);
