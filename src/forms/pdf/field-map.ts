import { parseGuarded, refuseFile } from '../json-guard.ts';
import { agreementFields, pathOfOwn } from './own-fields.ts';

/** Where the fields of somebody else's form go: by their names, the names of ours. */
export type FieldMap = ReadonlyMap<string, string>;

const targets =
  'date, submitter.name, submitter.organization, submitter.phone, submitter.email, caregiver1.name, caregiver1.birthDate, caregiver1.phone, caregiver1.email, caregiver1.address (and caregiver2…), child1.name, child1.birthDate (and child2…), reason, servicesProvided, accommodations, discussedOn, agreement.yes, agreement.notYet';

const isTarget = (name: unknown): name is string =>
  typeof name === 'string' &&
  (pathOfOwn(name) !== null || Object.values<string>(agreementFields).includes(name));

/**
 * Reads a map from JSON, `{"Text1": "submitter.name", …}`. Refused whole, with all that is wrong named, where a field
 * is sent to none of ours.
 */
export function readFieldMap(text: string): FieldMap {
  const how = 'Give the map as {"Text1": "submitter.name", …}.';
  const parsed = parseGuarded(text, { noJson: how, tooDeep: how });
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return refuseFile('The map of fields is not an object.', how);
  }
  const entries = Object.entries(parsed);
  const wrong = entries.filter(([, target]) => !isTarget(target)).map(([name]) => name.slice(0, 40));
  if (wrong.length > 0) {
    return refuseFile(
      `The map sends these fields to none of ours: ${wrong.slice(0, 12).join(', ')}.`,
      `The fields are ${targets}.`,
    );
  }
  return new Map(entries as [string, string][]);
}
