"""Train one config of this folder with OpenBLAS, from nothing or from where an earlier training stopped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import training.readers  # noqa: F401  registers the readers the configs name
from training.ops import use_openblas


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of training: its learning rate falls from `rate` towards nothing at step `horizon`."""

    steps: int
    rate: float
    horizon: int


def fit(config: Path, corpora: Path, output: Path, leg: Leg, start: Path | None = None) -> Path:
    """Train one leg, from nothing or from an earlier pipeline; return the folder of its last state."""
    use_openblas()
    settings = load_config(
        config,
        {
            "paths.corpora": str(corpora),
            "training.max_steps": leg.steps,
            "training.optimizer.learn_rate.total_steps": leg.horizon,
            "training.optimizer.learn_rate.initial_rate": leg.rate,
        },
        interpolate=False,
    )
    if start:
        settings["components"] = {name: {"source": str(start)} for name in settings["components"]}
    settings["training"]["max_epochs"] = 0  # spaCy reads labels off a whole epoch then, else off 100 examples
    nlp = init_nlp(settings)
    nlp.config["training"]["max_epochs"] = -1
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output)
    return output / "model-last"
