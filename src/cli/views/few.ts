/** Three names are all told; of more the first two, and how many others there are. */
export const fewOf = <T>(names: readonly T[]): { named: readonly T[]; more: number } =>
  names.length <= 3 ? { named: names, more: 0 } : { named: names.slice(0, 2), more: names.length - 2 };
