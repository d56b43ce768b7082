import * as z from 'zod';
import { reportIds } from '../../../reports/report.ts';
import { circuitNumber, count, day, instant, orNull, text } from './fields.ts';

const figure = z
  .union([z.number(), z.string(), z.tuple([z.number(), z.number()]), z.null()])
  .meta({ typeInWords: 'number, text, or the two ends of an interval' });

const row = z.strictObject({
  id: text.describe('which row it is; stays the same from release to release'),
  title: text.describe('what it is called on the screen'),
  level: z.union([z.literal(0), z.literal(1)]).describe('1 for a part of the row at 0 above it'),
  figures: z
    .record(z.string(), figure)
    .describe(
      'the figure of each column by its id; null where there is nothing to say, or where it is hidden',
    ),
  hidden: z.array(text).describe('the columns whose figure is hidden with `--public`'),
});

const section = z.strictObject({
  id: text.describe('which section it is; stays the same from release to release'),
  title: text.describe('what it is called on the screen'),
  counts: text.describe('how its figures count'),
  columns: z
    .array(z.strictObject({ id: text.describe('which column'), title: text.describe('its heading') }))
    .describe('the columns, in order'),
  rows: z.array(row).describe('the rows, in order'),
});

/** A report. */
export const report = z
  .strictObject({
    report: z.enum(reportIds).describe('which report it is'),
    title: text.describe('its title'),
    scope: z
      .strictObject({
        sfy: count.describe('the state fiscal year, by the year in which it ends'),
        from: day.describe('its first day'),
        before: day.describe('the first day after it'),
        circuits: orNull(z.array(circuitNumber), 'the circuits that it is about', 'it is about all of them'),
        program: orNull(text, 'the program that it is about', 'it is about all of them'),
      })
      .describe('what it is about'),
    madeAt: instant.describe('when it was made'),
    headline: z.array(text).describe('what it says in a sentence or two'),
    sections: z.array(section).describe('its tables, in order'),
    smallCells: orNull(
      count,
      'with `--public` counts of 1 to this many are hidden, and what would tell them',
      'nothing is hidden',
    ),
    notes: z.array(text).describe('what is to be known of all of it'),
  })
  .meta({ title: 'report' });
