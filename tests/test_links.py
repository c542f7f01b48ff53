"""Owns showing that links between records are followed from the other end, each in its way."""

from archive.archive import Archive
from archive.links import Named, seen

SIRENS = "2022-06-16-1-sirens-four-years-on"


def test_a_record_knows_what_names_it_and_how(corpus: Archive) -> None:
    for name, named in corpus.named.items():
        assert all(name in {answer.motion for answer in one.noun.answers} for one in named.answers)
        assert all(
            one.noun.in_reply_to and one.noun.in_reply_to.letter == name for one in named.replies
        )
        assert all(name in one.noun.refers_to for one in named.letters)
        assert all(name in (*one.noun.refers_to, *one.noun.follows) for one in named.motions)
    for how in Named._fields:
        assert any(getattr(named, how) for named in corpus.named.values()), how
    assert SIRENS in {one.id for one in corpus.named["2018-03-08-2-flood-warnings"].motions}


def test_it_is_seen_which_records_name_one_and_how(corpus: Archive) -> None:
    first, second, *_ = corpus.letters.values()
    every = [
        Named((first,), (), (), (), ()),
        Named((), (first,), (), (), ()),
        Named((second,), (), (), (), ()),
        Named((first, second), (), (), (), ()),
    ]
    assert len(set(map(seen, every))) == len(every)
