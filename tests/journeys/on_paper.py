"""What a page of the site is like on paper: as wide as A4, without what is only for a screen."""

from typing import Any

# A sheet of A4 within its margins of 15 mm and 14 mm, in CSS pixels.
A4 = {"width": 680, "height": 1017}
FAULTS = """
() => {
    const found = [];
    const seen = one => one.checkVisibility({opacityProperty: true, visibilityProperty: true})
        && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().height > 1;
    const told = one => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 140);
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth + 1) {
        found.push(`wider than the paper: ${root.scrollWidth}`);
    }
    const wide = [...document.querySelectorAll('main *')].filter(
        one => seen(one) && one.getBoundingClientRect().right > window.innerWidth + 1);
    if (wide.length) found.push('out of the paper: ' + told(wide[wide.length - 1]));
    const screen = 'nav, button, .govuk-button, input[type=submit], .govuk-back-link, '
        + '.govuk-skip-link, .govuk-pagination, .govuk-breadcrumbs, form[method=get]';
    for (const one of document.querySelectorAll(screen)) {
        if (seen(one)) found.push('printed: ' + told(one));
    }
    const main = document.querySelector('main');
    const head = main && main.querySelector('h1');
    // A letter is printed as it is sent: it has no heading of the site.
    const letter = document.querySelector('.wm-letter');
    if (!(head && seen(head)) && !letter) found.push('no heading is printed');
    if (!main || main.innerText.trim().length < 20) found.push('nothing is printed');
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const light = value => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    const pale = new Set();
    while (words.nextNode()) {
        const one = words.currentNode.parentElement;
        if (!words.currentNode.textContent.trim() || !seen(one)) continue;
        const style = getComputedStyle(one);
        const colour = one.closest('svg') ? style.fill : style.color;
        const [red, green, blue] = (colour.match(/[\\d.]+/g) || [0, 0, 0]).map(Number);
        const shade = 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
        if (1.05 / (shade + 0.05) < 4.5) pale.add(`pale (${colour}): ${told(one)}`);
    }
    return [...found, ...[...pale].slice(0, 3)];
}
"""


def faults_on_paper(page: Any) -> list[str]:
    """What is wrong with the page that is shown when it is printed; it is on screen again after.

    Backgrounds are not printed, so words have to be dark enough for white paper by themselves.
    """
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(FAULTS)
    page.emulate_media(media="screen")
    return found
