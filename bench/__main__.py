"""Prints a table of ratios: `python -m bench [--sizes 1000 10000 100000] [--only ROW ...]`."""

import argparse
import tempfile
from pathlib import Path

from bench.rows import ROWS, Corpora


def main() -> None:
    """Measures the rows asked for, and prints each when it is there."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="ascending")
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), help="added needs growth")
    parser.add_argument("--keep", type=Path, help="a folder for texts and lakes (default: one that is removed again)")
    known = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpora = Corpora(known.keep or Path(folder))
        print("| what | ratio | bar | aim | measured |\n| --- | --- | --- | --- | --- |", flush=True)
        for name in known.only:
            for row in ROWS[name](corpora, known.sizes):
                bar = "" if row.bar is None else f"{row.bar:g}"
                aim = "" if row.aim is None else f"{row.aim:g}"
                missed = "" if row.holds else " (missed)"
                print(f"| {row.name} | {row.ratio:.2f}{missed} | {bar} | {aim} | {row.told} |", flush=True)


if __name__ == "__main__":
    main()
