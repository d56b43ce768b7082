import { expect, it } from 'vitest';
import { decodeFormBytes } from '../../src/forms/decode.ts';

const text = 'Name: Nguyễn Thị Lan – “Hadžić”';
const littleEndian = Buffer.from(`\uFEFF${text}`, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, little end first', littleEndian],
  ['UTF-16, big end first', Buffer.from(littleEndian).swap16()],
])('%s', (_, bytes) => {
  expect(decodeFormBytes(bytes)).toBe(text);
});

it('takes bytes that are not UTF-8 for Windows-1252', () => {
  const bytes = Uint8Array.of(0x4d, 0x75, 0xf1, 0x6f, 0x7a, 0x20, 0x96, 0x20, 0x93, 0x61, 0x94);
  expect(decodeFormBytes(bytes)).toBe('Muñoz – “a”');
});

it('takes an empty file', () => {
  expect(decodeFormBytes(new Uint8Array())).toBe('');
});
