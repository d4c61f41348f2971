"""What the launcher of the Flex Template runs: parley, its command a parameter like all others.

The launcher gives every parameter as --name=value, and Dataflow's own options with them. Names have underscores there;
input and allow_network may hold several values with spaces between them.
"""

import argparse
import sys
from collections.abc import Sequence

from pipeline.cli import main


def command_line(launched: Sequence[str]) -> list[str]:
    """The command line of parley that asks for what the launcher's arguments ask for."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--command", default="ingest")
    parser.add_argument("--input", type=str.split, default=[])
    parser.add_argument("--allow_network", type=str.split, default=[])
    parser.add_argument("--spacy_model")
    known, others = parser.parse_known_args(launched)
    inputs = ["--input", *known.input] if known.input else []
    networks = [f"--allow-network={network}" for network in known.allow_network]
    model = [f"--spacy-model={known.spacy_model}"] if known.spacy_model else []
    return [known.command, *inputs, *networks, *model, *others]


if __name__ == "__main__":
    sys.exit(main(command_line(sys.argv[1:])))
