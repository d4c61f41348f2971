"""Made-up news: the same articles for the same seed, as text or as pages with what sites put around them.

About one article in seven tells meetings, in a few of its sentences; several articles tell of one meeting, before and
after it. The others are of budgets, harvests and storms, and some of them have a word that may tell a meeting. One
article in twelve is a copy of a recent one with another headline and a cut end. The news of a day is the same however
many days are asked for.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from bench import words

ARTICLES_A_DAY = 137
FIRST_DAY = date(2023, 1, 2)
_COPIES, _DIPLOMATIC, _STRAY = 1 / 12, 1 / 7, 1 / 25
_RECENT = 400


class News(NamedTuple):
    """One article before it is printed."""

    number: int
    title: str
    paragraphs: list[str]
    published: datetime

    @property
    def record(self) -> dict[str, str]:
        """What a line of JSON tells of it, without its content."""
        site = f"site{self.number % 40}.example"
        url = f"https://{site}/{self.published:%Y/%m/%d}/{self.number}"
        return {"url": url, "title": self.title, "published": self.published.isoformat(), "publisher": site}


class _Meeting(NamedTuple):
    a: str
    b: str
    city: str
    topic: str
    day: date


def write_news(seed: int = 7) -> Iterator[News]:
    """Articles without end, in order of publication."""
    pick = random.Random(seed)
    people = [(country, _person(pick)) for country in words.COUNTRIES for _ in range(4)]
    meetings: list[_Meeting] = []
    recent: list[News] = []
    for number in count():
        at, of_day = divmod(number, ARTICLES_A_DAY)
        published = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(
            at, of_day * 86400 // ARTICLES_A_DAY
        )
        if of_day == 0:
            planned = [_meeting(pick, people, published.date() + timedelta(pick.randint(0, 6))) for _ in range(8)]
            meetings = [*meetings[-60:], *planned]
        if recent and pick.random() < _COPIES:
            news = _copy(pick, pick.choice(recent), number, published)
        else:
            news = _write(pick, meetings, number, published)
        recent = [*recent[-_RECENT:], news]
        yield news


def make_name(pick: random.Random) -> str:
    """A surname or a town."""
    return "".join(pick.choices(words.SYLLABLES, k=pick.choice((2, 2, 3)))).title()


def _person(pick: random.Random) -> str:
    return f"{pick.choice(words.OFFICES)} {pick.choice(words.GIVEN)} {make_name(pick)}"


def _meeting(pick: random.Random, people: list[tuple[list[str], str]], day: date) -> _Meeting:
    (home, a), (away, b) = pick.sample(people, 2)
    return _Meeting(f"{home[1]} {a}", f"{away[1]} {b}", pick.choice((home[2], away[2])), pick.choice(words.TOPICS), day)


def _write(pick: random.Random, meetings: list[_Meeting], number: int, published: datetime) -> News:
    paragraphs = [_paragraph(pick) for _ in range(min(1 + int(pick.lognormvariate(1.3, 0.5)), 20))]
    noun, verb = pick.choice(words.NOUNS), pick.choice(words.VERBS)
    title = f"{pick.choice(words.ADJECTIVES).title()} {noun} {verb} in {make_name(pick)}"
    if pick.random() < _DIPLOMATIC:
        for place, meeting in enumerate(pick.sample(meetings, pick.choice((1, 1, 2)))):
            paragraphs.insert(place, f"{_tell(pick, meeting, published.date())} {_paragraph(pick)}")
    return News(number, title, paragraphs, published)


def _tell(pick: random.Random, meeting: _Meeting, today: date) -> str:
    form = pick.choice(words.PLANNED if meeting.day > today else words.TOLD)
    return form.format(
        a=meeting.a, b=meeting.b, city=meeting.city, topic=meeting.topic, day=f"{meeting.day:%A, %B %-d}"
    )


def _paragraph(pick: random.Random) -> str:
    sentences = [_sentence(pick) for _ in range(pick.randint(2, 4))]
    if pick.random() < _STRAY:
        sentences.append(
            pick.choice(words.STRAYS).format(noun=pick.choice(words.NOUNS), speaker=pick.choice(words.SPEAKERS))
        )
    return " ".join(sentences)


def _sentence(pick: random.Random) -> str:
    what = f"{pick.choice(words.ADJECTIVES)} {pick.choice(words.NOUNS)}"
    where = f"{pick.choice(words.NOUNS)} of {make_name(pick)}"
    after, speaker, verb = pick.choice(words.AFTER), pick.choice(words.SPEAKERS), pick.choice(words.VERBS)
    if pick.random() < 0.5:
        return f"The {what} {verb} the {where} {after}, {speaker} said."
    return f"{speaker[0].upper()}{speaker[1:]} {verb} {pick.randint(2, 900)} of the {where} {after}."


def _copy(pick: random.Random, news: News, number: int, published: datetime) -> News:
    kept = news.paragraphs[: max(len(news.paragraphs) - pick.randint(0, 1), 1)]
    return News(number, f"{pick.choice(words.ADJECTIVES).title()}: {news.title}", kept, published)


def as_text(news: News) -> dict[str, str]:
    """The article as a record with text."""
    return {"text": "\n\n".join(news.paragraphs), **news.record}


def eval_records(folder: Path) -> list[dict[str, str]]:
    """The Wikinews articles and every seventh release of the evaluation texts, as they are there; else none."""
    records = []
    for name, step in (("wikinews.jsonl", 1), ("gov_releases.jsonl", 7)):
        path = folder / name
        lines = path.read_text("utf-8").splitlines()[::step] if path.exists() else []
        records += [json.loads(line) for line in lines]
    return records


def save(records: Iterator[dict[str, str]], folder: Path, lines_a_file: int = 500) -> list[str]:
    """Writes JSON lines, so many a file, and gives the names of the files."""
    folder.mkdir(parents=True)
    names = []
    for number in count():
        if not (some := list(islice(records, lines_a_file))):
            return names
        path = folder / f"{number:04}.jsonl"
        path.write_text("\n".join(map(json.dumps, some)), "utf-8")
        names.append(str(path))
    return names
