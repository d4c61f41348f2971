"""Made-up pages: an article with what sites put around it."""

import random
from datetime import datetime

from bench import words
from bench.corpus import News, make_name


def as_page(news: News) -> dict[str, str]:
    """The article as a record with a page of some 25 kB, mostly what stands around it."""
    return {"html": _page(news.title, news.paragraphs, news.published), "url": news.record["url"]}


def _page(title: str, paragraphs: list[str], published: datetime) -> str:
    pick = random.Random(title)
    links = [f"{pick.choice(words.ADJECTIVES)} {pick.choice(words.NOUNS)}".title() for _ in range(90)]
    items = [f'<li class="item i{n}"><a href="/{n}/{n * 7}">{text}</a></li>' for n, text in enumerate(links)]
    heads = [f"{text} {make_name(pick)}" for text in links[:24]]
    teasers = [
        f'<div class="teaser"><a href="/t/{n}"><img src="/i/{n}.jpg" alt=""><h4>{text}</h4></a></div>'
        for n, text in enumerate(heads)
    ]
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


def print_page(record: dict[str, str]) -> dict[str, str]:
    """A text record as a page."""
    published = datetime.fromisoformat(record["published"].replace("Z", "+00:00"))
    page = _page(record.get("title") or "", record["text"].split("\n"), published)
    return {"html": page, "url": record.get("url") or f"https://site.example/{record['id']}"}
