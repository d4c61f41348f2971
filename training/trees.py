"""Rewrite training trees the way diplomatic news is written: offices before and behind names, other names, talks held.

Universal Dependencies hangs an office on the first token of the name, as `nmod:desc`, and the rest of a name on its
first token, as `flat`. The treebanks have few such titles, diplomatic news one in every sentence. `Hold`, `host`
and `visit` are finite verbs of the present in a dozen sentences of the treebanks, in every other headline of the news.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.augment import WORDS, Names, new_name

ADJECTIVES = frozenset(WORDS["adjectives"])
FORMS = {"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}
CLAUSES = ("ccomp", "xcomp", "iobj", "compound:prt", "cop")
OPEN_LEFT = frozenset({"case", "cc", "punct", "mark", "advmod"})
Tree = list["Word"]


@dataclass(slots=True, eq=False)
class Word:
    """A token in a tree; a root is its own head."""

    text: str
    tag: str = "NNP"
    pos: str = "PROPN"
    dep: str = "flat"
    head: Word = field(default=None)  # type: ignore[assignment]
    space: bool = True


def from_doc(doc: Doc) -> Tree:
    """Read a Doc's tokens and heads."""
    words = [Word(t.text, t.tag_, t.pos_, t.dep_, space=bool(t.whitespace_)) for t in doc]
    for word, token in zip(words, doc, strict=True):
        word.head = words[token.head.i]
    return words


def to_doc(tree: Tree, vocab: Vocab) -> Doc:
    """Build the Doc a tree stands for."""
    places = {id(word): i for i, word in enumerate(tree)}
    return Doc(
        vocab,
        words=[word.text for word in tree],
        spaces=[word.space for word in tree],
        tags=[word.tag for word in tree],
        pos=[word.pos for word in tree],
        deps=[word.dep for word in tree],
        heads=[places[id(word.head)] for word in tree],
    )


def find_names(tree: Tree) -> list[list[Word]]:
    """Find names of two or three tokens that nothing but `flat` holds together, the first being their head."""
    children: dict[int, list[Word]] = {}
    for word in tree:
        if word.head is not word:
            children.setdefault(id(word.head), []).append(word)
    names = []
    for i, word in enumerate(tree):
        run = [other for other in tree[i + 1 : i + 3] if other.head is word and other.dep == "flat"]
        flats = [child for child in children.get(id(word), ()) if child.dep == "flat"]
        plain = all(w.tag == "NNP" and w.text[:1].isupper() and id(w) not in children for w in run)
        if run and word.tag == "NNP" and plain and run == flats and len(run[-1].text) > 1:
            names.append([word, *run])
    return names


def gather(trees: Iterable[Tree]) -> Names:
    """Collect the first and last tokens of such names, each once, in a fixed order."""
    names = [name for tree in trees for name in find_names(tree)]
    plain = [name for name in names if all(word.text.isalpha() and len(word.text) > 2 for word in name)]
    return Names(sorted({name[0].text for name in plain}), sorted({name[-1].text for name in plain}))


def rename(tree: Tree, names: Names, rng: random.Random) -> Tree:
    """Give persons another name, or leave them the bare surname."""
    for name in find_names(tree):
        place = tree.index(name[0])
        if rng.random() < 0.6 and (not place or tree[place - 1].space):
            full, bare = new_name(names, rng)
            texts = full if rng.random() < 0.7 else bare
            after = name[-1].space
            name[0].text = texts[0]
            rest = [Word(text, head=name[0]) for text in texts[1:]]
            tree[place : place + len(name)] = [name[0], *rest]
            for word in (name[0], *rest):
                word.space = True
            tree[place + len(rest)].space = after
    return tree


def entitle(tree: Tree, names: Names, rng: random.Random) -> Tree:
    """Put offices before names: Chinese Foreign Minister Wang Yi."""
    for name in find_names(tree):
        place = tree.index(name[0])
        free = all(word.head is not name[0] or word.dep in OPEN_LEFT for word in tree[:place])
        if free and rng.random() < 0.6 and (not place or tree[place - 1].space):
            tree[place:place] = _office(name[0], "nmod:desc", rng)
            if rng.random() < 0.3:
                _shorten(tree, name)
    return tree


def _shorten(tree: Tree, name: list[Word]) -> None:
    """Leave the surname only: Minister Wang."""
    name[0].text, name[0].space = name[-1].text, name[-1].space
    place = tree.index(name[0])
    del tree[place + 1 : place + len(name)]


