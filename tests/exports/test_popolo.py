"""Owns showing that civic software can read people, offices, motions and votes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from archive.archive import Archive
from archive.exports.addresses import POPOLO
from archive.exports.popolo import write_popolo
from tests.exports.popolo_schema import POPOLO as SCHEMA


@pytest.fixture(scope="module")
def document(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[POPOLO])
    return found


def test_it_keeps_the_rules_of_popolo(document: dict[str, Any]) -> None:
    checker = Draft202012Validator.FORMAT_CHECKER
    errors = Draft202012Validator(SCHEMA, format_checker=checker).iter_errors(document)
    assert not [f"{error.json_path}: {error.message}" for error in errors]


def test_whatever_points_at_something_finds_it(document: dict[str, Any]) -> None:
    ids = {kind: [thing["id"] for thing in things] for kind, things in document.items()}
    for kind, found in ids.items():
        assert len(set(found)) == len(found) > 0, kind
    ends = {
        "person_id": "persons",
        "creator_id": "persons",
        "organization_id": "organizations",
        "motion_id": "motions",
    }
    for thing in (thing for things in document.values() for thing in things):
        for name, kind in ends.items():
            assert thing.get(name) in (*ids[kind], None)


def test_people_hold_their_offices(corpus: Archive, document: dict[str, Any]) -> None:
    people = {person["id"]: person["name"] for person in document["persons"]}
    offices = {one["id"]: one["name"] for one in document["organizations"]}
    held = {
        (people[m["person_id"]], offices[m["organization_id"]]) for m in document["memberships"]
    }
    assert set(people.values()) == {person.name for person in corpus.people.values()}
    assert held == {
        (person.name, corpus.site.settings.offices[tenure.office])
        for person in corpus.people.values()
        for tenure in person.offices
    }


def test_a_counted_vote_is_told_and_an_outcome_that_is_no_vote_is_none(
    corpus: Archive, document: dict[str, Any]
) -> None:
    votes = {vote["motion_id"]: vote for vote in document["vote_events"]}
    counts = votes["2018-03-08-2-flood-warnings"]["counts"]
    assert counts == [
        {"option": "yes", "value": 14},
        {"option": "no", "value": 6},
        {"option": "abstain", "value": 2},
    ]
    decided = {"agreed", "agreed as amended", "rejected"}
    assert set(votes) == {n for n, m in corpus.motions.items() if m.noun.outcome in decided}


def test_a_doubtful_date_is_left_out(document: dict[str, Any]) -> None:
    events = {event["id"]: event for event in document["events"]}
    assert "start_date" not in events["meetings/2022-01-20-plenary"]
    assert events["meetings/2018-11-plenary"]["start_date"] == "2018-11"


def test_it_is_written_as_a_document_that_is_in_memory_would_be(
    corpus: Archive, files: dict[str, bytes], tmp_path: Path
) -> None:
    write_popolo(tmp_path / "some", replace(corpus, motions={}, meetings={}))
    for written in (files[POPOLO], (tmp_path / "some").read_bytes()):
        whole = json.dumps(json.loads(written), ensure_ascii=False, indent=1)
        assert written.decode() == f"{whole}\n"
