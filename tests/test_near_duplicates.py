"""How well near-duplicates are found on real revisions and real templates, with floors."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from schemas.article import ArticleKey
from transforms.links import link_articles
from transforms.signatures import sign

PAIRS = Path(__file__).parents[2] / "shared/eval/near_duplicates.jsonl"
DIGEST = "d3268e0017c32a5c4d05cd59d58d31e9a6d7982f5bab35395b2171f87080459c"
FLOORS = {"precision": 0.98, "recall": 0.98}

pytestmark = pytest.mark.skipif(not PAIRS.exists(), reason=f"the labelled pairs are not at {PAIRS}")


def test_near_duplicates_reach_their_floors() -> None:
    content = PAIRS.read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGEST, "other pairs than the floors were measured on"
    judged: Counter[tuple[str, bool, bool]] = Counter()
    for pair in map(json.loads, content.splitlines()):
        keys = [ArticleKey(side, None, "pairs", None, sign(pair[side]["text"])) for side in "ab"]
        judged[pair["pair"], pair["duplicate"], bool(link_articles(keys))] += 1
    true = sum(count for (_, duplicate, found), count in judged.items() if duplicate and found)
    missed = sum(count for (_, duplicate, found), count in judged.items() if duplicate and not found)
    invented = sum(count for (_, duplicate, found), count in judged.items() if not duplicate and found)
    reached = {"precision": true / (true + invented), "recall": true / (true + missed)}
    print(reached, *sorted(judged.items()), sep="\n")
    assert all(reached[name] >= floor for name, floor in FLOORS.items()), (reached, judged)
