import type { Explanation } from '../../desk/why.ts';

export const explanationJson = ({ about, answer, rule, facts, source }: Explanation) => ({
  about,
  answer,
  rule,
  facts,
  source,
});
