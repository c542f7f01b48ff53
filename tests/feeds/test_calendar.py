"""Owns showing that the calendar of meetings is valid, and says when each meeting was."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from archive.archive import Archive
from archive.feeds.calendar import calendar
from archive.model.vocabulary import Meeting

PATH = "meetings/calendar.ics"


def test_the_calendar_has_each_meeting_whose_day_is_known(
    corpus: Archive, feeds: dict[str, bytes]
) -> None:
    events = Calendar.from_ical(feeds[PATH].decode()).events
    known = {key: m for key, m in corpus.meetings.items() if m.date.whole}
    assert 0 < len(known) < len(corpus.meetings)
    assert [event.uid for event in events] == [
        f"{key}@archive.marlbeck.example" for key in sorted(known, key=lambda k: known[k].date.iso)
    ]
    for event, key in zip(events, sorted(known, key=lambda k: known[k].date.iso), strict=True):
        assert str(event["SUMMARY"]) == known[key].title
        assert str(event["URL"]) == f"https://archive.marlbeck.example/meetings/{key}/"
        assert f"{event.stamp:%Y-%m-%dT%X}" == f"{known[key].date.iso}T00:00:00"
        for motion in corpus.motions_by_meeting[key]:
            assert motion.noun.title in str(event["DESCRIPTION"])


def test_times_are_those_of_the_place_and_unknown_ones_make_whole_days(
    feeds: dict[str, bytes],
) -> None:
    starts = {e.uid.split("@")[0]: e.start for e in Calendar.from_ical(feeds[PATH]).events}
    assert starts["2018-03-08-plenary"] == datetime(2018, 3, 8, 10, 0, tzinfo=UTC)
    summer = datetime(2019, 6, 13, 13, 30, tzinfo=UTC)  # 14:30 in London
    assert starts["2019-06-13-plenary"] == summer
    assert starts["2020-07-09-plenary"] == date(2020, 7, 9)


def test_a_body_elsewhere_has_its_own_time(corpus: Archive) -> None:
    settings = corpus.site.settings.model_copy(update={"timezone": "America/New_York"})
    extra = corpus.site.extra.model_copy(update={"archive": settings})
    there = replace(corpus, site=corpus.site.model_copy(update={"extra": extra}))
    [event] = [e for e in calendar(there).events if e.uid.startswith("2019-06-13")]
    assert event.start == datetime(2019, 6, 13, 18, 30, tzinfo=UTC)


def test_another_reader_takes_the_calendar(feeds: dict[str, bytes]) -> None:
    text = feeds[PATH].decode()
    told = IcsCalendarStream.calendar_from_ics(text)
    assert len(told.events) == len(Calendar.from_ical(text).events)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_what_a_title_has_in_it_is_written_so_that_it_is_read_back(corpus: Archive) -> None:
    title = "A; B, C\\n: D “é” 🚌\\"
    meeting = Meeting.model_validate({"title": title, "date": "2024-02-29"})
    one = replace(corpus, meetings={"2024-02-29-x": meeting}, motions={}, versions={}, letters={})
    [event] = IcsCalendarStream.calendar_from_ics(calendar(one).to_ical().decode()).events
    assert event.summary == title
