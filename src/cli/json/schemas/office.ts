import * as z from 'zod';
import { circuitNumber, count, instant, localSituation, orNull, programCode, text } from './fields.ts';

const settings = z
  .strictObject({
    circuits: z.array(circuitNumber).describe('the circuits of this desk'),
    name: orNull(text, 'the gatekeeper’s name', 'it is not set'),
    initials: orNull(text, 'who acts, in the history', 'they are not set'),
    phone: orNull(text, 'the gatekeeper’s phone, for the form', 'it is not set'),
    email: orNull(text, 'the gatekeeper’s email, for the form', 'it is not set'),
    zone: text.describe('the time zone of the circuit'),
    take: z.array(localSituation).describe('the local situations that the circuit takes'),
    ifrsCircuits: z.array(circuitNumber).describe('the circuits in an IFRS service area'),
    accessible: z.boolean().describe('whether the screen is for a screen reader'),
    agencyFigures: z
      .array(text)
      .describe('who may see outcomes by agency, specialist and supervisor, by name or initials'),
    smallCells: count.describe('in a report for others counts of 1 to this many are hidden'),
  })
  .meta({ title: 'settings' });

/** `iis settings`. */
export const settingsShown = z.strictObject({ settings: settings.describe('the settings') });

/** `iis settings set`. */
export const settingsChanged = z.strictObject({
  settings: settings.describe('the settings as they are now'),
  before: settings.describe('the settings as they were'),
});

/** `iis form blank` and `iis form fill`. */
export const formWritten = z.strictObject({
  file: text.describe('the PDF that was written'),
  pages: count.describe('how many pages it has'),
  language: z.enum(['en', 'es']).describe('the language that it is in'),
  formVersion: text.describe('which form it is; the file has it in its hidden field formVersion'),
  referral: orNull(text, 'the referral that it was filled from', 'it is blank'),
  scriptsLacking: z
    .array(text)
    .describe('the scripts that its font cannot show; in the fields they are kept as they were written'),
});

/** `iis completion`. */
export const completion = z.strictObject({
  shell: z.enum(['bash', 'zsh', 'fish', 'powershell']).describe('the shell'),
  script: text.describe('what that shell is to read'),
});

const policyNumber = z.strictObject({
  id: text.describe('the number, as its file names it'),
  means: text.describe('what it means'),
  value: z.number().describe('the number'),
  unit: text.describe('of what'),
  source: text.describe('where it comes from, or “local default”'),
});

const fund = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        code: text.describe('the code, as --kind takes it'),
        words: text.describe('the same in words'),
        needsItem: z.boolean().describe('whether it must be said what exactly it is for'),
        source: text.describe('where it comes from'),
      }),
    )
    .describe('the kinds of expense'),
  numbers: z.array(policyNumber).describe('the numbers in force'),
  rules: z
    .array(z.strictObject({ words: text.describe('the rule'), source: text.describe('where it comes from') }))
    .describe('the rules in words'),
});

/** `iis policy`. */
export const policy = z.strictObject({
  programs: z
    .array(
      z.strictObject({
        code: programCode.describe('the program'),
        name: text.describe('its name'),
        summary: text.describe('what it is for'),
        criteria: z
          .array(
            z.strictObject({
              id: text.describe('the criterion, as --answers names it'),
              question: text.describe('the question'),
              source: text.describe('where it comes from'),
              denial: text.describe('the code that a no is counted under'),
              whenNo: text.describe('what is said when the answer is no'),
              whenUnknown: text.describe('what is still to ask when it is not known'),
            }),
          )
          .describe('the criteria in their order'),
        numbers: z.array(policyNumber).describe('the numbers in force'),
        suggest: orNull(
          z.strictObject({
            program: programCode.describe('the other program'),
            criterion: text.describe('the criterion whose no points there'),
            involvement: text.describe('the Division involvement that points there'),
            because: text.describe('why'),
          }),
          'when the facts point to another program',
          'they never do',
        ),
      }),
    )
    .describe('the programs'),
  reasons: z
    .array(
      z.strictObject({
        code: text.describe('the code, as --reason takes it'),
        words: text.describe('the same in words'),
        class: text.describe('its class'),
        effect: text.describe('what follows'),
        afterDays: orNull(count, 'after how many days', 'it is not a matter of days'),
        inFaces: z
          .boolean()
          .describe(
            'whether a referral that ended for it is to be in FACES; one that came twice is there already',
          ),
        uses: z
          .array(
            z.enum(['denial', 'fins_remove', 'withdraw', 'close', 'return', 'tapa', 'decline', 'case_close']),
          )
          .describe('where it can be given; empty: only the program gives it'),
        source: text.describe('where it comes from'),
        classInWords: text.describe('the class in words'),
        effectInWords: text.describe('the effect in words'),
      }),
    )
    .describe('the coded reasons'),
  fund: fund.describe('the crisis intervention fund'),
  figures: z
    .strictObject({
      numbers: z.array(policyNumber).describe('what figures go by'),
      known: z.array(policyNumber).describe('figures of earlier years that stand beside them; never targets'),
    })
    .describe('what reports go by'),
  followedForDays: count.describe('for how many days what follows from a reason stays due'),
  sources: z
    .array(
      z.strictObject({
        number: text.describe('the number in brackets'),
        title: text.describe('the document'),
      }),
    )
    .describe('the documents that all of it rests on'),
});

/** `iis circuits`. */
export const circuits = z.array(
  z.strictObject({
    circuit: circuitNumber.describe('its number'),
    counties: z.array(text).describe('its counties'),
  }),
);

/** `iis demo`. */
export const demo = z.strictObject({
  database: text.describe('the file of the demo’s own database'),
  steps: z
    .array(
      z.strictObject({
        command: text.describe('a command that was run'),
        exit: count.describe('its exit code'),
      }),
    )
    .describe('every command of the demo'),
});

const image = z.record(z.string(), z.unknown());

const changes = z.array(
  z.strictObject({
    table: text.describe('of which table'),
    row: count.describe('which row'),
    before: orNull(image, 'the row as it was', 'it was not there'),
    after: orNull(image, 'the row as it became', 'it is gone'),
  }),
);

/** `iis history`. */
export const history = z.array(
  z.strictObject({
    action: count.describe('its number'),
    at: instant.describe('when'),
    who: text.describe('who'),
    command: text.describe('by which command'),
    note: orNull(text, 'why', 'nothing was noted'),
    clockWasSet: z.boolean().describe('whether IIS_NOW set the clock'),
    undoes: orNull(count, 'the action that this one took back', 'it took none back'),
    undoneBy: orNull(count, 'the action that took this one back', 'it stands'),
    changes: changes.describe('each row that changed'),
  }),
);

/** `iis undo`. */
export const undone = z.strictObject({
  undone: z
    .strictObject({
      action: count.describe('its number'),
      command: text.describe('by which command'),
      at: instant.describe('when it was done'),
      who: text.describe('who did it'),
      changes: changes.describe('each row that it had changed'),
    })
    .describe('what was taken back'),
  by: count.describe('the number of the action that took it back'),
});

/** What every command answers when it is refused. */
export const failure = z.strictObject({
  error: z
    .strictObject({
      code: text.describe('a stable word; docs/errors.md lists them'),
      message: text.describe('what happened'),
      hint: orNull(text, 'what to do next', 'nothing more is to be said'),
      details: orNull(
        z.record(z.string(), z.unknown()),
        'the reasons and what they are about, by the code',
        'there are none',
      ),
    })
    .describe('what went wrong'),
});
