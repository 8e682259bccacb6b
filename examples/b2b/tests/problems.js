// What is wrong with a page, for somebody who sees little, or has no mouse, or a small screen.
const problems = [];
const count = (selector) => document.querySelectorAll(selector).length;
const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
const named = (element) => element.outerHTML.slice(0, 120);

if (document.documentElement.scrollWidth > innerWidth) problems.push("it is wider than the screen");
for (const one of ["h1", "main", "header", "nav[aria-label]", "html[lang]", "title"]) {
  if (count(one) !== 1) problems.push(`${count(one)} × ${one}`);
}
const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
for (const id of ids.filter((id, place) => ids.indexOf(id) !== place)) problems.push(`two are #${id}`);

for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
  if (!field.labels?.length && !field.ariaLabel) problems.push(`no label: ${named(field)}`);
}
for (const one of document.querySelectorAll("a[href], button, summary")) {
  if (!one.textContent.trim() && !one.ariaLabel) problems.push(`no name: ${named(one)}`);
}
for (const image of document.images) {
  if (!image.alt) problems.push(`no text in place of ${named(image)}`);
  if (!image.naturalWidth) problems.push(`not shown: ${named(image)}`);
}
for (const one of document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), textarea, [tabindex='0']")) {
  if (!isShown(one)) continue;
  one.focus({ focusVisible: true });
  if (document.activeElement === one && getComputedStyle(one).outlineStyle === "none") {
    problems.push(`no focus ring: ${named(one)}`);
  }
}
document.activeElement?.blur();

// WCAG 2.2, 1.4.3
const colour = (text) => {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
  return { channels: [red, green, blue], alpha };
};
const light = ({ channels }) => {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const found = colour(getComputedStyle(at).backgroundColor);
    if (found.alpha > 0) return found;
  }
  return { channels: [255, 255, 255] };
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !isShown(element) || element.closest("script, style")) continue;
  const [one, other] = [light(colour(getComputedStyle(element).color)), light(behind(element))];
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (ratio < 4.5) problems.push(`contrast ${ratio.toFixed(1)}: ${named(element)}`);
}
return problems;
