"""Owns proposing topics for a text: those of our vocabulary whose names stand in it."""

import re
from collections.abc import Mapping

from archive.model.vocabulary import Topic

OFTEN = 2
"""Times that a text names a topic, if its title does not, before the topic is proposed."""

MOST = 5


def topics_in(title: str, text: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The ids of the topics that a title names, or a text more than once; the most named first."""
    counted = {
        one: _times(f"{title}\n", topic) * OFTEN + _times(text, topic)
        for one, topic in topics.items()
    }
    named = [one for one, count in counted.items() if count >= OFTEN]
    return tuple(sorted(named, key=lambda one: (-counted[one], one))[:MOST])


def _times(text: str, topic: Topic) -> int:
    for passage in topic.not_for:
        text = re.sub(re.escape(passage), " ", text, flags=re.IGNORECASE)
    names = sorted((topic.label, *topic.other_names), key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)
    return len(re.findall(pattern, text, re.IGNORECASE))
