"""What axe finds on a page, with every rule that it has: also best practices and AAA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEFT_OUT = {
    # "¶ 9" is named "Paragraph 9 of the letter of ...". The rule takes the sign for a word; WCAG's
    # note to 2.5.3 exempts signs, and the number is in both.
    "label-content-name-mismatch",
}
RUN = """options => axe.run(options).then(({ violations }) => violations.map(
  ({ id, impact, help, nodes }) =>
    [`${id} (${impact}): ${help}`, ...nodes.map(({ html }) => html.slice(0, 150))].join("\\n    ")
))"""
RULES = "axe.getRules().filter(rule => !rule.tags.includes('deprecated')).map(rule => rule.ruleId)"

_axe = Axe()


def violations(page: Page) -> list[str]:
    """Every violation of any impact, each with its rule and where it is."""
    page.evaluate(_axe.axe_script)
    rules = {name: {"enabled": name not in LEFT_OUT} for name in page.evaluate(RULES)}
    options = {"rules": rules, "resultTypes": ["violations"], "preload": False}
    found: list[str] = page.evaluate(RUN, options)
    return found
