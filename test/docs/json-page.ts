import * as z from 'zod';
import { type Command, values } from '../../src/cli/json/schemas/commands.ts';
import { status } from '../../src/cli/json/schemas/fields.ts';
import { answersInput, referralInput } from '../../src/cli/json/schemas/input.ts';
import { failure } from '../../src/cli/json/schemas/office.ts';

/** docs/json.md, made from the schemas that the tests hold the program to. */

export interface Example {
  line: string;
  value: unknown;
}

export interface Examples {
  commands: ReadonlyMap<Command, Example>;
  error: Example;
  referral: unknown;
  answers: unknown;
}

interface Facts {
  description?: string;
  title?: string;
  typeInWords?: string;
  nullWhen?: string;
}

const factsOf = (schema: z.ZodType): Facts => (schema.meta() ?? {}) as Facts;

/** The schema below `null` and lists. */
const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? inner(schema.unwrap() as z.ZodType)
    : schema instanceof z.ZodArray
      ? inner(schema.element as z.ZodType)
      : schema;

const options = (schema: z.ZodType): z.ZodType[] =>
  schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [schema];

const isOneOfObjects = (schema: z.ZodType): boolean =>
  options(schema).every((option) => option instanceof z.ZodObject);

/** Several shapes that each have a section of their own. */
const isOneOfShapes = (schema: z.ZodType): boolean =>
  options(schema).length > 1 && options(schema).every((option) => factsOf(inner(option)).title !== undefined);

function typeOf(schema: z.ZodType): string {
  const { typeInWords, title } = factsOf(schema);
  if (typeInWords) return typeInWords;
  if (title) return `[${title}](#${title.replaceAll(' ', '-')})`;
  if (schema instanceof z.ZodNullable) return `${typeOf(schema.unwrap() as z.ZodType)} or null`;
  if (schema instanceof z.ZodOptional) return typeOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return `list of ${plural(schema.element as z.ZodType)}`;
  if (schema instanceof z.ZodEnum) return schema.options.map((word) => `\`${word}\``).join(', ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((word) => `\`${word}\``).join(', ');
  if (schema instanceof z.ZodUnion && (isOneOfShapes(schema) || !isOneOfObjects(schema)))
    return [...new Set(options(schema).map(typeOf))].join(' or ');
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodString) return 'text';
  if (schema instanceof z.ZodUnknown) return 'anything';
  if (isOneOfObjects(schema) || schema instanceof z.ZodRecord) return 'object';
  throw new Error(`There are no words for ${schema.type}.`);
}

const plural = (schema: z.ZodType): string =>
  inner(schema) instanceof z.ZodEnum ? typeOf(schema) : typeOf(schema).replace(/^(\w[\w ]*)$/, '$1s');

export interface Field {
  path: string;
  schema: z.ZodType;
  /** The kinds that it is there for, where it is not there for all. */
  only: string[];
}

/** Every field of a value, down to shapes that have a section of their own. */
export function fieldsOf(schema: z.ZodType, path = ''): Field[] {
  const below = inner(schema);
  if (isOneOfShapes(below) || (path !== '' && factsOf(below).title)) return [];
  const shapes = options(below).filter((option) => option instanceof z.ZodObject);
  const names = [...new Set(shapes.flatMap(({ shape }) => Object.keys(shape)))];
  const prefix = path === '' ? '' : `${path}${schema instanceof z.ZodArray ? '[]' : ''}.`;
  return names.flatMap((name) => {
    const having = shapes.filter(({ shape }) => name in shape);
    const field = having[0]!.shape[name] as z.ZodType;
    const only = having.length < shapes.length ? having.flatMap(kindOf) : [];
    const at = `${prefix}${name}`;
    return [
      { path: at, schema: name === tellingWord(shapes) ? kinds(shapes) : field, only },
      ...fieldsOf(field, at),
    ];
  });
}

/** Several shapes are told apart by a word in them. */
const tellingWord = ([first]: z.ZodObject[]): string => ('kind' in first!.shape ? 'kind' : 'state');

