const headLine =
  /^\**(from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|received|return-path|delivered-to|message-id|mime-version|content-[a-z-]+|x-[a-z-]+)\**:/i;

const nameOf = (line: string): string | null => {
  const name = headLine.exec(line)?.[1]?.toLowerCase() ?? null;
  // The form has a "Date:" of its own; a mail's always carries a time of day.
  return name === 'date' && !/\d:\d\d/.test(line) ? null : name;
};

const goesOn = (line: string): boolean => /^ {1,8}\S/.test(line) && !/^\s*\p{L}[^:\n]{0,40}:/u.test(line);

const isMailHead = (names: readonly string[]): boolean =>
  names.filter((name) => ['from', 'to', 'subject', 'sent'].includes(name)).length >= 2;

/** The numbers of the lines that are the head of a mail (From, Sent, To, Subject, …), also of one forwarded within. */
export const mailHeads = (lines: readonly string[]): ReadonlySet<number> => {
  const heads = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const names: string[] = [];
    let end = at;
    for (; end < lines.length; end += 1) {
      const name = nameOf(lines[end]!);
      if (name !== null) names.push(name);
      else if (names.length === 0 || !goesOn(lines[end]!)) break;
    }
    if (isMailHead(names)) for (let line = at; line < end; line += 1) heads.add(line);
    at = Math.max(at, end - 1);
  }
  return heads;
};
