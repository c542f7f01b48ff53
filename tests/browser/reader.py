"""Someone reading a site in the browser, who notes everything that goes wrong meanwhile."""

from dataclasses import dataclass, field
from http import HTTPStatus

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from tests.browser.hosting import Hosted
from tests.browser.kinds import MISSING


@dataclass(frozen=True)
class Look:
    """How wide the window is, and which colours the system asks for."""

    width: int
    colours: str

    def __str__(self) -> str:
        return f"{self.width}-{self.colours}"


PHONE, DESK = Look(375, "light"), Look(1280, "light")
LOOKS = (PHONE, DESK, Look(375, "dark"), Look(1280, "dark"))


@dataclass
class Reader:
    """A tab of the browser on one site; `faults` is what a reader would call broken."""

    context: BrowserContext
    site: Hosted
    faults: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page: Page = self.context.new_page()
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._on_request)
        self.page.on("requestfailed", self._on_failure)
        self.page.on("response", self._on_response)

    def open(self, address: str) -> Page:
        """The page at an address of the site, loaded."""
        self.page.goto(self.site.home + address)
        return self.page

    def open_settled(self, address: str) -> Page:
        """The page at an address, and if that is a query, with what it finds."""
        page = self.open_missing(address) if address == MISSING else self.open(address)
        if "?q=" in address:
            page.locator(".find").first.wait_for()
        return page

    def open_missing(self, address: str) -> Page:
        """The page shown for an address that does not exist; this one absence is no fault."""
        self.missing.add(self.site.home + address)
        return self.open(address)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.location["url"] not in self.missing:
            self.faults.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.site.home, "data:", "blob:")):
            self.faults.append(f"outside the site: {request.url}")

    def _on_failure(self, request: Request) -> None:
        # The browser itself gives up what it still loads when the reader goes to another page.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def _on_response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST and response.url not in self.missing:
            self.faults.append(f"status {response.status}: {response.url}")