const kindOf = (schema: z.ZodObject): string[] => {
  const word = inner(schema.shape[tellingWord([schema])] as z.ZodType);
  return word instanceof z.ZodLiteral
    ? [...word.values].map(String)
    : (word as z.ZodEnum).options.map(String);
};

function kinds(shapes: z.ZodObject[]): z.ZodType {
  const word = shapes[0]!.shape[tellingWord(shapes)] as z.ZodType;
  if (shapes.length === 1) return word;
  const { description = '' } = factsOf(word);
  return z.enum(shapes.flatMap(kindOf)).describe(description);
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row({ path, schema, only }: Field): string {
  const { description = '', nullWhen } = factsOf(schema);
  const when = only.length > 0 ? ` (only with ${only.map((word) => `\`${word}\``).join(', ')})` : '';
  return `| \`${path}\` | ${cell(typeOf(schema))} | ${cell(description)}${when} | ${cell(nullWhen ?? '')} |`;
}

const table = (schema: z.ZodType): string =>
  [
    '| field | type | what it is | null when |',
    '| --- | --- | --- | --- |',
    ...fieldsOf(schema).map(row),
  ].join('\n');

const inputTable = (schema: z.ZodType): string =>
  [
    '| field | type | what it is |',
    '| --- | --- | --- |',
    ...fieldsOf(schema).map((field) => row(field).replace(/ {2}\|$/, '')),
  ].join('\n');

const WIDTH = 110;
const MOST_SHOWN = 2;

/** JSON as people write it: what fits on a line stands on one. Long lists are cut, which is said. */
function pretty(value: unknown, indent = ''): string {
  const line = oneLine(value);
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) {
    if (!Array.isArray(value) || value.length <= MOST_SHOWN || !isObject(value[0])) return line;
  }
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const all = isList
    ? value.map((item) => pretty(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${pretty(item, deeper)}`);
  const shown = isList && isObject(value[0]) ? all.slice(0, MOST_SHOWN) : all;
  const left = all.length - shown.length;
  const lines = shown.map((text, i) => `${deeper}${text}${i < all.length - 1 ? ',' : ''}`);
  const [open, close] = isList ? '[]' : '{}';
  return [open, ...lines, ...(left > 0 ? [`${deeper}// … and ${left} more`] : []), `${indent}${close}`].join(
    '\n',
  );
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(
    ([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`,
  );
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

const example = ({ line, value }: Example): string =>
  `${block('console', `$ ${line}`)}\n\n${block('jsonc', pretty(value))}`;

/** Shapes that several commands answer with, each in its own section. */
function shapesIn(schemas: readonly z.ZodType[]): Map<string, z.ZodType> {
  const found = new Map<string, z.ZodType>();
  const seek = (schema: z.ZodType): void => {
    const below = inner(schema);
    const { title } = factsOf(below);
    if (title) {
      if (found.has(title)) return;
      found.set(title, below);
    }
    for (const option of options(below)) {
      if (option !== below) seek(option);
      if (option instanceof z.ZodObject)
        for (const field of Object.values(option.shape)) seek(field as z.ZodType);
    }
  };
  for (const schema of schemas) seek(schema);
  return found;
}

/** The commands that answer alike, in one section. */
function sections(): [z.ZodType, Command[]][] {
  const found = new Map<z.ZodType, Command[]>();
  for (const [command, schema] of Object.entries(values) as [Command, z.ZodType][]) {
    const key = [...found.keys()].find((one) => one === schema || sameList(one, schema)) ?? schema;
    found.set(key, [...(found.get(key) ?? []), command]);
  }
  return [...found];
}

const sameList = (a: z.ZodType, b: z.ZodType): boolean =>
  a instanceof z.ZodArray && b instanceof z.ZodArray && a.element === b.element;

function section([schema, commands]: [z.ZodType, Command[]], examples: Examples): string {
  const heads = commands.map((command) => `\`iis ${command}\``).join(' · ');
  const fields = fieldsOf(schema);
  const below = inner(schema);
  const isShape = factsOf(below).title !== undefined || isOneOfShapes(below) || !isOneOfObjects(below);
  return [
    `### ${heads}`,
    `Answers: ${isShape ? typeOf(schema) : schema instanceof z.ZodArray ? 'a list of' : 'an object'}${isShape ? '.' : ':'}`,
    ...(isShape || fields.length === 0 ? [] : [table(schema)]),
    ...commands.map((command) => example(examples.commands.get(command)!)),
  ].join('\n\n');
}

const intro = `# JSON

\`--json\` works with every command: the answer is one JSON value on stdout, and nothing else is there. Questions and
hints go to stderr, and nothing is ever asked. The fields named here stay as they are; more may come, so a script
takes what it knows and leaves the rest.

This page is made from the schemas in \`src/cli/json/schemas\`. The tests hold every answer of the program to the same
schemas, and the compiler holds the code to them. The examples are real answers about invented people; long lists
are cut, which is said. To make the page anew: \`npx vitest run test/cli/json.test.ts -u\`

| type | is |
| --- | --- |
| time | ISO 8601 in UTC to the second: \`2026-10-05T14:00:00Z\` |
| day | a day of the calendar in the circuit’s zone: \`2026-10-05\` |
| referral number, case number | \`R26-0042\`, \`C26-0007\` |
| code | the short name of a specialist: \`kim\` |
| program | \`IIS\`, \`IFRS\`, or another with a file in data/programs |
| circuit | the number of a judicial circuit, 1 to 46 |
| language | ISO 639-1: \`es\` |
| status | ${status.options.map((word) => `\`${word}\``).join(', ')} |
| text | as it was given. With \`--private\`: initials for names, the year for a date of birth, \`…\` for the rest |

A field that is not known is \`null\`; it is never left out.`;

