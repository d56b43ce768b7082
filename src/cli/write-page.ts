import { loadPage } from '../reports/pages/load-page.ts';
import type { PageFacts } from '../reports/pages/page.ts';
import type { Report } from '../reports/report.ts';
import { writeOutFile } from './out-file.ts';
import type { Session } from './session.ts';
import { masked } from './views/masked.ts';
import { screenSafe } from './views/safe-text.ts';

/**
 * Writes a report as a page to look at, whole or not at all, and returns what to say of it. Refuses a file that is there
 * already, but for --yes. With --private it shows no more than the screen would.
 */
export async function writePage(
  session: Session,
  file: string,
  report: Report,
  facts: PageFacts,
): Promise<string> {
  const seen = session.flags.private ? (masked(report) as Report) : report;
  await writeOutFile(file, { replace: session.flags.yes === true }, async (put) => {
    const { reportPage } = await loadPage();
    await put(reportPage(screenSafe(seen), screenSafe(facts)));
  });
  return `Written: ${file}. It opens in any browser, without the network.`;
}
