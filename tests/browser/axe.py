"""What axe finds on a page, with every rule that it has: also best practices and AAA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEFT_OUT = {
    # "¶ 9" is named "Paragraph 9 of the letter of ...". The rule takes the sign for a word; WCAG's
    # note to 2.5.3 exempts signs, and the number is in both.
    "label-content-name-mismatch",
}
OF_COLOURS = {"color-contrast", "color-contrast-enhanced", "link-in-text-block"}
"""The only rules that compare colours: what the others look at is the same in light and dark.

Source: https://dequeuniversity.com/rules/axe/html
"""
RUN = """options => axe.run(options).then(({ violations }) => violations.map(
  ({ id, impact, help, nodes }) =>
    [`${id} (${impact}): ${help}`, ...nodes.map(({ html }) => html.slice(0, 150))].join("\\n    ")
))"""
RULES = "axe.getRules().filter(rule => !rule.tags.includes('deprecated')).map(rule => rule.ruleId)"

_axe = Axe()


def violations(page: Page) -> list[str]:
    """Every violation of any impact, each with its rule and where it is."""
    page.evaluate(_axe.axe_script)
    return _found(page, set(page.evaluate(RULES)) - LEFT_OUT)


def violations_of_colours(page: Page) -> list[str]:
    """Those of rules about colours, on a page where axe has looked before with other colours."""
    return _found(page, OF_COLOURS)


def _found(page: Page, wanted: set[str]) -> list[str]:
    rules = {name: {"enabled": name in wanted} for name in page.evaluate(RULES)}
    options = {"rules": rules, "resultTypes": ["violations"], "preload": False}
    found: list[str] = page.evaluate(RUN, options)
    return found