const exits = `## When something is wrong

| exit code | what it says |
| --- | --- |
| 0 | done |
| 1 | a fault of the program |
| 2 | wrong usage, or input that can’t be taken |
| 3 | there is no such thing |
| 4 | a rule says no |
| 5 | the database can’t be read or written |
| 130 | interrupted |

The answer is then one value too, on stdout. [errors.md](errors.md) has every code with its remedy.`;

const inputs = (examples: Examples): string =>
  [
    '## What scripts give',
    '### `iis referral add --from FILE…` (`-` reads standard input)',
    'One object, or a list of them for a batch, which is taken as a whole or not at all. Days and times can be written as on a form too (`10/2/2026 3:15 pm`). No field has to be there: what is missing, or can’t be taken, is `null` and named in `warnings`. What fits no field is kept in `leftovers`. Refused is only an object that names neither who refers nor anyone of the family. What `iis referral add --json` printed can be given again.',
    'One form is answered with an object. A list, several files and a folder are answered with a list that has an entry for each form, in their order. Of these, what was taken in before, word for word, is not taken in again: its entry has the referral as it stands. One form that is given alone is taken in all the same, and the earlier referral named as a possible duplicate.',
    inputTable(referralInput),
    block('jsonc', pretty(examples.referral)),
    '### `iis referral screen ID --answers FILE` (`-` reads standard input)',
    `An object with the ids of the criteria (\`iis policy\` lists them). Each answer is ${typeOf(options(answersInput.valueType as z.ZodType)[0]!)}, or an object with \`answer\` and \`note\`. A criterion that is not answered keeps its last answer.`,
    block('jsonc', pretty(examples.answers)),
  ].join('\n\n');

/** The whole page. */
export function jsonPage(examples: Examples): string {
  const all = Object.values(values) as z.ZodType[];
  return `${[
    intro,
    exits,
    table(failure),
    example(examples.error),
    inputs(examples),
    '## What is told of one thing',
    ...[...shapesIn(all)].map(([title, schema]) => `### ${title}\n\n${table(schema)}`),
    '## What each command answers',
    ...sections().map((one) => section(one, examples)),
  ].join('\n\n')}\n`;
}
