/**
 * What is looked for in a page as it stands on the screen and on paper. It runs in the browser, where nothing from outside is
 * at hand; so it is given there as text, and the types of a browser stay out of the program.
 */

/**
 * `reaches`: how far the page reaches to the right, in pixels · `cut`: texts that stand outside of the window or of their
 * picture, or are cut off by what they stand in · `overlapping`: texts that stand on each other · `tiny`: letters of less than
 * 11 pixels · `text`: all that is shown, in order · `charts`: how many pictures.
 */
function lookAtPage() {
  const width = document.documentElement.clientWidth;
  const near = 1.5;

  const boxOf = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
  const holder = (element) =>
    element.closest('svg[role=img]') ??
    element.closest('td, th, p, li, dd, dt, h1, h2, figcaption') ??
    document.body;
  // The letters alone, without the room between the lines.
  const letters = (box, size) => {
    const middle = (box.top + box.bottom) / 2;
    const half = Math.min(size * 0.42, (box.bottom - box.top) / 2);
    return { ...box, top: middle - half, bottom: middle + half };
  };

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent.trim();
    const element = node.parentElement;
    if (words === '' || element.closest('title, desc, style') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const svg = element.closest('svg[role=img]');
    const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    const boxes = [...range.getClientRects()]
      .filter((box) => box.width > 0)
      .map((box) => letters(boxOf(box), size));
    if (boxes.length === 0) continue;
    texts.push({
      words,
      boxes,
      size,
      within: boxOf(holder(element).getBoundingClientRect()),
      // What is moved sideways is looked at where it can be moved to.
      moves: element.closest('.scroll') !== null,
      at: texts.length,
    });
  }

  const inside = (box, outer) =>
    box.left >= outer.left - near &&
    box.right <= outer.right + near &&
    box.top >= outer.top - near &&
    box.bottom <= outer.bottom + near;
  const hit = (a, b) =>
    a.left < b.right - near && b.left < a.right - near && a.top < b.bottom - near && b.top < a.bottom - near;

  const still = texts.filter(({ moves }) => !moves);
  const inMoved = texts.filter(({ moves }) => moves);
  const pairs = (group) =>
    group.flatMap((a, i) =>
      group
        .slice(i + 1)
        .flatMap((b) =>
          a.boxes.some((one) => b.boxes.some((other) => hit(one, other))) ? [`${a.words} | ${b.words}`] : [],
        ),
    );
  return {
    reaches: document.documentElement.scrollWidth,
    cut: [
      ...texts.filter(({ boxes, within }) => boxes.some((box) => !inside(box, within))),
      ...still.filter(({ boxes }) => boxes.some((box) => box.left < 0 || box.right > width)),
    ].map(({ words }) => words),
    overlapping: [...pairs(still), ...pairs(inMoved)],
    tiny: texts.filter(({ size }) => size < 11).map(({ words, size }) => `${words} (${size.toFixed(1)})`),
    text: texts.map(({ words }) => words).join('\n'),
    charts: [...document.querySelectorAll('svg[role=img]')].filter(
      (svg) => svg.getBoundingClientRect().width > 0,
    ).length,
  };
}

/** On a sheet that is as wide as the window. */
function lookAtPaper() {
  const style = (of) => [...document.querySelectorAll(of)].map((one) => getComputedStyle(one));
  const kept = 'figure, tr, table.whole';
  return {
    reaches: document.documentElement.scrollWidth,
    highest: Math.max(
      ...[...document.querySelectorAll(kept)].map((one) => one.getBoundingClientRect().height),
    ),
    mayBeCut: style(kept).filter(({ breakInside }) => breakInside !== 'avoid').length,
    heads: [...new Set(style('thead').map(({ display }) => display))],
    navigation: style('nav').map(({ display }) => display),
  };
}

function lookAtInk() {
  const { backgroundColor, color } = getComputedStyle(document.body);
  return [backgroundColor, color];
}

export { lookAtInk, lookAtPage, lookAtPaper };
