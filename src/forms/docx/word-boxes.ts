/** Check boxes and ticks as the text of a form has them, so that one reader serves all. */
export const boxMark = (checked: boolean): string => (checked ? '☒' : '☐');

// Of Word's symbol fonts only what people tick forms with; the codes are the fonts' own.
const symbols: Record<string, Record<string, string>> = {
  wingdings: { '6f': '☐', a8: '☐', fb: '✗', fc: '✓', fd: '☒', fe: '☑', '78': '☒' },
  'wingdings 2': { '2a': '☐', a3: '☐', '4f': '✗', '50': '✓', '51': '☒', '52': '☑', '53': '☒', '54': '☒' },
};

/** The character that a symbol of a font stands for; nothing where it is no mark. */
export const symbolMark = (font: string | undefined, code: string | undefined): string =>
  symbols[font?.toLowerCase() ?? '']?.[(code ?? '').toLowerCase().replace(/^f0/, '')] ?? '';

/** On or off, as Word writes it: a switch without a value is on. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off)$/i.test(value);
