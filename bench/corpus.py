"""Made-up news: the same articles for the same seed, as text or as pages with what sites put around them.

About one article in seven tells meetings, in a few of its sentences; several articles tell of one meeting, before and
after it. The others are of markets, courts, weather and sport, and some of them have a word that may tell a meeting. One
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

ARTICLES_A_DAY = 137
FIRST_DAY = date(2023, 1, 2)
_COPIES, _DIPLOMATIC, _STRAY = 1 / 12, 1 / 7, 1 / 25
_RECENT = 400

_COUNTRIES = [
    line.split(",")
    for line in """France,French,Paris|Germany,German,Berlin|Italy,Italian,Rome|Spain,Spanish,Madrid|Poland,Polish,Warsaw
Norway,Norwegian,Oslo|Sweden,Swedish,Stockholm|Finland,Finnish,Helsinki|Denmark,Danish,Copenhagen|Austria,Austrian,Vienna
Greece,Greek,Athens|Turkey,Turkish,Ankara|Egypt,Egyptian,Cairo|Kenya,Kenyan,Nairobi|Ghana,Ghanaian,Accra
Nigeria,Nigerian,Abuja|Morocco,Moroccan,Rabat|India,Indian,New Delhi|Japan,Japanese,Tokyo|Vietnam,Vietnamese,Hanoi
Indonesia,Indonesian,Jakarta|Malaysia,Malaysian,Kuala Lumpur|Thailand,Thai,Bangkok|Brazil,Brazilian,Brasilia
Chile,Chilean,Santiago|Peru,Peruvian,Lima|Mexico,Mexican,Mexico City|Canada,Canadian,Ottawa|Australia,Australian,Canberra
Kazakhstan,Kazakh,Astana|Armenia,Armenian,Yerevan|Serbia,Serbian,Belgrade|Hungary,Hungarian,Budapest""".replace(
        "\n", "|"
    ).split("|")
]
_GIVEN = "Anna Olav Mira Tomas Lena Karim Ines Jonas Petra Milan Sara Viktor Nadia Emil Rosa Felix Vera Anton".split()
_SYLLABLES = "bar den kol mir nov ost pet sul tar vel lin gor ham ras win dal fer jan".split()
_OFFICES = [
    "Foreign Minister",
    "Prime Minister",
    "President",
    "Trade Minister",
    "Defence Minister",
    "Deputy Foreign Minister",
]
_TOLD = [
    "{a} met {b} in {city} on {day} to discuss {topic}.",
    "{a} held talks with {b} in {city} on {day}.",
    "{a} spoke by phone with {b} on {day} about {topic}.",
    "{a} received {b} in {city} on {day}, the ministry said.",
    "The talks between {a} and {b} on {day} turned on {topic}.",
]
_PLANNED = [
    "{a} will meet {b} in {city} on {day}, the ministry said.",
    "{a} is to travel to {city} on {day} for talks with {b} on {topic}.",
]
_TOPICS = [
    "river water",
    "customs rules",
    "grain exports",
    "border crossings",
    "a fisheries accord",
    "energy prices",
    "visas",
]
_ADJECTIVES = (
    "new regional local early heavy modest sharp quiet second rising annual public narrow costly rare late".split()
)
_NOUNS = """harvest,budget,verdict,storm,bridge,factory,survey,match,museum,strike,road,merger,drought,ferry,school,hospital,
ballot,festival,pipeline,shipment,loan,turbine,railway,stadium,lawsuit,orchard,reservoir,theatre,laboratory,warehouse""".replace(
    "\n", ""
).split(",")
_VERBS = """delayed,approved,damaged,reopened,financed,criticised,rebuilt,outlined,suspended,doubled,inspected,
reviewed,expanded,cleared,halted,praised,replaced,measured,relocated""".replace("\n", "").split(",")
_AFTER = [
    "after weeks of rain",
    "despite warnings",
    "for the third year",
    "in the northern districts",
    "at the end of the quarter",
    "while prices kept rising",
    "ahead of the holidays",
    "under an older contract",
    "as costs went up",
    "without a word of reason",
]
_SPEAKERS = "a clerk,the company,an engineer,residents,the court,a union,the mayor's office,analysts,farmers,the operator".split(
    ","
)
_STRAYS = [
    "Visitors to the {noun} talked of little else.",
    "The {noun} met none of the targets that {speaker} had set.",
    "A tour of the {noun} is planned for schools.",
]  # fmt: skip


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
    people = [(country, _person(pick)) for country in _COUNTRIES for _ in range(4)]
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


def _name(pick: random.Random) -> str:
    return "".join(pick.choices(_SYLLABLES, k=pick.choice((2, 2, 3)))).title()


def _person(pick: random.Random) -> str:
    return f"{pick.choice(_OFFICES)} {pick.choice(_GIVEN)} {_name(pick)}"


def _meeting(pick: random.Random, people: list[tuple[list[str], str]], day: date) -> _Meeting:
    (home, a), (away, b) = pick.sample(people, 2)
    return _Meeting(f"{home[1]} {a}", f"{away[1]} {b}", pick.choice((home[2], away[2])), pick.choice(_TOPICS), day)


def _write(pick: random.Random, meetings: list[_Meeting], number: int, published: datetime) -> News:
    paragraphs = [_paragraph(pick) for _ in range(min(1 + int(pick.lognormvariate(1.3, 0.5)), 20))]
    title = f"{pick.choice(_ADJECTIVES).title()} {pick.choice(_NOUNS)} {pick.choice(_VERBS)} in {_name(pick)}"
    if pick.random() < _DIPLOMATIC:
        for place, meeting in enumerate(pick.sample(meetings, pick.choice((1, 1, 2)))):
            paragraphs.insert(place, f"{_tell(pick, meeting, published.date())} {_paragraph(pick)}")
    return News(number, title, paragraphs, published)


def _tell(pick: random.Random, meeting: _Meeting, today: date) -> str:
    form = pick.choice(_PLANNED if meeting.day > today else _TOLD)
    return form.format(
        a=meeting.a, b=meeting.b, city=meeting.city, topic=meeting.topic, day=f"{meeting.day:%A, %B %-d}"
    )


def _paragraph(pick: random.Random) -> str:
    sentences = [_sentence(pick) for _ in range(pick.randint(2, 4))]
    if pick.random() < _STRAY:
        sentences.append(pick.choice(_STRAYS).format(noun=pick.choice(_NOUNS), speaker=pick.choice(_SPEAKERS)))
    return " ".join(sentences)


def _sentence(pick: random.Random) -> str:
    what = f"{pick.choice(_ADJECTIVES)} {pick.choice(_NOUNS)}"
    where = f"{pick.choice(_NOUNS)} of {_name(pick)}"
    after, speaker = pick.choice(_AFTER), pick.choice(_SPEAKERS)
    if pick.random() < 0.5:
        return f"The {what} {pick.choice(_VERBS)} the {where} {after}, {speaker} said."
    return f"{speaker[0].upper()}{speaker[1:]} {pick.choice(_VERBS)} {pick.randint(2, 900)} of the {where} {after}."


def _copy(pick: random.Random, news: News, number: int, published: datetime) -> News:
    kept = news.paragraphs[: max(len(news.paragraphs) - pick.randint(0, 1), 1)]
    return News(number, f"{pick.choice(_ADJECTIVES).title()}: {news.title}", kept, published)


def as_text(news: News) -> dict[str, str]:
    """The article as a record with text."""
    return {"text": "\n\n".join(news.paragraphs), **news.record}


def as_page(news: News) -> dict[str, str]:
    """The article as a record with a page of some 25 kB, mostly what stands around it."""
    return {"html": _page(news.title, news.paragraphs, news.published), "url": news.record["url"]}


def _page(title: str, paragraphs: list[str], published: datetime) -> str:
    pick = random.Random(title)
    links = [f"{pick.choice(_ADJECTIVES)} {pick.choice(_NOUNS)}".title() for _ in range(90)]
    items = [f'<li class="item i{n}"><a href="/{n}/{n * 7}">{text}</a></li>' for n, text in enumerate(links)]
    teasers = [f'<div class="teaser"><a href="/t/{n}"><img src="/i/{n}.jpg" alt=""><h4>{text} {_name(pick)}</h4></a></div>'
               for n, text in enumerate(links[:24])]  # fmt: skip
    script = "".join(f"w.push({{id:{n},slot:'ad-{n}',size:[300,{n}]}});" for n in range(120))
    body = "\n".join(f'<p class="body">{text}</p>' for text in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Example</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="{published.isoformat()}"><script>var w=[];{script}</script>
<style>{"".join(f".c{n}{{margin:{n}px}}" for n in range(200))}</style></head><body>
<header><nav><ul>{"".join(items[:40])}</ul></nav><form><input name="q"><button>Search</button></form></header>
<main><article><h1>{title}</h1><div class="meta"><span class="author">By Staff</span>
<time datetime="{published.isoformat()}">{published:%d %B %Y}</time></div>
<figure><img src="/lead.jpg" alt=""><figcaption>A view of the scene. Photo: Staff</figcaption></figure>
{body}<div class="share"><a href="#">Share</a> <a href="#">Print</a></div></article>
<aside><h3>Most read</h3>{"".join(teasers)}</aside></main>
<footer><ul>{"".join(items[40:])}</ul><p>© The Example. All rights reserved.</p></footer></body></html>"""


def eval_records(folder: Path) -> list[dict[str, str]]:
    """The Wikinews articles and every seventh release of the evaluation texts, as they are there; else none."""
    records = []
    for name, step in (("wikinews.jsonl", 1), ("gov_releases.jsonl", 7)):
        path = folder / name
        lines = path.read_text("utf-8").splitlines()[::step] if path.exists() else []
        records += [json.loads(line) for line in lines]
    return records


def print_page(record: dict[str, str]) -> dict[str, str]:
    """A text record as a page."""
    published = datetime.fromisoformat(record["published"].replace("Z", "+00:00"))
    page = _page(record.get("title") or "", record["text"].split("\n"), published)
    return {"html": page, "url": record.get("url") or f"https://site.example/{record['id']}"}


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
