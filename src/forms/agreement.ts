import {
  type Agreement,
  hasMoreThanMarks,
  isAnswerAlone,
  isChoice,
  longestAnswer,
  readBox,
} from './check-box.ts';

/** What a family's answer to being referred can be said in; all else about the family is no answer. */

const who = `(?:famil(?:y|ies)|parents?|mother|mom|mum|father|dad|caregivers?|guardians?|grand(?:mother|father|ma|pa|parents?)|aunt|uncle|couple|both|they|she|he)`;
const nobody = `(?:neither(?: of)?|nobody|no one|none of)`;

const agrees = `agree[sd]?|agreeing|consent(?:s|ed)?|accept(?:s|ed)?|(?:is |are |was |were )?(?:fully |very )?(?:willing|in (?:full )?agreement|on board)|wants?|wanted|sa(?:ys|id) yes`;
const refuses = `declin(?:es?|ed|ing)|refus(?:es?|ed|ing)|disagree[sd]?|reject(?:s|ed)?|object(?:s|ed)|with(?:draws?|drew|drawn)(?: (?:his|her|their|its|the))?(?: consent)?|(?:is |are |was |were )?(?:unwilling|opposed|against)|sa(?:ys|id) no|changed (?:his|her|its|their) minds?`;
const knows = `told|asked|aware|informed|decided|had a discussion|(?:spoken|talked|discussed)(?: (?:it|this|iis|services))?(?: (?:to|with)(?: (?:the )?(?:family|parents|mother|father|them|her|him))?)?`;

// What is agreed to: services or the referral, or nothing that is named.
const matter = String.raw`(?:(?:of|to|with|for|in|about|on|be|being|been|get|getting|receive|receiving|accept|accepting|participate|participating|take part|try|start|the|this|these|that|our|your|any|all|such|iis|in-home|intensive) )*(?:services?|referrals?|referred|participate|take part|programs?|iis|consent|agreement|(?:this|it|that)(?=\s*(?:$|[.,;!])))\b`;
const manner = String.raw`(?:verbally|orally|in writing|in person|by (?:tele)?phone|on the (?:tele)?phone|over the (?:tele)?phone|by (?:e-?mail|text)|at (?:first|school|home|the)|today|yesterday|so far|yet|already|again|on \p{L}*day|on \d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d|\d{1,2}[/-]\d)`;
const ends = String.raw`\s*(?:$|[.,;:!)–—-]|but\b|and\b|if\b|unless\b|though\b|${matter}|${manner})`;

/** A sentence about the answer: of the family, of nobody named, or one that names the services. */
const about = (verbs: string): RegExp =>
  new RegExp(
    String.raw`(?:(?:^|[.;:!,–—-]|\band\b)\s*(?:not |yet |fully |then |now |later |finally )*|\b(?:${who}|${nobody})\b[^.;:!?]{0,30}?\b)(?:${verbs})(?=${ends})|\b(?:${verbs}) ${matter}`,
    'iu',
  );
const [agreement, refusal] = [about(agrees), about(refuses)];

const not = String.raw`(?:\bnot|n['’]t|\bno longer|\bnever)`;
const denied = new RegExp(
  String.raw`${not} (?:yet |been |be |fully |all |both |even )*(?:${agrees})(?=${ends})|\bwon['’]t (?:agree|accept|consent)\b|\b${who} (?:does|do|did|has|have|is|are|was|were|will)(?: not|n['’]t)\s*(?:$|[.,;!])`,
  'iu',
);
const unknowing = new RegExp(
  `${not} (?:yet |been |be |fully )*(?:${knows})(?=${ends})|\\bunaware(?=${ends})`,
  'iu',
);
const notYet = new RegExp(
  String.raw`^\W*(?:no\W+)?not yet(?=\s*(?:$|[.,;:!–—-])|\s+(?:${agrees}|${knows})(?=${ends}))`,
  'iu',
);
const negation = new RegExp(String.raw`\b(?:not|never|no longer|hardly|cannot|${nobody})\b|n['’]t\b`, 'giu');
const doubtful =
  /\b(?:if|unless|maybe|perhaps|partly|unsure|only|but|however|except|although|though|until|think|thinks|believe|believes|hope|hopes|might|would)\b|, \w+ (?:does|do|did|has)\b|\?/i;

/** Reads a sentence in words. */
const readSentence = (text: string): Agreement => {
  const [isRefused, isDenied] = [refusal.test(text), denied.test(text)];
  const isOpen = unknowing.test(text) || notYet.test(text);
  const isNo = isRefused || isDenied || isOpen;
  const agreed = agreement.test(
    [refusal, denied, notYet].reduce((rest, said) => rest.replace(said, ' '), text),
  );
  if (!isNo && !agreed) return 'unsaid';
  if ((isNo && agreed) || (doubtful.test(text) && (agreed || isRefused || isDenied))) return 'unclear';
  const negations = text.match(negation)?.length ?? 0;
  return negations === (isDenied || isOpen ? 1 : 0) ? (isNo ? 'no' : 'yes') : 'unclear';
};

const readWords = (text: string): Agreement => together(text.split(/(?<=[.!?])\s+/).map(readSentence));

const wordFirst = /^\W*(?<word>yes|yep|no|nope)\b(?<pause>\s*[,.;:!–—-]+)?\s*(?<rest>.*)$/isu;
const mannerAlone = new RegExp(String.raw`^(?:${manner}[^.;!?]{0,20}|${matter})\W*$`, 'iu');

/** Reads a yes or no with what follows it: words that say nothing of the answer leave it open. */
const readWord = (text: string): Agreement => {
  const found = wordFirst.exec(text)?.groups;
  if (!found) return 'unsaid';
  const { word = '', pause, rest = '' } = found;
  const said = /^y/i.test(word) ? 'yes' : 'no';
  if (!/[\p{L}\p{N}]/u.test(rest) || mannerAlone.test(rest)) return said;
  const further = readWords(rest);
  if (further !== 'unsaid') return together([said, further]);
  return pause === undefined ? 'unsaid' : 'unclear';
};

/** Reads an answer: boxes, a yes or no, a sentence such as `The mother has agreed`, or a mark alone. */
export const readAnswer = (text: string): Agreement => {
  if (text.length > longestAnswer) return 'unsaid';
  if (isChoice(text)) return together([readBox(text), readWords(text)]);
  if (!hasMoreThanMarks(text)) return readBox(text);
  const word = readWord(text);
  return word === 'unsaid' ? readWords(text) : word;
};

/** Whether a line that stands apart is an answer: not one that only begins with a yes or no. */
export const isAnswer = (text: string): boolean => {
  if (text.length > longestAnswer) return false;
  const said = readAnswer(text);
  return said === 'yes' || said === 'no' || isAnswerAlone(text) || readWords(text) !== 'unsaid';
};

/** What the box and the lines around it say together; two that speak against each other are unclear. */
export const together = (said: readonly Agreement[]): Agreement => {
  const spoken = new Set(said.filter((one) => one !== 'unsaid'));
  return spoken.size > 1 ? 'unclear' : ([...spoken][0] ?? 'unsaid');
};
