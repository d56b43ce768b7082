import { reasonInWords } from '../../rules/reasons.ts';
import type { ReportDesk } from '../desk.ts';
import { count, share } from '../figures.ts';
import { cell, type Mention, type ReportRow, type Sentence } from '../report.ts';
import { type Built, referralsIn } from './by-answer.ts';
import type { YearTally } from './tally.ts';

const at = (row: string, column = 'referrals') => cell('reasons', row, column);

interface ClassOf {
  id: string;
  title: string;
  reasons: { code: string; title: string; n: number }[];
  n: number;
}

/** Why the referrals that were not accepted were not, in the classes of the book, the most frequent first. */
export function reasonSection({ all, reasons }: YearTally, { reasons: book }: ReportDesk): Built {
  const classes = classesOf(reasons, book);
  const total = referralsIn(all);
  const figures = (id: string, n: number) => [
    count(n),
    share(n, all.notAccepted, { part: at(id), of: at('all') }),
    all.notAccepted === 0 ? null : share(n, total, { part: at(id), of: 'outcome/all/referrals' }),
  ];
  const rows: ReportRow[] = [
    { id: 'all', title: 'Not accepted', figures: figures('all', all.notAccepted) },
    ...classes.flatMap(({ id, title, n, reasons }) => [
      { id, title, figures: figures(id, n) },
      ...reasons.map(({ code, title, n }) => ({
        id: code,
        title,
        level: 1 as const,
        figures: figures(code, n),
      })),
    ]),
  ];
  return {
    section: {
      id: 'reasons',
      title: 'Why families were not accepted',
      counts:
        'By the reason of the first denial. The first share is of the referrals that were not accepted, the second of all referrals of the year.',
      columns: [
        { id: 'referrals', title: 'Referrals' },
        { id: 'share', title: 'of not accepted' },
        { id: 'share_of_all', title: 'of all' },
      ],
      rows,
      bySize: true,
      chart: {
        kind: 'bars',
        of: ['referrals'],
        says: 'Referrals not accepted, by the reason of the first denial.',
      },
    },
    sums: [
      { whole: at('all'), parts: ['outcome/not_accepted/referrals'] },
      { whole: at('all'), parts: classes.map(({ id }) => at(id)) },
      ...classes.map(({ id, reasons }) => ({ whole: at(id), parts: reasons.map(({ code }) => at(code)) })),
    ],
  };
}

function classesOf(counts: ReadonlyMap<string, number>, book: ReportDesk['reasons']): ClassOf[] {
  const classOf = (code: string) => {
    const known = book.reasons.find((reason) => reason.code === code)?.class;
    return known !== undefined && known in book.classes ? known : 'other';
  };
  const groups = Object.entries(book.classes).map(([id, title]) => {
    const reasons = [...counts]
      .filter(([code]) => classOf(code) === id)
      .map(([code, n]) => ({ code, title: reasonInWords(book, code), n }))
      .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
    return { id: `class_${id}`, title, reasons, n: reasons.reduce((sum, { n }) => sum + n, 0) };
  });
  return groups.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
}

/** The three most frequent, as the state tells them [001]. */
export function reasonHeadline({ section }: Built): Sentence[] {
  const all = section.rows
    .filter(({ level }) => level === 1)
    .map(({ id, title, figures }) => ({ id, title, n: figures[0]?.kind === 'count' ? figures[0].value : 0 }))
    .sort((a, b) => b.n - a.n);
  const first = all.slice(0, 3);
  if (first.length === 0) return [];
  const parts = first.flatMap(({ id, title }, i): (string | Mention)[] => [
    i === 0 ? 'Of those not accepted, most often: ' : ', ',
    `${title.replace(/^[A-Z]/, (letter) => letter.toLowerCase())} (`,
    { at: at(id, 'share') },
    ')',
  ]);
  const largest = { first: first.map(({ id }) => at(id)), of: all.map(({ id }) => at(id)) };
  return [{ parts: [...parts, '.'], largest }];
}
