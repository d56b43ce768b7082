import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { takeReferrals } from '../../src/desk/take-referral.ts';
import { readHere } from '../../src/forms/read-here.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import { doubtInWords, doubtsOf } from '../../src/rules/doubts.ts';
import { emptyIntake } from '../../src/rules/intake.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { office } from '../office.ts';
import { facts } from './filled-form.ts';
import { wordNamespace } from './hostile-files.ts';
import { mutatedFile } from './mutated.ts';
import { seedsOfAll } from './seeds.ts';

const all = await seedsOfAll();

/** The part of a Word document that holds its text, to be changed by itself: bytes changed in the archive seldom reach it. */
const parts = all.docx.seeds.map((seed) => unzipSync(seed)['word/document.xml']!);
const tags = [
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '</w:tc>',
  '<w:tr>',
  '<w:sdt>',
  '<w:t>',
  '&',
  ']]>',
  '<!DOCTYPE a>',
  '<w:fldChar>',
];
const contents = unzipSync(all.docx.seeds[0]!)['[Content_Types].xml']!;
const packed = (part: Uint8Array): Uint8Array =>
  zipSync({ '[Content_Types].xml': contents, 'word/document.xml': part }, { level: 0 });

/** How many of each; with 1,500 documents made of any elements they are 10,000. */
const counts = { text: 2000, json: 1500, csv: 1500, docx: 1000, parts: 500, mail: 1500, pdf: 500 };

const elements =
  'p r t tbl tr tc sdt sdtPr sdtContent showingPlcHdr checkBox checked default fldChar ffData br tab del rPr';
const written = fc.constantFrom(
  'Name',
  'Name:',
  'Child',
  'DOB',
  'Ann',
  '3/14/2015',
  'Reason',
  '☒ Yes',
  'Phone',
  ' ',
  'x',
);

/** The body of a Word document of any elements in any order, each closed. */
const anyBody = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 8, withCrossShrink: true },
    written.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`),
    fc
      .tuple(fc.constantFrom(...elements.split(' ')), fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, within]) => `<w:${name}>${within.join('')}</w:${name}>`),
  ),
})).node;

const files = {
  ...all,
  parts: { seeds: parts, pieces: tags },
};

/** A fault that our own code made, not a library that gave a damaged file up. */
const ownFault = (cause: unknown): string | null => {
  const [, at = ''] = (cause instanceof Error ? cause.stack : '')?.split(/\n\s+at /) ?? [];
  return /[\\/]src[\\/]/.test(at) ? String(cause) : null;
};

/** What a file gives, checked for sense; `null` where it is refused. Whatever else it throws is a crash. */
async function read(bytes: Uint8Array) {
  try {
    const file = await readHere(bytes, facts);
    expect(structuredClone(file)).toEqual(file);
    for (const reading of file.readings) {
      expect(Object.keys(reading.intake).sort()).toEqual(Object.keys(emptyIntake()).sort());
      for (const doubt of doubtsOf(reading)) expect(doubtInWords(doubt, reading.intake)).toMatch(/Check it/);
    }
    return file;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.facts.message).toMatch(/^[A-Z].+\.$/);
    expect(ownFault(error.cause)).toBeNull();
    return null;
  }
}

describe('a file that was changed anyhow', () => {
  it.each(Object.entries(counts))('is read or refused, never more: %s, %i times', async (kind, numRuns) => {
    const { seeds, pieces } = files[kind as keyof typeof files];
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(mutatedFile(seeds, pieces), async (bytes) => {
        if (await read(kind === 'parts' ? packed(bytes) : bytes)) taken += 1;
      }),
      { numRuns },
    );
    // Changes that always end at the door would try nothing. XML that was changed hardly ever holds together: what is
    // within is tried by the documents of any elements, below.
    if (kind !== 'parts') expect(taken).toBeGreaterThan(0);
  });

  it('is read or refused, never more: a document of any elements, 1500 times', async () => {
    const document = (body: string) => `<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`;
    const isRead = async (body: string) => {
      expect(await read(packed(strToU8(document(body))))).not.toBeNull();
    };
    await fc.assert(fc.asyncProperty(anyBody, isRead), { numRuns: 1500 });
  });

  it('is taken in whole or not at all', async () => {
    const desk = await office();
    const any = fc.oneof(...Object.values(all).map(({ seeds, pieces }) => mutatedFile(seeds, pieces)));
    const kept = () => look(desk, async (db) => (await listReferrals(db, {})).length);
    let before = await kept();
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const file = await read(bytes);
        const forms = (file?.readings ?? []).map((reading, i) => ({
          reading,
          channel: file!.channel,
          text: file!.texts[i]!,
          sameFamilyAs: null,
        }));
        const taken = await takeReferrals(desk, forms).catch((error) => {
          if (error instanceof Refusal) return [];
          throw error;
        });
        expect([0, forms.length]).toContain(taken.length);
        expect(await kept()).toBe(before + taken.length);
        before += taken.length;
      }),
      { numRuns: 150 },
    );
  });
});

it('the seeds are read as they are', async () => {
  for (const { seeds } of Object.values(all)) {
    for (const seed of seeds) expect((await read(seed))?.readings.length).toBeGreaterThan(0);
  }
  expect(await read(packed(strToU8('<w:document')))).toBeNull();
});
