#!/usr/bin/env python3
"""The page that `acdsim run --html` writes, as a browser shows it.

usage: report_test.py ACDSIM [--shots DIRECTORY]
With --shots a picture of each view is kept there, to be looked at.
"""
import os
import re
import subprocess
import sys
import tempfile

from webdriver import Browser, programs

HERE = os.path.dirname(os.path.abspath(__file__))
SCENARIO = os.path.join(HERE, '..', 'acdsim', 'report', 'desk.toml')
SKIPPED = 77
WIDTHS = (1280, 390)
SCHEMES = ('light', 'dark')
LANGUAGES = {'en': 'service level', 'zh': '服务水平'}

# Visible elements with text of their own, whose colour is too close to what is behind it (4.5 to
# 1; 3 to 1 for large text, WCAG 2.1). What is behind text in a drawing is the nearest shape drawn
# before it that covers its middle.
CONTRAST = r"""
function parts(colour) {
  const found = colour.match(/[\d.]+/g).map(Number);
  return found.length === 3 ? [...found, 1] : found;
}
function over(top, ground) {
  return [0, 1, 2].map(i => top[i] * top[3] + ground[i] * (1 - top[3]));
}
function luminance(rgb) {
  const [r, g, b] = rgb.map(v => v / 255).map(v =>
      v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
function groundOf(element) {
  if (!element) return [255, 255, 255];
  const own = parts(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own.slice(0, 3) : over(own, groundOf(element.parentElement));
}
function shapeBehind(text) {
  const box = text.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let ground = groundOf(text.closest('svg').parentElement);
  for (const shape of text.closest('svg').querySelectorAll('rect, path')) {
    if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const own = shape.getBoundingClientRect();
    const covers = own.left <= x && x <= own.right && own.top <= y && y <= own.bottom;
    const style = getComputedStyle(shape);
    if (!covers || style.fill === 'none') continue;
    const fill = parts(style.fill);
    fill[3] *= Number(style.fillOpacity);
    ground = over(fill, ground);
  }
  return ground;
}
document.querySelectorAll('details').forEach(each => { each.open = true; });
const bad = [];
let seen = 0;
for (const element of document.body.querySelectorAll('*')) {
  const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  const box = element.getBoundingClientRect();
  if (!own || !box.width || !box.height || element.tagName === 'title') continue;
  ++seen;
  const style = getComputedStyle(element);
  const drawn = element.closest('svg') !== null;
  const colour = parts(drawn ? style.fill : style.color);
  const ground = drawn ? shapeBehind(element) : groundOf(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const found = ratio(over(colour, ground), ground);
  if (found < (large ? 3 : 4.5)) {
    bad.push(`${element.tagName}.${element.getAttribute('class')} ` +
             `"${element.textContent.trim().slice(0, 30)}": ${found.toFixed(2)}`);
  }
}
return {seen, bad};
"""

# Parts that stick out of the page, except in boxes that scroll by themselves.
TOO_WIDE = r"""
const out = [];
for (const element of document.body.querySelectorAll('*')) {
  const box = element.getBoundingClientRect();
  const inBox = element.closest('.box') && element !== element.closest('.box');
  if (box.width && box.right > WIDTH + 1 && !inBox) out.push(element.outerHTML.slice(0, 80));
}
return {page: document.documentElement.scrollWidth, out};
"""

# Text in drawings that a reader could not read, that lies upon other text, or that is cut off.
ILLEGIBLE = r"""
const bad = [];
for (const svg of document.querySelectorAll('svg')) {
  const frame = svg.getBoundingClientRect();
  if (!frame.width) continue;
  const boxes = [];
  for (const text of svg.querySelectorAll('text')) {
    const box = text.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    const words = text.textContent;
    if (size < 9) bad.push(`"${words}" is ${size.toFixed(1)} pixels high`);
    if (box.left < frame.left - 1 || box.right > frame.right + 1) bad.push(`"${words}" is cut off`);
    for (const other of boxes) {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (across > 1 && down > 5) bad.push(`"${words}" lies upon "${other.words}"`);
    }
    boxes.push({left: box.left, right: box.right, top: box.top, bottom: box.bottom, words});
  }
}
return bad;
"""


class Checks:
    def __init__(self):
        self.failed = 0
        self.where = ''

    def expect(self, holds, sentence, seen=''):
        if holds:
            return
        self.failed += 1
        print(f'FAILED {self.where}: {sentence}{": " + str(seen) if seen != "" else ""}')


def write_report(acdsim, language, path):
    done = subprocess.run([acdsim, 'run', SCENARIO, '--quiet', '--replications', '10', '--lang',
                           language, '--html', path],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())


def check_view(browser, checks, language, width):
    wide = browser.run(TOO_WIDE.replace('WIDTH', str(width)))
    checks.expect(wide['page'] <= width and not wide['out'],
                  'the page does not scroll sideways', wide)
    checks.expect(not (bad := browser.run(ILLEGIBLE)), 'text in drawings can be read', bad[:8])
    contrast = browser.run(CONTRAST)
    checks.expect(contrast['seen'] > 100, 'there is text', contrast['seen'])
    checks.expect(not contrast['bad'], 'text stands out from its ground', contrast['bad'][:8])
    text = browser.run('return document.body.innerText')
    checks.expect(LANGUAGES[language] in text.lower(), 'it is in its language')
    checks.expect(browser.run('return document.documentElement.lang').startswith(language),
                  'it says its language')
    checks.expect('<script>alert(1)</script>&"' in text, 'a name stays text')
    checks.expect(browser.run('return document.scripts.length') == 0, 'there are no scripts')
    shown = browser.run("return [...document.querySelectorAll('svg')].filter("
                        'e => e.getBoundingClientRect().width > 0).length')
    checks.expect(shown >= 8, 'drawings are shown', shown)


def check_network(browser, checks, path):
    asked = [url for url in browser.requests() if not re.match(r'data:|about:|chrome', url)]
    checks.expect(all(url.startswith('file://') and url.endswith(os.path.basename(path))
                      for url in asked), 'nothing but the page is asked for', asked)
    checks.expect(not (said := browser.console()), 'the console is empty', said)


def main(acdsim, shots):
    checks = Checks()
    with tempfile.TemporaryDirectory() as directory, Browser() as browser:
        for language in LANGUAGES:
            path = os.path.join(directory, f'report_{language}.html')
            write_report(acdsim, language, path)
            for width in WIDTHS:
                for scheme in SCHEMES:
                    checks.where = f'{language}, {width} pixels, {scheme}'
                    browser.requests()
                    browser.show(path, width, scheme=scheme)
                    if shots:
                        browser.screenshot(
                            os.path.join(shots, f'{language}_{width}_{scheme}.png'))
                    check_view(browser, checks, language, width)
                    check_network(browser, checks, path)
    views = len(LANGUAGES) * len(WIDTHS) * len(SCHEMES)
    print(f'{views} views, {checks.failed} failures')
    return 1 if checks.failed else 0


if __name__ == '__main__':
    if None in programs():
        print('Skipped: no browser here; Debian has chromium and chromium-driver')
        sys.exit(SKIPPED)
    shot_directory = sys.argv[3] if len(sys.argv) > 3 and sys.argv[2] == '--shots' else ''
    sys.exit(main(sys.argv[1], shot_directory))
