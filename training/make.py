"""Make the pipeline again: `python -m training.make --corpora DIR --output transforms/data/en_parley_news_sm`."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from training.assemble import assemble
from training.calibrate import calibrate
from training.fit import Leg, fit
from training.score import score

HERE = Path(__file__).parent


ENTITY_LEGS = (Leg(6000, 0.0015, 21000), Leg(5000, 0.001, 5200))
TREE_LEGS = (Leg(7000, 0.0015, 7200), Leg(900, 0.00025, 945))


def make(corpora: Path, output: Path, work: Path) -> None:
    """Train the entity recognizer and the parser, and put them together in `output`, replacing what is there."""
    first, second = TREE_LEGS
    halfway = fit(HERE / "ud.cfg", corpora, work / "ud-halfway", first)
    trees = fit(HERE / "ud.cfg", corpora, work / "ud", second, start=halfway)
    first, second = ENTITY_LEGS
    halfway = fit(HERE / "ner.cfg", corpora, work / "ner-halfway", first)
    entities = fit(HERE / "ner.cfg", corpora, work / "ner", second, start=halfway)
    entities = calibrate(entities, corpora / "ner_dev.spacy", work / "ner-calibrated")
    if output.exists():
        shutil.rmtree(output)
    assemble(entities, trees, output)
    note_scores(output, score(output, corpora))


def note_scores(output: Path, scores: dict[str, float]) -> None:
    """Write the figures of the tests into the pipeline's meta.json, except how fast this machine was."""
    path = output / "meta.json"
    meta = json.loads(path.read_text(encoding="utf8"))
    meta["performance"] = {name: round(value, 1) for name, value in scores.items() if name != "words/s"}
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf8")


def main() -> None:
    """Read the command line and make the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with the DocBins")
    parser.add_argument("--output", type=Path, required=True, help="the pipeline's folder, replaced when done")
    parser.add_argument("--work", type=Path, help="keep the checkpoints here (default: a temporary folder)")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        make(options.corpora, options.output, options.work or Path(scratch))


if __name__ == "__main__":
    main()
