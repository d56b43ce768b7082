import { Command } from 'commander';
import { type Circuit, circuits, findCounty } from '../../rules/circuits.ts';
import { Refusal } from '../../rules/refusal.ts';
import { examples, type NounCommand } from '../command.ts';
import { answer } from '../session.ts';
import { circuitsView } from '../views/circuits.ts';

export const circuitsCommand: NounCommand = (run) =>
  new Command('circuits')
    .argument('[county...]', 'a county, or the number of a circuit; several with commas between them')
    .addHelpText('after', examples('iis circuits', 'iis circuits boone', 'iis circuits 13,19'))
    .action(
      run(async (_session, words: string[]) =>
        answer(words.length > 0 ? circuitsMeant(words.join(' ')) : [...circuits], {
          json: (found) => found,
          show: circuitsView,
        }),
      ),
    );

const circuitsMeant = (text: string): Circuit[] => {
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part, i) => part || i === 0).map(circuitMeant))];
};

/** The circuit with this number, or the one that the county lies in. Refuses what can be two of them. */
function circuitMeant(text: string): Circuit {
  const county = /^\d+$/.test(text) ? null : findCounty(text);
  const found = circuits.find((one) =>
    county && 'county' in county ? one.counties.includes(county.county) : one.circuit === Number(text),
  );
  if (found) return found;
  if (county && 'several' in county) throw severalCounties(text, county.several);
  throw noSuchPlace(text, county && 'nearest' in county ? county.nearest : []);
}

const severalCounties = (text: string, several: readonly string[]) =>
  new Refusal({
    kind: 'invalid',
    code: 'several_counties',
    message: `“${text.slice(0, 40)}” can be ${several.length} counties.`,
    reasons: several.map(lineOf),
    hint: 'Name the one that you mean.',
    details: { counties: several },
  });

const lineOf = (county: string): string =>
  `${county}: circuit ${circuits.find(({ counties }) => counties.includes(county))?.circuit}`;

const noSuchPlace = (text: string, near: readonly string[]) =>
  new Refusal({
    kind: 'not_found',
    code: 'no_such_circuit',
    message: `Missouri has no ${/^\d+$/.test(text) ? 'circuit' : 'county'} “${text.slice(0, 40)}”.`,
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'See them all: iis circuits',
    details: { nearest: near },
  });
