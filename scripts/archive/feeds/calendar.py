"""Owns the calendar of meetings as iCalendar (RFC 5545): https://www.rfc-editor.org/rfc/rfc5545

Times are given in UTC, which every program turns into its own; no rule of summer time is needed.
How long a meeting took is not known, so no end is given.
"""

from datetime import datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from archive.addresses import meeting_address
from archive.archive import Archive
from archive.feeds.content import site_address
from archive.feeds.entry import midnight
from archive.feeds.subscriptions import CALENDAR_FILE
from archive.model.vocabulary import Meeting
from archive.outputs import Output

REFRESHED = timedelta(days=1)


def calendar_output(archive: Archive) -> Output:
    """The calendar of all meetings whose day is known for certain."""
    return Output(CALENDAR_FILE, calendar(archive).to_ical())


def calendar(archive: Archive) -> Calendar:
    """The meetings, oldest first; one whose day is not known has no place in a calendar."""
    made, name = Calendar(), f"Meetings of the {archive.site.settings.body}"
    made.add("VERSION", "2.0")
    made.add("PRODID", f"-//{_host(archive)}//archive//EN")
    made.add("NAME", name)  # RFC 7986; the next is what most programs read
    made.add("X-WR-CALNAME", name)
    made.add("SOURCE", site_address(archive, CALENDAR_FILE), parameters={"VALUE": "URI"})
    made.add("REFRESH-INTERVAL", REFRESHED, parameters={"VALUE": "DURATION"})
    dated = [(m.date.first_day, key, m) for key, m in archive.meetings.items() if m.date.whole]
    for _, key, meeting in sorted(dated, key=lambda one: one[:2]):
        made.add_component(_event(archive, key, meeting))
    return made


def _event(archive: Archive, key: str, meeting: Meeting) -> Event:
    """One meeting; DTSTAMP is its day and not ours, so that the same records give the same file."""
    made, address = Event(), site_address(archive, meeting_address(key))
    made.add("UID", f"{key}@{_host(archive)}")
    made.add("DTSTAMP", midnight(meeting.date))
    made.add("DTSTART", _start(meeting, archive.site.settings.timezone))
    made.add("SUMMARY", meeting.title)
    motions = archive.motions_by_meeting[key]
    lines = [f"Motion{f' {m.noun.number}' if m.noun.number else ''}: {m.title}" for m in motions]
    made.add("DESCRIPTION", "\n".join([*lines, address]))
    made.add("URL", address)
    made.add("TRANSP", "TRANSPARENT")
    return made


def _start(meeting: Meeting, timezone: str) -> object:
    """When it began, in UTC; the day alone where the hour is not known."""
    day = meeting.date.first_day
    if meeting.time is None:
        return day
    local = datetime.combine(day, time.fromisoformat(meeting.time), ZoneInfo(timezone))
    return local.astimezone(ZoneInfo("UTC"))


def _host(archive: Archive) -> str:
    return urlsplit(archive.site.site_url).hostname or "archive"