def appose(tree: Tree, names: Names, rng: random.Random) -> Tree:
    """Explain names after a comma: Wang Yi, the Chinese foreign minister, ..."""
    for name in find_names(tree):
        end = tree.index(name[-1]) + 1
        if end == len(tree) or not name[-1].space or tree[end].pos == "PUNCT" or rng.random() < 0.6:
            continue
        office = _office(name[0], "appos", rng)
        head = next(word for word in office if word.dep == "appos")
        if rng.random() < 0.5 and not any(word.dep == "nmod:poss" for word in office):
            office.insert(0, Word("the", "DT", "DET", "det", head))
        name[-1].space = office[-1].space = False
        commas = [Word(",", ",", "PUNCT", "punct", head) for _ in range(2)]
        tree[end:end] = [commas[0], *office, commas[1]]
    return tree


def _office(name: Word, dep: str, rng: random.Random) -> Tree:
    """Make the tree of an office, hung on a name: whose it is, what it is, and of what."""
    heads = [title for title in WORDS["heads"] if not set(title) & set("-'.’")]
    posts = [title for title in WORDS["posts"] if "-" not in title]
    fields = [task for task in WORDS["fields"] if not {"and", "the"} & set(task.split())]
    title = rng.choice(heads) if rng.random() < 0.7 else f"{rng.choice(posts)} for {rng.choice(fields)}"
    texts = title.split()
    cut = next((i for i, text in enumerate(texts) if text in ("of", "for")), len(texts))
    head = Word(texts[cut - 1], dep=dep, head=name)
    office = [*_whose(head, rng), *_modifiers(texts[: cut - 1], head), head]
    while cut < len(texts):
        start, cut = (
            cut,
            next((i for i in range(cut + 1, len(texts)) if texts[i] in ("of", "for")), len(texts)),
        )
        noun = Word(texts[cut - 1], dep="nmod", head=head)
        case = Word(texts[start], "IN", "ADP", "case", noun)
        office += [case, *_modifiers(texts[start + 1 : cut - 1], noun), noun]
    return office


def _modifiers(texts: list[str], head: Word) -> Tree:
    return [
        Word(text, "NNP", "ADJ", "amod", head) if text in ADJECTIVES else Word(text, dep="compound", head=head)
        for text in texts
    ]


def _whose(head: Word, rng: random.Random) -> Tree:
    kind, (people, country) = rng.random(), rng.choice(list(WORDS["nations"].items()))
    if kind < 0.35:
        return [Word(people, "JJ", "ADJ", "amod", head)]
    if kind < 0.45:
        return [Word("U.S.", dep="compound", head=head)]
    if kind < 0.6:
        owner = Word(country, dep="nmod:poss", head=head, space=False)
        return [owner, Word("'s", "POS", "PART", "case", owner)]
    return []


def convene(tree: Tree, names: Names, rng: random.Random) -> Tree:
    """Tell clauses as of a meeting, what is past half of the time as in headlines: Ministers hold talks in Oslo."""
    for verb in tree:
        subject, thing = _argument(tree, verb, "nsubj"), _argument(tree, verb, "obj")
        kind = _kind_of_clause(tree, verb, subject, thing)
        if kind is None or rng.random() < 0.4:
            continue
        if subject and verb.tag == "VBD" and rng.random() < 0.5:
            verb.tag = "VBP" if _is_plural(tree, subject) else "VBZ"
        verb.text = rng.choice(WORDS[kind])[FORMS[verb.tag]]
        if thing and kind == "convening":
            thing.text = rng.choice(WORDS["meetings"])[thing.tag == "NNS"]
    return tree


def _kind_of_clause(tree: Tree, verb: Word, subject: Word | None, thing: Word | None) -> str | None:
    """Which verbs can take the place of this one: of holding something, of visiting somebody, of gathering."""
    if verb.tag not in FORMS or verb.pos != "VERB" or any(_argument(tree, verb, dep) for dep in CLAUSES):
        return None
    if thing is None:
        return "gathering" if subject or (verb.tag == "VBG" and verb.dep in ("acl", "advcl")) else None
    kinds = {"NN": "convening", "NNS": "convening", "NNP": "visiting"}
    return kinds.get(thing.tag) if subject else None


def _argument(tree: Tree, verb: Word, dep: str) -> Word | None:
    return next((word for word in tree if word.head is verb and word.dep == dep), None)


def _is_plural(tree: Tree, subject: Word) -> bool:
    several = any(word.head is subject and word.dep == "conj" for word in tree)
    return several or subject.tag in ("NNS", "NNPS") or subject.text.lower() in ("i", "we", "you", "they")


def augment(tree: Tree, names: Names, rng: random.Random) -> Tree:
    """Apply each rewriting with its own probability, in order."""
    for change, level in ((rename, 0.4), (appose, 0.15), (entitle, 0.4), (convene, 0.3)):
        if rng.random() < level:
            tree = change(tree, names, rng)
    return tree
