// The bytes 80–9F of Windows-1252. Node's own decoder takes them for Latin-1 control characters.
const highBytes = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text in which Node took bytes of Windows-1252 for control characters, with the letters and quotes they are. */
export const withHighBytes = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (byte) => highBytes[byte.charCodeAt(0) - 0x80]!);

const fromWindows = (bytes: Uint8Array): string => withHighBytes(Buffer.from(bytes).toString('latin1'));

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a file as it came in: UTF-8 or UTF-16 by its byte order mark (which is dropped), else UTF-8, else
 * Windows-1252, which takes any bytes: old mail programs still save it.
 */
export const decodeFormBytes = (bytes: Uint8Array): string =>
  isUtf16(bytes)
    ? decoded(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be')
    : (asUtf8(bytes) ?? fromWindows(bytes));

/** Whether the letters of a text beyond A to Z are only guessed: its bytes would fit any old code page. */
export const isGuessed = (bytes: Uint8Array): boolean => !isUtf16(bytes) && asUtf8(bytes) === null;
