import { describe, expect, it } from 'vitest';
import { type Ask, BACK, type Back } from '../../src/cli/questions/ask.ts';
import {
  checkAnswers,
  type Interview,
  type Step,
  unbidden,
  walk,
} from '../../src/cli/questions/interview.ts';
import { narrowed } from '../../src/cli/questions/narrowed.ts';
import { typedCircuits, typedLanguages } from '../../src/cli/questions/typed-lists.ts';
import { makeLook } from '../../src/cli/views/look.ts';

type Answers = Record<string, string>;

const look = makeLook({ env: { NO_COLOR: '1' }, stream: { columns: 80 }, flags: {}, platform: 'linux' });

/** Somebody who answers from a list, and what they were asked and shown. */
function somebody(answers: readonly unknown[]): Ask & { asked: string[]; shown: string[] } {
  const [asked, shown, left] = [[] as string[], [] as string[], [...answers]];
  const next = async <T>({ message }: { message: string }): Promise<T> => {
    asked.push(message);
    if (left.length === 0) throw new Error(`nobody answers “${message}”`);
    return left.shift() as T;
  };
  const text: Ask['text'] = async <T>(question: Parameters<Ask['text']>[0]) => {
    const given = await next<string | Back>(question);
    const parsed = given === BACK || !question.parse ? { value: given } : await question.parse(given);
    if ('value' in parsed) return parsed.value as T;
    shown.push(parsed.refused);
    return text(question) as Promise<T>;
  };
  return {
    asked,
    shown,
    text,
    paragraph: text,
    choose: next,
    chooseMany: next,
    confirm: next,
    show: (one) => void shown.push(one),
  };
}

const step = (id: string, more: Partial<Step<Answers>> = {}): Step<Answers> => ({
  id,
  line: { section: 'All', label: id, value: null },
  async ask(ask, answers) {
    const value = await ask.text({ message: id, back: true });
    return value === BACK || value === null ? BACK : { ...answers, [id]: value };
  },
  ...more,
});

const spanish: Interview<Answers> = {
  steps: (answers) => [
    step('name'),
    step('language'),
    step('interpreter', { when: ({ language }) => language !== 'en' }),
    step('county'),
    step('zone', { onRequest: true }),
    ...(answers.county === 'several' ? [step('which')] : []),
  ],
};

const all = { from: null, only: (one: Step<Answers>) => unbidden(one) };

describe('walking through an interview', () => {
  it.each([
    [
      'asks in order and passes over what does not apply',
      ['Dana', 'en', 'Boone'],
      ['name', 'language', 'county'],
    ],
    [
      'goes back over what does not apply',
      ['Dana', 'en', BACK, 'es', 'yes', 'Boone'],
      ['name', 'language', 'county', 'language', 'interpreter', 'county'],
    ],
    ['stays at the first question', [BACK, 'Dana', 'en', 'Boone'], ['name', 'name', 'language', 'county']],
    [
      'asks what an answer brings up',
      ['Dana', 'en', 'several', 'Cole'],
      ['name', 'language', 'county', 'which'],
    ],
  ])('%s', async (_, answers, asked) => {
    const person = somebody(answers);
    await walk(person, spanish, {}, all);
    expect(person.asked).toEqual(asked);
  });

  it('keeps every answer with the question that comes next', async () => {
    const kept: [Answers, string | null][] = [];
    const keep = async (answers: Answers, next: string | null) => void kept.push([answers, next]);
    await walk(somebody(['Dana', 'en', 'Boone']), { ...spanish, keep }, {}, all);
    expect(kept).toEqual([
      [{ name: 'Dana' }, 'language'],
      [{ name: 'Dana', language: 'en' }, 'county'],
      [{ name: 'Dana', language: 'en', county: 'Boone' }, null],
    ]);
  });

  it('keeps an answer before it asks what the answer brings up at once', async () => {
    const order: string[] = [];
    const interview: Interview<Answers> = {
      ...spanish,
      keep: async (_, next) => void order.push(`kept before ${next}`),
      after: async (_, answers) => {
        order.push('after');
        return answers;
      },
    };
    await walk(somebody(['Dana', 'en', 'Boone']), interview, {}, all);
    expect(order.slice(0, 2)).toEqual(['kept before language', 'after']);
  });

  it('goes on from the question where it was left', async () => {
    const person = somebody(['Boone']);
    await walk(person, spanish, { name: 'Dana', language: 'en' }, { ...all, from: 'county' });
    expect(person.asked).toEqual(['county']);
  });
});

describe('the check page', () => {
  const page = { title: 'Check', save: 'Save it', leave: [{ value: 'drop' as const, label: 'Leave' }] };
  const start = { name: 'Dana', language: 'en', county: 'Boone' };

  it('numbers the lines that apply, those that are asked only on request too', async () => {
    const person = somebody(['save']);
    await checkAnswers(person, look, spanish, start, page);
    expect(person.shown[0]).toContain(' 3  county');
    expect(person.shown[0]).toContain(' 4  zone');
    expect(person.shown[0]).not.toContain('interpreter');
  });

  it('changes a line, asks what the change brings up, and comes back', async () => {
    const person = somebody(['change', '2', 'es', 'yes', 'save']);
    const { answers, outcome } = await checkAnswers(person, look, spanish, start, page);
    expect(person.asked).toEqual([
      'Is this right?',
      'Change which line?',
      'language',
      'interpreter',
      'Is this right?',
    ]);
    expect(answers).toEqual({ ...start, language: 'es', interpreter: 'yes' });
    expect(outcome).toBe('save');
  });

  it('leaves everything as it was when somebody goes back out of a change', async () => {
    const person = somebody(['change', '2', BACK, 'change', BACK, 'save']);
    expect((await checkAnswers(person, look, spanish, start, page)).answers).toEqual(start);
  });

  it('is not saved while something bars it', async () => {
    const person = somebody(['save', 'drop']);
    const { outcome } = await checkAnswers(person, look, spanish, start, {
      ...page,
      bar: () => 'Nobody is named.',
    });
    expect(outcome).toBe('drop');
    expect(person.shown).toContain('> Nobody is named.');
  });
});

describe('narrowing a long list', () => {
  const choices = [
    { value: 0, name: 'St. Charles (circuit 11)', also: 'Saint Charles' },
    { value: 1, name: 'Charitón (circuit 9)' },
    { value: -1, name: '← Back' },
  ];
  it.each([
    ['', [0, 1, -1]],
    ['saint c', [0, -1]],
    ['char', [0, 1, -1]],
    ['CHARITON', [1, -1]],
    ['11', [0, -1]],
    ['zz', [-1]],
  ])('“%s” leaves %j', (typed, left) =>
    expect(narrowed(choices, typed).map(({ value }) => value)).toEqual(left),
  );
});

describe('lists that are typed', () => {
  it.each([
    ['13', [13]],
    ['13, Cole and circuit 7', [13, 19, 7]],
    ['Callaway; Boone', [13]],
  ])('circuits “%s”', (typed, value) => expect(typedCircuits(typed)).toMatchObject({ value }));

  it.each([
    ['47', 'Missouri has no circuit 47'],
    ['13, Bone', 'Did you mean Boone'],
    ['St. Lo', 'St. Louis City or St. Louis County'],
    [',', 'Nothing was typed'],
  ])('circuits “%s” are refused', (typed, why) =>
    expect(typedCircuits(typed)).toEqual({ refused: expect.stringContaining(why) }),
  );

  it('languages by name or code, said back by name', () =>
    expect(typedLanguages('en, Spanish')).toEqual({ value: ['en', 'es'], inWords: 'English, Spanish' }));
});
