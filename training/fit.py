"""Train one config of this folder: `python -m training.fit CONFIG --corpora DIR --output DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import training.readers  # noqa: F401  registers the readers the configs name
from training.ops import use_openblas


def fit(config: Path, corpora: Path, output: Path, **overrides: object) -> Path:
    """Train a config and return the folder of its best checkpoint."""
    use_openblas()
    nlp = init_nlp(load_config(config, {"paths.corpora": str(corpora), **overrides}, interpolate=False))
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)
    return output / "model-best"


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    print(fit(options.config, options.corpora, options.output))


if __name__ == "__main__":
    main()
