import { makeLook } from '../../../src/cli/views/look.ts';

/** Fictional names in many scripts; all must come through unchanged and line up. */
export const names = [
  'Jordan Example',
  'María Muñoz-García',
  "Siobhán O'Placeholder",
  'Nguyễn Thị Hồng',
  'Nguyễn Thị Hồng'.normalize('NFD'),
  'Amila Hadžić-Đurić',
  'Łukasz Żółć',
  'Ελένη Παράδειγμα',
  'Оксана Приклад',
  '王小明',
  '葛\u{e0100}城 さくら',
  '김예시',
  '김예시'.normalize('NFD'),
  'محمد المثال',
  'نمونه\u200cای',
  'דוגמה כהן',
  'आर्यन उदाहरण',
  'श\u094d\u200dरी',
  'ตัวอย่าง ใจดี',
  'Family 👨‍👩‍👧‍👦',
  '👩🏽‍⚕️ 🏳️‍🌈 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ 🇺🇸',
  'J',
];

export function plainLook(width: number, unicode = true) {
  const env = unicode ? {} : { TERM: 'linux' };
  return { ...makeLook({ env, stream: {}, flags: {}, platform: 'linux' }), width };
}

export function colourLook(width: number) {
  return {
    ...makeLook({ env: { FORCE_COLOR: '1' }, stream: {}, flags: {}, platform: 'linux' }),
    width,
  };
}

export function withoutColour(text: string): string {
  return text.replace(/\x1b\[[\d;]*m/g, '');
}
