"""Records come back from pickling as they were, and are pickled without asking what fields they have."""

import dataclasses
import pickle
from datetime import UTC, datetime

import pytest

from schemas.article import Article, ArticleKey, Citation
from schemas.mention import Participant
from schemas.reading import Reading
from schemas.record import Record
from schemas.reject import Reject
from transforms.commit import Move
from transforms.publish import Change

_DAY = datetime(2024, 5, 7, 12, tzinfo=UTC)
_ARTICLE = Article("a", "https://a.example", None, "in.txt", None, "Berg meets Dahl", "They met.", "en", _DAY, "header")
_CITATION = Citation("a", None, "Agency", None, _DAY)
_REJECT = Reject("extract", "in.txt", "too_large", "2 characters", "a", _DAY)


@pytest.mark.parametrize(
    "record",
    [
        _ARTICLE,
        dataclasses.replace(_ARTICLE, duplicate_of="b", similarity=0.5, signature=b"\0\1", signature_version="1"),
        ArticleKey("a", None, "in.txt", _DAY, b"\0"),
        Participant("Anna Berg", "person", country="NOR", role="host"),
        Reading(_ARTICLE, rejects=(_REJECT,)),
        Move("articles/date=2024-05-07/part-0.parquet", ".staging/0"),
        Change("articles", "date=2024-05-07", ("a",), (_ARTICLE,)),
        ("a", (1, _CITATION)),
    ],
)
def test_records_are_pickled_by_their_values(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataclasses, "fields", None)
    assert pickle.loads(pickle.dumps(record)) == record
